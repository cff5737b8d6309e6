import { DateTime } from 'luxon';
import type { Instant, Interval } from '../../calendar/calendar.ts';
import { firstAtWall, offsetAt } from '../../calendar/zone.ts';
import { DAY } from '../../calendar/length.ts';
import type { Schedule, Shift } from './schedule.ts';
import { gapsBetween, HORIZON, shiftAfter, shiftAt, wholeShifts } from './shifts.ts';
import type { Language } from '../../model/language.ts';
import { inline, who } from '../../text/foreign.ts';
import { oncallWordsOf } from './words.ts';
import { table } from '../../text/table.ts';
import { instant } from '../../text/time.ts';
import { LONGEST_TEXT } from '../../model/limits.ts';

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
  return underHeading(schedule.name, language, schedule, { from, to });
}

function underHeading(heading: string, language: Language, schedule: Schedule, span: Interval): string {
  const words = oncallWordsOf(language);
  const lines = rows(schedule, span.from, span.to).map(({ from, to, shift }) => {
    const login = shift === null ? `**${words.nobody}**` : who(shift.login);
    return [wall(language, schedule, from), wall(language, schedule, to), whose(words.overridden, login, shift)];
  });
  const body = lines.length > 0 ? table(words.columns, lines) : words.empty;
  return [`### ${heading}`, words.zone(schedule.zone), body].join('\n\n');
}

/** The same as `scheduleMarkdown` for a terminal: a line for each shift and gap under one with the name and zone of the schedule. */
export function scheduleLines(language: Language, schedule: Schedule, from: Instant, to: Instant): string[] {
  const words = oncallWordsOf(language);
  const lines = rows(schedule, from, to).map(({ from, to, shift }) => {
    const span = `${wall(language, schedule, from)} – ${wall(language, schedule, to)}`;
    return `  ${span}  ${whose(words.overridden, shift?.login ?? words.nobody, shift)}`;
  });
  return [words.list(schedule.name, schedule.zone), ...lines];
}

/** How far the published schedules look ahead, in days of the wall clock. */
const PUBLISHED_DAYS = 28;

/**
 * What the issue says that publishes the schedules, without its mark: each for four weeks from the start of the present day
 * in its zone, so that the same policy gives the same text all day. Schedules for which there is no room are only named.
 */
export function publicationText(language: Language, schedules: Iterable<Schedule>, now: Instant): string {
  const { publication: words } = oncallWordsOf(language);
  const all = [...schedules];
  const parts = [all.map((schedule) => nowLine(language, schedule, now)).join('\n'), words.intro];
  const left: string[] = [];
  let length = parts.join('\n\n').length;
  for (const schedule of all) {
    const { name, zone } = schedule;
    const today = Math.floor((now + offsetAt(zone, now)) / DAY) * DAY;
    const [from, to] = [firstAtWall(zone, today), firstAtWall(zone, today + PUBLISHED_DAYS * DAY)];
    const part = underHeading(words.heading(name), language, schedule, { from, to });
    if (length + part.length > LONGEST_TEXT) {
      left.push(inline(name));
      continue;
    }
    parts.push(part);
    length += part.length;
  }
  if (left.length > 0) parts.push(words.tooLong(left.join(', ')));
  return parts.join('\n\n');
}

/** Who is on call now, until when, and who is next: what most readers came for. */
function nowLine(language: Language, schedule: Schedule, now: Instant): string {
  const { nobody, publication: words } = oncallWordsOf(language);
  const shift = shiftAt(schedule, now);
  const next = shiftAfter(schedule, now);
  const end = shift?.to ?? next?.from;
  const isFar = end === undefined || end - now >= FAR;
  const follower = next && (shift === null || next.from === end) ? who(next.login) : nobody;
  const until = isFar ? null : instant({ language, zone: schedule.zone, today: now }, end);
  return words.now(inline(schedule.name), shift ? who(shift.login) : nobody, words.span(until, follower));
}

/** An end so far away, in milliseconds, is not looked for: the stretch may be cut there. */
const FAR = 365 * DAY;

/** Whom the comment on the beginning of a shift is for. */
interface ShiftAudience {
  /** Whether a mention reaches the person on call. */
  readonly reachable: boolean;
  /** The fallback of the policy as the policy names it, and the logins behind it that can be reached. */
  readonly fallback: { readonly name: string; readonly logins: readonly string[] };
}

/** A shift and the schedule that it is of. */
interface ScheduledShift {
  readonly schedule: Schedule;
  readonly shift: Shift;
}

/**
 * What the comment says that a shift has begun, without its mark; times are in the zone of the schedule. It mentions the
 * person on call, or where a mention would not reach them, the fallback.
 */
export function shiftText(
  language: Language,
  { schedule, shift }: ScheduledShift,
  { reachable, fallback }: ShiftAudience,
  now: Instant,
): string {
  const { nobody, publication: words } = oncallWordsOf(language);
  const end = shift.to - now >= FAR ? null : instant({ language, zone: schedule.zone }, shift.to);
  const next = end === null ? null : shiftAt(schedule, shift.to);
  const span = words.span(end, next === null ? nobody : who(next.login));
  const name = inline(schedule.name);
  if (reachable) return `@${shift.login} ${words.begun(name, span)}`;
  const said = words.notTold(who(shift.login), name, span);
  if (fallback.logins.length === 0) return `${said}\n\n${words.noFallback(inline(fallback.name))}`;
  const mentions = fallback.logins.map((login) => `@${login}`).join(' ');
  return `${mentions} ${said}\n\n${words.fallback(inline(fallback.name))}`;
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
