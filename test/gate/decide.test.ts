import { describe, expect, test } from 'vitest';
import { gateOf, type Budget } from '../../src/capabilities/gate/decide.ts';
import { gateText } from '../../src/capabilities/gate/text.ts';
import { foldIncident } from '../../src/capabilities/fold.ts';
import type { Incident } from '../../src/capabilities/incident.ts';
import { loadPolicy } from '../../src/capabilities/load.ts';
import type { Policy } from '../../src/capabilities/policy.ts';
import type { TimelineEvent } from '../../src/model/issue.ts';
import { groundOf, newIssue } from '../support/world.ts';

/* The decision alone, as tables: which incidents and budgets close it for whom. */

const NOW = Date.parse('2026-11-20T18:40Z');
const OPENED = Date.parse('2026-11-20T18:30Z');

async function policyOf(text: string): Promise<Policy> {
  const loaded = await loadPolicy(`services: { checkout: {}, search: {} }\n${text}`, 'p.yml');
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join());
  return loaded.policy;
}

interface Given {
  readonly labels: readonly string[];
  /** Labels that grace sets later, one a minute; one with a minus in front is taken off. */
  readonly then?: readonly string[];
  readonly state?: 'open' | 'closed';
}

function incidentOf(policy: Policy, { labels, then = [], state = 'open' }: Given): Incident {
  const issue = newIssue(OPENED, labels, 'grace');
  const acts = then.map((it, i): TimelineEvent => ({
    kind: it.startsWith('-') ? 'unlabeled' : 'labeled',
    label: it.replace(/^-/, ''),
    at: OPENED + (i + 1) * 60_000,
    actor: { login: 'grace', bot: false },
    own: false,
  }));
  const now = new Set([...issue.labels, ...then.filter((it) => !it.startsWith('-'))]);
  for (const it of then) if (it.startsWith('-')) now.delete(it.slice(1));
  const changed = { ...issue, state, labels: [...now], timeline: [...issue.timeline, ...acts] };
  const { knowledge } = groundOf({ now: NOW, policy }, new Map([['grace', 'maintain']]));
  return foldIncident(changed, policy, knowledge).incident;
}

const budget = (left: number): Budget => ({ left, asOf: NOW, link: 'https://github.com/acme/shop/issues/90' });
const NONE = new Map<string, Budget>();

describe('an incident', () => {
  test.each<readonly [string, Given, string, string | null, string | null, boolean]>([
    ['a P0 of the service', { labels: ['P0', 'checkout'] }, '', 'checkout', null, false],
    ['a P1 of the service', { labels: ['P1', 'checkout'] }, '', 'checkout', null, false],
    ['a P2 of the service', { labels: ['P2', 'checkout'] }, '', 'checkout', null, true],
    ['nobody has assessed', { labels: ['checkout'] }, '', 'checkout', null, true],
    ['a P0 of another service', { labels: ['P0', 'search'] }, '', 'checkout', null, true],
    ['a P0 of both', { labels: ['P0', 'search', 'checkout'] }, '', 'checkout', null, false],
    ['any P0 where no service is named', { labels: ['P0', 'search'] }, '', null, null, false],
    ['a P0 without a service', { labels: ['P0'] }, '', 'checkout', null, true],
    ['a P0 without a service, where none is named', { labels: ['P0'] }, '', null, null, false],
    ['lowered', { labels: ['P0', 'checkout'], then: ['P2', '-P0'] }, '', 'checkout', null, true],
    ['mitigated', { labels: ['P0', 'checkout'], then: ['mitigated'] }, '', 'checkout', null, true],
    ['not any more', { labels: ['P0', 'checkout'], then: ['mitigated', '-mitigated'] }, '', 'checkout', null, false],
    [
      'mitigated, not resolved',
      { labels: ['P0', 'checkout'], then: ['mitigated'] },
      'gate: { until: resolved }',
      'checkout',
      null,
      false,
    ],
    [
      'resolved',
      { labels: ['P0', 'checkout'], then: ['resolved'] },
      'gate: { until: resolved }',
      'checkout',
      null,
      true,
    ],
    ['reopened', { labels: ['P0', 'checkout'], then: ['resolved', '-resolved'] }, '', 'checkout', null, false],
    ['let through', { labels: ['P0', 'checkout'], then: ['deploy-anyway'] }, '', 'checkout', null, true],
    [
      'let through no more',
      { labels: ['P0', 'checkout'], then: ['deploy-anyway', '-deploy-anyway'] },
      '',
      'checkout',
      null,
      false,
    ],
    [
      'let through, then reopened',
      { labels: ['P0', 'checkout'], then: ['deploy-anyway', 'resolved', '-resolved'] },
      '',
      'checkout',
      null,
      false,
    ],
    ['closed', { labels: ['P0', 'checkout'], state: 'closed' }, '', 'checkout', null, true],
    [
      'a request for help',
      { labels: ['checkout', 'help'] },
      'assistance: { label: help, resolve: 8h }\ngate: { for: [P3] }',
      'checkout',
      null,
      true,
    ],
    ['a P2 that counts', { labels: ['P2', 'checkout'] }, 'gate: { for: [P2] }', 'checkout', null, false],
    ['a P0 where none counts', { labels: ['P0', 'checkout'] }, 'gate: { for: [] }', 'checkout', null, true],
    [
      'another environment',
      { labels: ['P0', 'checkout'] },
      'gate: { environments: [production] }',
      'checkout',
      'staging',
      true,
    ],
    [
      'the environment',
      { labels: ['P0', 'checkout'] },
      'gate: { environments: [production] }',
      'checkout',
      'PRODUCTION',
      false,
    ],
    [
      'no environment named',
      { labels: ['P0', 'checkout'] },
      'gate: { environments: [production] }',
      'checkout',
      null,
      false,
    ],
    [
      'no environment has a gate',
      { labels: ['P0', 'checkout'] },
      'gate: { environments: [] }',
      'checkout',
      'production',
      true,
    ],
  ])('%s', async (_, given, text, service, environment, isOpen) => {
    const policy = await policyOf(text);
    const gate = gateOf({ incidents: [incidentOf(policy, given)], budgets: NONE, service, environment, policy });
    expect(gate.isOpen).toBe(isOpen);
  });

  test('is told by its urgency, then by its number', async () => {
    const policy = await policyOf('');
    const numbered = (number: number, priority: string): Incident => {
      const it = incidentOf(policy, { labels: [priority, 'checkout'] });
      return { ...it, issue: { ...it.issue, number } };
    };
    const incidents = [numbered(7, 'P1'), numbered(9, 'P0'), numbered(8, 'P0')];
    const { closedBy } = gateOf({ incidents, budgets: NONE, service: 'checkout', environment: null, policy });
    expect(closedBy.map(({ issue }) => issue.number)).toEqual([8, 9, 7]);
  });
});

describe('an error budget', () => {
  test.each<readonly [string, ReadonlyMap<string, Budget>, string, string | null, string | null, boolean]>([
    ['that is spent', new Map([['checkout', budget(-0.12)]]), '', 'checkout', null, false],
    ['that is spent to the last', new Map([['checkout', budget(0)]]), '', 'checkout', null, false],
    ['of which a little is left', new Map([['checkout', budget(0.001)]]), '', 'checkout', null, true],
    ['of another service', new Map([['search', budget(-1)]]), '', 'checkout', null, true],
    ['of any, where none is named', new Map([['search', budget(-1)]]), '', null, null, false],
    ['that is only told', new Map([['checkout', budget(-1)]]), 'gate: { budget: warn }', 'checkout', null, true],
    [
      'in another environment',
      new Map([['checkout', budget(-1)]]),
      'gate: { environments: [production] }',
      'checkout',
      'staging',
      true,
    ],
  ])('%s', async (_, budgets, text, service, environment, isOpen) => {
    const policy = await policyOf(text);
    expect(gateOf({ incidents: [], budgets, service, environment, policy }).isOpen).toBe(isOpen);
  });

  test('says how much is left, where, and what lets deployments through', async () => {
    const asked = { service: 'checkout', environment: null };
    const told = async (text: string) => {
      const policy = await policyOf(text);
      const budgets = new Map([['checkout', budget(-0.12)]]);
      return gateText(gateOf({ ...asked, policy, incidents: [], budgets }), { ...asked, policy }, NOW);
    };
    const closed = await told('');
    expect(closed.lines).toEqual([
      'The gate is closed: deployments of checkout are stopped.',
      'The error budget of checkout is spent: -12% is left as of 18:40 UTC: https://github.com/acme/shop/issues/90',
      'Until the month is over, the label deploy-anyway on that report lets them through, or `gate: { budget: warn }` in the policy.',
    ]);
    expect(closed.summary).toContain('](https://github.com/acme/shop/issues/90)');
    const warned = await told('gate: { budget: warn }\n');
    expect(warned.lines).toHaveLength(1);
    expect(warned.warnings).toEqual([closed.lines[1]]);
    const french = await told('language: fr\n');
    expect(french.lines[1]).toContain('Le budget d’erreur de checkout est épuisé\u00a0: il en reste -12\u00a0%');
  });
});
