import { expect, test } from 'vitest';
import type { Incident } from '../../src/capabilities/incident.ts';
import { signOf } from '../../src/capabilities/priority/sign.ts';

const DONE = { at: 1, by: 'alice', how: 'command', text: '' } as const;
const incidentOf = (status: Incident['status'], mitigated: boolean, kind: Incident['kind'] = 'incident') =>
  ({
    kind,
    status,
    priority: { current: 'P0' },
    mitigation: { workaround: DONE, mitigated: mitigated ? DONE : null, restored: null },
  }) as unknown as Incident;

test.each([
  ['open', false, '🔴 '],
  ['acknowledged', false, '🔴 '],
  // A detour, or what was done before a reopening: users are still harmed.
  ['mitigated', false, '🔴 '],
  ['mitigated', true, '🟢 '],
  ['resolved', true, '✅ '],
  ['dismissed', false, '⚪ '],
] as const)('an incident that is %s (harmless: %s) is shown as %s', (status, mitigated, sign) => {
  expect(signOf(incidentOf(status, mitigated))).toBe(sign);
});

test('a request for assistance has no priority to show', () => {
  expect(signOf(incidentOf('open', false, 'assistance'))).toBe('');
  expect(signOf(incidentOf('resolved', false, 'assistance'))).toBe('✅ ');
});
