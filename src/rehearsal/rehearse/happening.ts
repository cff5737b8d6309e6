import { postMortemOwner } from '../../capabilities/post-mortem/rule.ts';
import type { Instant } from '../../calendar/calendar.ts';
import { readMark } from '../../engine/mark.ts';
import { isReply, nameOfKey, readKey } from '../../engine/keys.ts';
import { what } from '../../capabilities/notification/told.ts';
import type { Situation } from '../../capabilities/situation.ts';
import { notifierKind } from '../../notify/kinds.ts';
import type { Settled } from '../../run/report.ts';
import type { Received } from '../receiver.ts';
import type { RehearsalWords } from './words.ts';

/** One line of a rehearsal: what somebody does, or how Tocsin notifies people of what. */
export interface Happening {
  readonly at: Instant;
  readonly kind: 'opens' | 'acts' | 'page' | 'mention' | 'assignment';
  /** Who does it, or whom it is for; of a page nobody: whom it wakes is the affair of the service. */
  readonly people: readonly string[];
  /** The notifiers that took a page, by their names in the policy. */
  readonly by: readonly string[];
  /** What it says, or is about: plain text on one line. */
  readonly what: string;
  /** The step of the escalation policy behind it, and how often it went out before. */
  readonly step: { readonly name: string; readonly repetition: number } | null;
}

/** What a run did about an incident that people notice, in order; `pages` are those that it sent. */
export function happeningsOf(settled: Settled, pages: readonly Received[], said: RehearsalWords): readonly Happening[] {
  const { situation, done } = settled;
  const { now: at, words } = situation;
  const told = done.flatMap((deed) => (deed.do === 'comment' ? tellingsOf(deed.body, deed.issue) : []));
  const assigned = done.flatMap((deed) => (deed.do === 'assign' ? deed.logins : []));
  const base = { at, by: [], step: null };
  return [
    ...pages.filter(({ page }) => page.action === 'trigger').map((it) => paged(situation, it, told)),
    ...together(told).map(({ people, keys }): Happening => {
      const about = keys.map((key) => (isReply(readKey(key)) ? said.reply : plainHappening(what(words, key))));
      return { ...base, kind: 'mention', people, what: [...new Set(about)].join(', '), step: stepOf(keys) };
    }),
    ...(assigned.length > 0
      ? [{ ...base, kind: 'assignment', people: [...new Set(assigned)], what: said.assigned } as const]
      : []),
    // A post-mortem is assigned once its record is there.
    ...done.flatMap((deed): Happening[] => {
      const owner = postMortemOwner(situation);
      const people = owner === null ? [] : [owner];
      return deed.do === 'open-issue' ? [{ ...base, kind: 'assignment', people, what: deed.title }] : [];
    }),
  ];
}

/** Of what a comment tells: each thing, and whom. */
export interface Telling {
  readonly key: string;
  readonly people: readonly string[];
}

/** The mark of a comment says of each key whom it told. */
export function tellingsOf(body: string, issue: number): readonly Telling[] {
  const mark = readMark('notice', issue, body);
  const keys = Array.isArray(mark?.keys) ? mark.keys.map(String) : [];
  const told: readonly unknown[] = Array.isArray(mark?.told) ? mark.told : [];
  return keys.map((key, i) => ({ key, people: Array.isArray(told[i]) ? told[i].map(String) : [] }));
}

/** What goes to the same people in one comment is one line, unless it is another step: those repeat each in its own time. */
function together(
  tellings: readonly Telling[],
): readonly { readonly people: readonly string[]; readonly keys: readonly string[] }[] {
  const groups: { people: readonly string[]; keys: string[] }[] = [];
  for (const { key, people } of tellings) {
    const group = groups.find(
      (it) => it.people.join() === people.join() && (stepOf(it.keys) === null || stepOf([key]) === null),
    );
    if (group) group.keys.push(key);
    else groups.push({ people, keys: [key] });
  }
  return groups;
}

/** A page names no people; the comment that goes with it says for which step it is. */
function paged({ policy, now }: Situation, { page, attempted }: Received, told: readonly Telling[]): Happening {
  const isMeant = ({ key }: Telling): boolean => page.step.includes(nameOfKey(key));
  const meant = told.filter(isMeant);
  const takers = attempted.tried.flatMap(({ notifier, sent }) => (sent.ok ? [notifier] : []));
  return {
    at: now,
    kind: 'page',
    people: [],
    by: takers.map((name) => {
      const notifier = policy.notifiers.find((it) => it.name === name);
      return notifier ? `${name} (${notifierKind(notifier).title})` : name;
    }),
    what: page.summary,
    step: stepOf(meant.map(({ key }) => key)),
  };
}

/** The step among some keys; of several the one that repeats most seldom, whose lines are the news. */
function stepOf(keys: readonly string[]): Happening['step'] {
  const steps = keys.flatMap((key) => {
    const parts = readKey(key);
    return parts?.kind === 'step' ? [{ name: parts.step, repetition: parts.n }] : [];
  });
  return steps.toSorted((a, b) => a.repetition - b.repetition)[0] ?? null;
}

/** Markdown of a line without its marks. */
export function plainHappening(markdown: string): string {
  return markdown.replace(/[`*]/g, '').replace(/\s*\n\s*/g, ' ');
}
