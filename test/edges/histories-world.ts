import fc from 'fast-check';
import { expect } from 'vitest';
import type { Issue, TimelineEvent } from '../../src/model/issue.ts';
import type { Ground } from '../../src/capabilities/decide.ts';
import { projectedEvents, projectedIssue } from '../../src/engine/projection.ts';
import { goodPolicy } from '../policy/lines.ts';
import type { Policy } from '../../src/capabilities/policy.ts';
import { planFor } from '../support/plan.ts';
import { groundOf, newIssue } from '../support/world.ts';

const START = Date.UTC(2026, 10, 2, 9);
const MINUTE = 60_000;

const POLICY = `
roles: { responder: [alice, bob], management: [grace] }
fallback: grace
calendars: { office: { mon-fri: 09:00-17:00 } }
priorities:
  P0:
    { acknowledge: 15m, workaround: 1h, restore: 3h, resolve: 4h, update-every: 30m, no-progress: 1h, escalation: urgent }
  P1: { acknowledge: 30m, resolve: { within: 2d, calendar: office }, update-every: 1h, escalation: urgent }
  P2: { acknowledge: 4h, resolve: { within: 3d, calendar: office, day: end-of-day }, escalation: normal }
  P3: { resolve: { within: 10d, calendar: office }, escalation: normal }
pauses: { waiting: [acknowledge, workaround, resolve, update], parked: [restore, resolve, no-progress, post-mortem] }
escalation-policies:
  urgent:
    - { at: start, notify: responder, repeat: 1h }
    - { at: acknowledge due, notify: management }
    - { at: workaround due, notify: responder, repeat: 2h }
    - { at: restore 50%, notify: responder }
    - { at: update due, notify: responder }
    - { at: update due + 10m, notify: management, repeat: 1h }
    - { at: no-progress due, notify: management }
    - { at: resolve 75%, notify: responder }
    - { at: resolve due - 30m, notify: responder }
    - { at: resolve due, notify: [responder, management] }
    - { at: resolve due + 1h, notify: management, repeat: 2h, until: resolved }
    - { at: post-mortem due - 1h, notify: assignee }
    - { at: review due, notify: management, repeat: 8h }
  normal:
    - { at: resolve 80%, notify: responder }
    - { at: resolve due, notify: responder }
`;

const TEXTS = [
  'looking at it',
  '/ack',
  '/resolve rolled back',
  '/priority P0',
  '/priority P1 not all',
  '/priority P2 one shop only',
  '/workaround use the other door',
  '/mitigate',
  '/restored',
  '/update we know more',
  '/progress',
  '/drafted',
  '/impact 2026-11-02T08:00',
] as const;

type Act =
  | { readonly do: 'label' | 'unlabel'; readonly label: string }
  | { readonly do: 'comment'; readonly text: string }
  | { readonly do: 'assign' | 'unassign' | 'close' | 'reopen' | 'review' };

const person = fc.constantFrom('alice', 'bob', 'rita');
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('label' as const, 'unlabel' as const),
      label: fc.constantFrom('waiting', 'parked'),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('comment' as const), text: fc.constantFrom(...TEXTS) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'assign' as const,
        'unassign' as const,
        'close' as const,
        'reopen' as const,
        'review' as const,
      ),
    }),
  },
);
export const history = fc.record({
  labels: fc.subarray(['P0', 'P1', 'waiting', 'parked'], { maxLength: 2 }),
  restart: fc.boolean(),
  french: fc.boolean(),
  acts: fc.array(fc.tuple(fc.constantFrom(0, 0, 1, 20, 61, 250, 1500), person, act), { maxLength: 14 }),
});
export type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

const policies = new Map<string, Policy>();
for (const restart of [true, false])
  for (const french of [true, false]) {
    const text = `${POLICY}language: ${french ? 'fr' : 'en'}\non-priority-change: ${restart ? 'restart' : 're-evaluate'}\n`;
    policies.set(`${restart}${french}`, await goodPolicy(text));
  }

export function world({ labels, restart, french }: History) {
  let now = START;
  let ids = 100;
  const event = (login: string) => ({ at: now, actor: { login, bot: false }, own: false });
  let issue = newIssue(now, labels, 'rita');
  const add = (change: Partial<Issue>, ...events: TimelineEvent[]): void => {
    issue = { ...issue, ...change, timeline: [...issue.timeline, ...events] };
  };
  const roles = new Map([
    ['alice', 'write'],
    ['bob', 'triage'],
    ['grace', 'admin'],
    ['rita', 'read'],
  ]);
  const ground = (): Ground => groundOf({ now, policy: policies.get(`${restart}${french}`)! }, roles);
  const happen = (by: string, what: Act): void => {
    const has = 'label' in what && issue.labels.includes(what.label);
    if (what.do === 'label' && !has)
      add({ labels: [...issue.labels, what.label] }, { ...event('bob'), kind: 'labeled', label: what.label });
    if (what.do === 'unlabel' && has)
      add(
        { labels: issue.labels.filter((it) => it !== what.label) },
        { ...event('bob'), kind: 'unlabeled', label: what.label },
      );
    if (what.do === 'comment') {
      ids += 1;
      const author = { login: by, bot: false };
      const comment = {
        id: `IC_${ids}`,
        number: ids,
        url: issue.url,
        body: what.text,
        author,
        edited: false,
        own: false,
      };
      add({}, { ...event(by), kind: 'commented', comment });
    }
    if (what.do === 'assign') add({}, { ...event('bob'), kind: 'assigned', assignee: by });
    if (what.do === 'unassign') add({}, { ...event('bob'), kind: 'unassigned', assignee: by });
    if (what.do === 'close' && issue.state === 'open')
      add({ state: 'closed' }, { ...event(by), kind: 'closed', reason: 'completed' });
    if (what.do === 'reopen' && issue.state === 'closed') add({ state: 'open' }, { ...event(by), kind: 'reopened' });
    if (what.do === 'review')
      issue = {
        ...issue,
        timeline: issue.timeline.map((it) =>
          it.kind === 'sub-issue-added' ? { ...it, issue: { ...it.issue, state: 'closed', closedAt: now } } : it,
        ),
      };
  };
  /** One run; gives the bodies that it wrote. */
  const run = (): string[] => {
    const written: string[] = [];
    for (let round = 1; ; round++) {
      const { effects } = planFor(issue, ground());
      if (effects.length === 0) return written;
      expect(round, 'a plan settles').toBeLessThanOrEqual(8);
      for (const effect of effects) {
        if ('body' in effect) written.push(effect.body);
        const events = projectedEvents(effect, now).map((it): TimelineEvent => {
          if (it.kind !== 'commented') return it;
          ids += 1;
          const id = effect.do === 'write-card' && effect.comment !== null ? effect.comment : `IC_${ids}`;
          return { ...it, comment: { ...it.comment, id, number: ids } };
        });
        issue = projectedIssue(issue, effect, events);
      }
    }
  };
  return {
    get issue() {
      return issue;
    },
    ground,
    happen,
    run,
    wait: (minutes: number): void => {
      now += minutes * MINUTE;
    },
  };
}
