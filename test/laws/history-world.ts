import fc from 'fast-check';
import type { CloseReason, Comment, Issue, TimelineEvent } from '../../src/model/issue.ts';
import type { Ground } from '../../src/capabilities/decide.ts';
import { projectedIssue } from '../../src/engine/projection.ts';
import type { Effect } from '../../src/engine/effect.ts';
import { goodPolicy } from '../policy/lines.ts';
import { MINUTE, POLICY } from './story.ts';
import { groundOf, newIssue } from '../support/world.ts';

const START = Date.UTC(2026, 10, 2, 9);
const PERSONS = ['alice', 'bob', 'rita', 'mallory'] as const;
const LABELS = ['P0', 'P1', 'P2', 'P3', 'resolved', 'needs-assessment', 'other'];
const TEXTS = [
  'looking at it',
  '/ack',
  '/resolve rolled back',
  '/priority P0',
  '/priority P2 one shop only',
  '/priority P3',
  '/workaround use the other door',
  '/restored',
  '/nonsense',
  '/ack\n/resolve done',
  '> /ack',
];

type Act =
  | { readonly do: 'label' | 'unlabel'; readonly by: string; readonly label: string }
  | { readonly do: 'comment'; readonly by: string; readonly text: string }
  | { readonly do: 'assign' | 'unassign'; readonly by: string; readonly whom: string }
  | { readonly do: 'close'; readonly by: string; readonly reason: CloseReason }
  | { readonly do: 'reopen'; readonly by: string }
  | { readonly do: 'run' }
  | { readonly do: 'die'; readonly left: number }
  | { readonly do: 'leave'; readonly who: string }
  | { readonly do: 'tighten' };

const by = fc.constantFrom(...PERSONS);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('label' as const, 'unlabel' as const),
      by,
      label: fc.constantFrom(...LABELS),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('comment' as const), by, text: fc.constantFrom(...TEXTS) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('assign' as const, 'unassign' as const), by, whom: by }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('close' as const),
      by,
      reason: fc.constantFrom<CloseReason>('completed', 'not-planned', 'duplicate'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const), by }) },
  { weight: 5, arbitrary: fc.constant<Act>({ do: 'run' }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('die' as const), left: fc.integer({ min: 0, max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), who: fc.constantFrom('alice', 'bob') }) },
  { weight: 1, arbitrary: fc.constant<Act>({ do: 'tighten' }) },
);
export const history = fc.record({
  labels: fc.subarray(['P0', 'P1', 'P2', 'P3'], { maxLength: 2 }),
  acts: fc.array(fc.tuple(fc.constantFrom(0, 1, 7, 20, 60, 250, 700), act), { maxLength: 14 }),
});

const policies = await Promise.all(
  [
    POLICY,
    `${POLICY}priorities:\n  P0: { acknowledge: 5m, resolve: 1h, escalation: urgent }\n  P1: { acknowledge: 10m, resolve: 2h, escalation: normal }\n`,
  ].map(goodPolicy),
);

/** A small GitHub for one issue: what people and plans do becomes its timeline. */
export function world(labels: readonly string[]) {
  let now = START;
  let ids = 100;
  let policy = policies[0]!;
  const roles = new Map<string, string | null>([
    ['alice', 'write'],
    ['bob', 'triage'],
    ['carol', 'maintain'],
    ['grace', 'admin'],
    ['rita', 'read'],
    ['mallory', null],
  ]);
  const event = (login: string) => ({ at: now, actor: { login, bot: false }, own: false });
  let issue = newIssue(now, labels, 'rita');
  const add = (change: Partial<Issue>, ...events: TimelineEvent[]): void => {
    issue = { ...issue, ...change, timeline: [...issue.timeline, ...events] };
  };
  const comment = (login: string, body: string, own: boolean): Comment => {
    ids += 1;
    return {
      id: `IC_${ids}`,
      number: ids,
      url: `${issue.url}#issuecomment-${ids}`,
      body,
      author: { login, bot: own },
      edited: false,
      own,
    };
  };

  /** What an effect leaves on the timeline, as the adapter would tell. */
  function eventsOf(effect: Effect): TimelineEvent[] {
    const base = { at: now, actor: { login: 'github-actions[bot]', bot: true }, own: true } as const;
    switch (effect.do) {
      case 'add-labels':
        return effect.labels
          .filter((label) => !issue.labels.includes(label))
          .map((label) => ({ ...base, kind: 'labeled', label }));
      case 'remove-labels':
        return effect.labels
          .filter((label) => issue.labels.includes(label))
          .map((label) => ({ ...base, kind: 'unlabeled', label }));
      case 'assign':
        return effect.logins.map((assignee) => ({ ...base, kind: 'assigned', assignee }));
      case 'comment':
        return [{ ...base, kind: 'commented', comment: comment('github-actions[bot]', effect.body, true) }];
      case 'write-card': {
        const fresh = comment('github-actions[bot]', effect.body, true);
        return [
          {
            ...base,
            kind: 'commented',
            comment: effect.comment === null ? fresh : { ...fresh, id: effect.comment, edited: true },
          },
        ];
      }
      case 'edit-comment':
        return [
          {
            ...base,
            kind: 'commented',
            comment: { ...comment('github-actions[bot]', effect.body, true), id: effect.comment, edited: true },
          },
        ];
      case 'open-issue':
        return [
          {
            ...base,
            kind: 'sub-issue-added',
            issue: {
              id: 'I_2',
              number: 2,
              title: effect.title,
              body: effect.body,
              state: 'open',
              closedAt: null,
              own: true,
            },
          },
        ];
      default:
        return [];
    }
  }

  return {
    get issue() {
      return issue;
    },
    get ground(): Ground {
      return groundOf({ now, policy }, roles);
    },
    wait: (minutes: number): void => {
      now += minutes * MINUTE;
    },
    carryOut: (effect: Effect): void => {
      issue = projectedIssue(issue, effect, eventsOf(effect));
    },
    happen: (what: Act): void => {
      switch (what.do) {
        case 'label':
          if (!issue.labels.includes(what.label))
            add({ labels: [...issue.labels, what.label] }, { ...event(what.by), kind: 'labeled', label: what.label });
          break;
        case 'unlabel':
          if (issue.labels.includes(what.label))
            add(
              { labels: issue.labels.filter((it) => it !== what.label) },
              { ...event(what.by), kind: 'unlabeled', label: what.label },
            );
          break;
        case 'comment':
          add({}, { ...event(what.by), kind: 'commented', comment: comment(what.by, what.text, false) });
          break;
        case 'assign':
          add({}, { ...event(what.by), kind: 'assigned', assignee: what.whom });
          break;
        case 'unassign':
          add({}, { ...event(what.by), kind: 'unassigned', assignee: what.whom });
          break;
        case 'close':
          if (issue.state === 'open')
            add({ state: 'closed' }, { ...event(what.by), kind: 'closed', reason: what.reason });
          break;
        case 'reopen':
          if (issue.state === 'closed') add({ state: 'open' }, { ...event(what.by), kind: 'reopened' });
          break;
        case 'leave':
          roles.set(what.who, null);
          break;
        case 'tighten':
          policy = policies[1]!;
          break;
        case 'run':
        case 'die':
          break;
      }
    },
  };
}
