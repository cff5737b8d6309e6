import { distinctLogins } from '../../model/login.ts';
import { peopleOf } from '../../capabilities/people/roles.ts';
import { factsMark, agendaFactsOf, meetingOf } from '../../capabilities/review/agenda.ts';
import type { Effect } from '../../engine/effect.ts';
import type { Roles } from '../../engine/judge.ts';
import { withMark } from '../../engine/mark.ts';
import type { Issue } from '../../model/issue.ts';
import { dayOf, localHour } from '../../text/time.ts';
import { isDouble } from '../gate.ts';
import type { AgendaGround } from './facts.ts';
import { agendaOpeningText } from './text.ts';
import { agendaWordsOf } from './words.ts';

/** What the plan of an agenda depends on besides its issues. */
export interface PlanGround extends AgendaGround {
  /** What there is to look at. */
  readonly facts: string;
  /** Roles of the policy whose people are mentioned. */
  readonly people: readonly string[];
  /** Role in the repository by login in small letters, null for none; of whom nobody has asked yet is not in it. */
  readonly roles: Roles;
}

/** What is to be done so that a meeting has its agenda, and the last one is closed. */
export type AgendaPlan =
  | { readonly issue: null; readonly title: string; readonly body: string; readonly why: string }
  | {
      /** The agenda of the meeting. */
      readonly issue: Issue;
      /** What is to be done on which issue, in order. */
      readonly orders: readonly { readonly issue: Issue; readonly effects: readonly Effect[] }[];
      /** Logins of those whose role must be known before anybody is mentioned. */
      readonly unknown: readonly string[];
    };

/**
 * Plans the agenda of the next meeting. Of `issues` only those count that we opened and that carry the mark, open or closed: a meeting gets one
 * agenda, also when people have closed it early. The oldest that is open is the agenda, any other of the same meeting a double. The newest of
 * another meeting is the last one: what nobody has ticked there is carried over when the agenda is opened, and whatever is still open of
 * others is closed once it is there.
 */
export function planAgenda(issues: readonly Issue[], ground: PlanGround): AgendaPlan {
  const { meeting, policy } = ground;
  const { did: words } = agendaWordsOf(policy.language);
  const agendas = issues
    .flatMap((issue) => {
      const date = meetingOf(issue);
      return date === null || isDouble(issue) ? [] : [{ issue, date }];
    })
    .sort((a, b) => a.issue.number - b.issue.number);
  const same = agendas.filter(({ date }) => date === meeting.date).map(({ issue }) => issue);
  const others = agendas.filter(({ date }) => date !== meeting.date).map(({ issue }) => issue);
  const agenda = same.find(({ state }) => state === 'open') ?? same[0];
  if (!agenda) {
    const { title, body } = agendaOpeningText(others.at(-1) ?? null, ground);
    return { issue: null, title, body, why: words.opened(dayOf(policy, meeting.at)) };
  }
  const { effects, unknown } = agenda.state === 'open' ? keepFacts(agenda, ground) : { effects: [], unknown: [] };
  const doubles = same
    .filter((it) => it !== agenda && it.state === 'open')
    .map(({ id, number }): Effect => {
      const why = words.duplicate(number);
      return { issue: agenda.number, do: 'close-duplicate', target: id, of: agenda.id, isSelf: false, why };
    });
  const closings = others
    .filter(({ state }) => state === 'open')
    .map((issue) => {
      const why = words.closed(issue.number);
      return { issue, effects: [{ issue: issue.number, do: 'close', reason: 'completed', why } as const] };
    });
  const all = [{ issue: agenda, effects: [...effects, ...doubles] }, ...closings];
  return { issue: agenda, orders: all.filter((it) => it.effects.length > 0), unknown };
}

/** Writes the facts, once; from then on they are written anew when they have changed, on another day than before. */
function keepFacts(
  { number, timeline }: Issue,
  { facts, people, roles, policy, now, meeting }: PlanGround,
): { readonly effects: readonly Effect[]; readonly unknown: readonly string[] } {
  const { did: words, kept } = agendaWordsOf(policy.language);
  const day = localHour(policy, now).date;
  const bodyFor = (told: readonly string[]): string => {
    const mentions = told.map((login) => `@${login} `).join('');
    return `${factsMark(number, { meeting: meeting.date, day, told })}\n${mentions}${facts}\n\n<sub>${kept}</sub>`;
  };
  const [first, ...more] = agendaFactsOf({ number, timeline });
  if (!first) {
    const all = people.flatMap((role) => peopleOf({ policy, now }, role) ?? []);
    const logins = distinctLogins(all);
    const told = logins.filter((login) => roles.get(login.toLowerCase()) !== null);
    const unknown = logins.filter((login) => roles.get(login.toLowerCase()) === undefined);
    return {
      unknown,
      effects: [{ issue: number, do: 'comment', keys: [], to: told, body: bodyFor(told), why: words.told }],
    };
  }
  const body = bodyFor(first.told);
  const isSame = clean(withMark(first.comment.body, '')) === clean(withMark(body, ''));
  return {
    unknown: [],
    effects: [
      ...(isSame || first.day === day
        ? []
        : [{ issue: number, do: 'edit-comment', comment: first.comment.id, body, why: words.edited } as const]),
      ...more.map(
        ({ comment }) => ({ issue: number, do: 'delete-comment', comment: comment.id, why: words.double }) as const,
      ),
    ],
  };
}

/** GitHub may keep other line ends than it was given. */
function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
