import { DateTime } from 'luxon';
import type { Instant } from '../../calendar/calendar.ts';
import { DAY } from '../../calendar/length.ts';
import { dated, every, hourOf, instant, type Reader } from '../../text/time.ts';
import { abbreviate } from '../../text/cut.ts';
import type { RehearsalFinding } from './findings.ts';
import { foldHappenings, paceOf, type Folded } from './fold.ts';
import type { Notifications } from '../notifications.ts';
import type { PageTally, Rehearsal } from './rehearse.ts';
import { rehearsalWords, type RehearsalWords } from './words.ts';

/** The longest text of a line; whoever wants all of it has the issue. */
const LONGEST = 90;
/** The widest column of people; more of them go on beyond it. */
const WIDEST = 32;

/** Rehearsals for people: the timeline of each and who got how much of it, then what reached nobody. */
export function programme(reader: Reader, rehearsals: readonly Rehearsal[]): readonly string[] {
  const words = rehearsalWords(reader.language);
  return [...rehearsals.flatMap((one) => [...story(reader, one, words), '']), ...conclusion(rehearsals, words)];
}

/** What all of them have come to: who was notified of nothing, and what is worth a look. */
function conclusion(rehearsals: readonly Rehearsal[], words: RehearsalWords): readonly string[] {
  const unreached = lines(
    rehearsals.flatMap((it) => it.unreached),
    words,
  );
  const remarks = lines(
    rehearsals.flatMap((it) => it.remarks),
    words,
  );
  return [
    ...(unreached.length === 0 ? [words.unreached.none] : [words.unreached.heading, ...unreached]),
    ...(remarks.length === 0 ? [] : ['', words.remarks.heading, ...remarks]),
  ];
}

/** The same finding of several stories is one. */
function lines(findings: readonly RehearsalFinding[], words: RehearsalWords): readonly string[] {
  const byText = new Map<string, number>();
  for (const { text, times } of findings) byText.set(text, Math.max(byText.get(text) ?? 0, times));
  return [...byText].map(([text, times]) => `  ${text}${times > 1 ? words.unreached.times(times) : ''}`);
}

function story(
  reader: Reader,
  { plot, from, to, happenings, people, notifiers }: Rehearsal,
  words: RehearsalWords,
): readonly string[] {
  const folded = foldHappenings(happenings);
  const clock = clockOf(reader, to - from);
  const widths = {
    time: Math.max(...folded.map(({ at }) => clock(at).length)),
    kind: Math.max(...folded.map(({ kind }) => words.kinds[kind].length)),
    people: Math.min(WIDEST, Math.max(...folded.map((it) => namesOf(it, words).length))),
  };
  let shown: string | null = null;
  const rows = folded.flatMap((one) => {
    const time = clock(one.at);
    const isSame = time === shown;
    shown = time;
    const start = `${(isSame ? '' : time).padEnd(widths.time)}  ${words.kinds[one.kind].padEnd(widths.kind)}  `;
    const row = `${start}${namesOf(one, words).padEnd(widths.people)}  ${textOf(one, words)}`.trimEnd();
    const again =
      one.again.length === 0 ? [] : [`${' '.repeat(start.length + widths.people + 2)}${repeats(reader, one, clock)}`];
    return [row, ...again];
  });
  const heading = words.heading(plot.priority ?? '', plot.title, instant(reader, from), instant(reader, to));
  return [heading, '', ...rows, '', words.people.heading, ...tallies(people, words), ...pages(notifiers, words)];
}

/** The day of the week is enough for less than one. */
function clockOf({ zone, language }: Reader, length: number): (at: Instant) => string {
  const format = length < 6 * DAY ? 'ccc' : 'ccc d LLL';
  return (at) => {
    const local = DateTime.fromMillis(at, { zone, locale: language });
    return `${dated(local, format)} ${hourOf({ language }, local)}`;
  };
}

/** Whom it is for; of a page what took it. */
function namesOf({ kind, people, by }: Folded, words: RehearsalWords): string {
  return (kind === 'page' ? by : people).join(', ') || words.nobody;
}

function textOf({ kind, by, what }: Folded, words: RehearsalWords): string {
  const text = abbreviate(what, LONGEST);
  return kind === 'page' && by.length === 0 ? words.unpaged(text) : text;
}

function repeats(reader: Reader, one: Folded, clock: (at: Instant) => string): string {
  const words = rehearsalWords(reader.language);
  const until = clock(one.again.at(-1)!);
  const pace = paceOf(one);
  return pace === null
    ? words.againUneven(one.again.length, until)
    : words.again(one.again.length, every(reader.language, pace), until);
}

function tallies(people: readonly Notifications[], words: RehearsalWords): readonly string[] {
  if (people.length === 0) return [`  ${words.people.none}`];
  const width = Math.max(...people.map(({ login }) => login.length));
  return people.map(({ login, mentions, assignments, others }) => {
    const counts = [
      ...(mentions > 0 ? [words.people.mentions(mentions)] : []),
      ...(assignments > 0 ? [words.people.assignments(assignments)] : []),
      ...(others > 0 ? [words.people.mails(others)] : []),
    ];
    return `  ${login.padEnd(width)}  ${counts.join(', ')}`;
  });
}

function pages(notifiers: readonly PageTally[], words: RehearsalWords): readonly string[] {
  if (notifiers.length === 0) return [];
  const width = Math.max(...notifiers.map(({ notifier }) => notifier.length));
  const rows = notifiers.map((it) => `  ${it.notifier.padEnd(width)}  ${words.notifiers.pages(it.pages)}`);
  return ['', words.notifiers.heading, ...rows];
}

/** The shape that `--json` prints; documented in docs/rehearse.md. */
export function programmeJson(rehearsals: readonly Rehearsal[]): readonly object[] {
  const iso = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString());
  const findings = (list: readonly RehearsalFinding[]) =>
    list.map(({ reason, at, text, times }) => ({ reason, at: iso(at), text, times }));
  return rehearsals.map(({ plot, from, to, happenings, people, notifiers, unreached, remarks }) => ({
    story: plot.story,
    title: plot.title,
    priority: plot.priority,
    from: iso(from),
    to: iso(to),
    lines: happenings.map(({ at, kind, people: names, by, what, step }) => ({
      at: iso(at),
      kind,
      people: names,
      notifiers: by,
      what,
      step: step?.name ?? null,
      repetition: step?.repetition ?? 0,
    })),
    people: people.map(({ login, mentions, assignments, others }) => ({
      login,
      mentions,
      assignments,
      mails: others,
    })),
    notifiers,
    reachedNobody: findings(unreached),
    remarks: findings(remarks),
  }));
}
