import { DateTime } from 'luxon';
import type { Instant } from '../calendar/calendar.ts';
import type { Schedule, Shift } from '../oncall/schedule.ts';
import { gapsBetween, HORIZON, shiftAfter, shiftAt, wholeShifts } from '../oncall/shifts.ts';
import type { Language } from '../policy/policy.ts';
import { who } from './foreign.ts';
import { oncallWordsOf } from './oncall-words.ts';
import { table } from './table.ts';
import { instant } from './time.ts';

/** A stretch in which one person, or nobody, is on call. */
interface Row {
  readonly from: Instant;
  readonly to: Instant;
  readonly shift: Shift | null;
}

/** Whole shifts that touch [from, to) and the gaps in it, in order. */
function rows(schedule: Schedule, from: Instant, to: Instant): Row[] {
  const shifts = wholeShifts(schedule, from, to).map((shift): Row => ({ from: shift.from, to: shift.to, shift }));
  const gaps = gapsBetween(schedule, from, to).map((gap): Row => ({ ...gap, shift: null }));
  return [...shifts, ...gaps].sort((a, b) => a.from - b.from);
}

/** Wall-clock time in the zone of a schedule, with the day of the week: turns begin on certain ones. */
function wall(language: Language, { zone }: Schedule, at: Instant): string {
  return DateTime.fromMillis(at, { zone, locale: language }).toFormat('ccc d LLL yyyy, HH:mm');
}

/**
 * Who is on call in [from, to) as Markdown: a heading, the zone, and a table with a row for each shift (the first and the
 * last of them whole) and for each gap. Logins stand as code and tell nobody.
 */
export function scheduleMarkdown(language: Language, schedule: Schedule, from: Instant, to: Instant): string {
  const words = oncallWordsOf(language);
  const lines = rows(schedule, from, to).map(({ from, to, shift }) => {
    const login = shift === null ? `**${words.nobody}**` : who(shift.login);
    return [wall(language, schedule, from), wall(language, schedule, to), whose(words.overridden, login, shift)];
  });
  const body = lines.length > 0 ? table(words.columns, lines) : words.empty;
  return [`### ${schedule.name}`, words.zone(schedule.zone), body].join('\n\n');
}

/** The same for a terminal: a line for each shift and gap under one with the name and zone of the schedule. */
export function scheduleLines(language: Language, schedule: Schedule, from: Instant, to: Instant): string[] {
  const words = oncallWordsOf(language);
  const lines = rows(schedule, from, to).map(({ from, to, shift }) => {
    const span = `${wall(language, schedule, from)} – ${wall(language, schedule, to)}`;
    return `  ${span}  ${whose(words.overridden, shift?.login ?? words.nobody, shift)}`;
  });
  return [words.list(schedule.name, schedule.zone), ...lines];
}

/** One line for a terminal: who is on call at an instant, until when, and who is next. */
export function onCallLine(language: Language, schedule: Schedule, at: Instant): string {
  const words = oncallWordsOf(language);
  const reader = { language, zone: schedule.zone };
  const until = (login: string, end: Instant) => words.until(login, instant(reader, end));

  const now = shiftAt(schedule, at);
  const login = whose(words.overridden, now?.login ?? words.nobody, now);
  const next = shiftAfter(schedule, at);
  const end = now?.to ?? next?.from;
  // A stretch that was cut at the horizon ends nobody knows when.
  if (end === undefined || end - at >= HORIZON) return words.schedule(schedule.name, words.endless(login));
  const after = now !== null && next?.from !== end ? words.nobody : next?.login;
  return words.schedule(schedule.name, words.then(until(login, end), after ?? words.nobody));
}

function whose(overridden: (who: string) => string, login: string, shift: Shift | null): string {
  return shift?.override ? overridden(login) : login;
}
