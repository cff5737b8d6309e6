import { describe, expect, it } from 'vitest';
import { schemeIn } from '../../src/setup/schemes.ts';

describe('the priorities that a repository has already', () => {
  it.each<[readonly string[], Record<string, string>]>([
    [['bug', 'sev1', 'sev2', 'sev3', 'sev4'], { P0: 'sev1', P1: 'sev2', P2: 'sev3', P3: 'sev4' }],
    [['SEV-0', 'SEV-1', 'SEV-2'], { P0: 'SEV-0', P1: 'SEV-1', P2: 'SEV-2' }],
    [
      ['priority: critical', 'priority: high', 'priority: medium', 'priority: low'],
      { P0: 'priority: critical', P1: 'priority: high', P2: 'priority: medium', P3: 'priority: low' },
    ],
    [['priority/high', 'priority/low', 'kind/bug'], { P1: 'priority/high', P3: 'priority/low' }],
    [['Sévérité : critique', 'Sévérité : majeure'], { P0: 'Sévérité : critique', P1: 'Sévérité : majeure' }],
    [['prio 1', 'prio 2'], { P0: 'prio 1', P1: 'prio 2' }],
    // Of two schemes the one that says more.
    [
      ['sev1', 'sev2', 'priority: critical', 'priority: high', 'priority: low'],
      { P0: 'priority: critical', P1: 'priority: high', P3: 'priority: low' },
    ],
  ])('%j', (labels, scheme) => {
    expect(schemeIn(labels)).toEqual(scheme);
  });

  it.each([
    [[]],
    [['bug', 'enhancement', 'good first issue']],
    // One level is no scheme.
    [['priority: high', 'bug']],
    // Tocsin's own need no mapping.
    [['P0', 'P1', 'P2', 'P3']],
    [['p0', 'p1']],
    // Numbers of something else.
    [['node 20', 'v1', 'v2', 'area/api2', 'area/api3', 'good1st', '1', '2']],
  ])('are none in %j', (labels) => {
    expect(schemeIn(labels)).toBeNull();
  });
});
