import { meetingAfter } from '../../src/capabilities/review/meetings.ts';
import type { Policy } from '../../src/capabilities/policy.ts';
import type { Issue } from '../../src/model/issue.ts';
import { planAgenda, type AgendaPlan, type PlanGround } from '../../src/post-incident/agenda/plan.ts';
import { goodPolicy } from '../policy/lines.ts';
import { heldRoles } from '../support/team.ts';

export const at = (text: string): number => Date.parse(text);
/** A Monday, a day before a meeting. */
export const NOW = at('2026-11-02T12:00Z');

export const policyOf = (more = ''): Promise<Policy> =>
  goodPolicy(`roles: { heads: [ada, Ida], ghosts: [casper] }\nreview: { on: tue, at: 10:00${more} }`);

export function groundAt(now: number, policy: Policy, changes: Partial<PlanGround> = {}): PlanGround {
  return {
    now,
    policy,
    meeting: meetingAfter(policy.review!.rhythm, now),
    facts: 'Facts',
    people: policy.review!.people,
    roles: heldRoles(Object.entries({ ada: 'write', ida: 'write', casper: null })),
    ...changes,
  };
}

/** A comment of ours. */
export const commentOf = (id: string, body: string): Issue['timeline'][number] => ({
  kind: 'commented',
  at: 0,
  actor: null,
  own: true,
  comment: { id, number: 0, url: '', body, author: null, edited: false, own: true },
});

export function agendaOf(number: number, body: string, changes: Partial<Issue> = {}): Issue {
  return {
    id: `I${number}`,
    number,
    url: '',
    title: 'Incident review',
    body,
    edited: false,
    author: null,
    own: true,
    openedAt: 0,
    state: 'open',
    labels: ['review'],
    timeline: [],
    ...changes,
  };
}

/** Closed by people, or by us because there were two. */
export const closedFor = (
  reason: 'completed' | 'duplicate',
  own = reason === 'duplicate',
): Pick<Issue, 'state' | 'timeline'> => ({
  state: 'closed',
  timeline: [{ kind: 'closed', at: 1, actor: null, own, reason }],
});

/** The text with which the agenda of an instant is opened. */
export function bodyAt(ground: PlanGround, before: readonly Issue[] = []): string {
  const plan = planAgenda(before, ground);
  if (plan.issue !== null) throw new Error('there is one');
  return plan.body;
}

/** What is to be done, in short: what on which issue. */
export const kinds = (plan: AgendaPlan): string[] =>
  plan.issue === null
    ? ['open']
    : plan.orders.flatMap(({ issue, effects }) => effects.map((it) => `${it.do} #${issue.number}`));
