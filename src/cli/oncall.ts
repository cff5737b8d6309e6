import type { Instant } from '../calendar/calendar.ts';
import { DAY } from '../calendar/length.ts';
import { oncallWordsOf } from '../capabilities/on-call/words.ts';
import { onCallLine, scheduleLines, scheduleMarkdown } from '../capabilities/on-call/text.ts';
import { calendarFile } from '../capabilities/on-call/ics.ts';
import { meetingsBetween, type Meeting } from '../capabilities/review/meetings.ts';
import type { Schedule, Shift } from '../capabilities/on-call/schedule.ts';
import { shiftAfter, shiftAt, wholeShifts } from '../capabilities/on-call/shifts.ts';
import type { Policy } from '../capabilities/policy.ts';
import { optional, readOptions, UsageError } from './arguments.ts';
import { POLICY_OPTION, TIMES } from './options.ts';
import { readTime } from './time.ts';
import type { Options } from './arguments.ts';
import type { Print, Subcommand } from './subcommand.ts';
import { policyOf } from './policy.ts';

export const OPTIONS = {
  at: { type: 'string', value: 'TIME', does: `When: ${TIMES}; now unless given.` },
  schedule: { type: 'string', value: 'NAME', does: 'One schedule of the policy; all of them unless given.' },
  days: { type: 'string', value: 'N', does: 'List the shifts of so many days, 1 to 366, and not only who is on call.' },
  ics: {
    type: 'boolean',
    does: 'Print the shifts, and the review meetings, as a calendar file; 90 days unless --days says otherwise.',
  },
  markdown: { type: 'boolean', does: 'Print them as Markdown, 28 days.' },
  json: { type: 'boolean', does: 'Print them as JSON, 28 days.' },
  policy: POLICY_OPTION,
} as const;

/** How far each form looks ahead unless --days says so. */
const DAYS = { ics: 90, markdown: 28, json: 28 } as const;
const MOST_DAYS = 366;

/** Says who is on call, and shows or exports the schedules. */
export const oncall: Subcommand = {
  usage: 'oncall [--at TIME] [--schedule NAME] [--days N] [--ics | --markdown | --json] [--policy FILE]',
  does: 'Say who is on call, now or at an instant; with --days, --ics or --markdown, list the shifts from then on.',
  options: OPTIONS,
  examples: ['oncall', 'oncall --at "tomorrow 9:00" --schedule sre', 'oncall --ics > on-call.ics'],
  fails: null,
  run: async (args, print) => {
    const options = readOptions(args, OPTIONS);
    const policy = await policyOf(options);
    showOnCall(policy, options, Date.now(), print);
    return 0;
  },
};

/** What `oncall` needs of a policy. */
type Rota = Pick<Policy, 'language' | 'zone' | 'schedules' | 'review'>;

/** Prints what the options ask for; `now` stands for --at if that is left out. Throws a UsageError for bad options. */
export function showOnCall(rota: Rota, options: Options, now: Instant, print: Print): void {
  const { language } = rota;
  const { ics = false, markdown = false, json = false } = options.values;
  if ([ics, markdown, json].filter(Boolean).length > 1) {
    throw new UsageError('expected only one of --ics, --markdown and --json');
  }
  if (options.positionals.length > 0) throw new UsageError(`"${options.positionals[0]!}" is not expected here`);
  const only = optional(options, 'schedule');
  const schedules = chosen(rota, only);
  const given = optional(options, 'at');
  // The zone of a single schedule is the one in which its people think.
  const zone = schedules.length === 1 ? schedules[0]!.zone : rota.zone;
  const at = given === null ? now : readTime(given, { zone, now }, 'at');
  const days = readDays(optional(options, 'days'));
  const until = (usual: number) => at + (days ?? usual) * DAY;

  if (ics) {
    // Whoever wants one schedule wants no meeting.
    const meetings =
      rota.review === null || only !== null ? [] : meetingsBetween(rota.review.rhythm, at, until(DAYS.ics));
    const text = calendar(rota, { schedules, meetings }, at, until(DAYS.ics));
    // A printed line ends with LF; iCalendar wants CRLF.
    for (const line of text.split('\r\n').slice(0, -1)) print(`${line}\r`);
  } else if (markdown) {
    const parts = schedules.map((schedule) => scheduleMarkdown(language, schedule, at, until(DAYS.markdown)));
    print(parts.join('\n\n'));
  } else if (json) {
    print(JSON.stringify(schedules.map((schedule) => facts(schedule, at, until(DAYS.json)))));
  } else if (days === null) {
    for (const schedule of schedules) print(onCallLine(language, schedule, at));
  } else {
    const lists = schedules.map((schedule) => scheduleLines(language, schedule, at, until(days)));
    for (const line of lists.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]))) print(line);
  }
}

function chosen({ schedules }: Rota, name: string | null): readonly Schedule[] {
  if (schedules.size === 0) throw new UsageError('the policy has no schedules');
  if (name === null) return [...schedules.values()];
  const schedule = schedules.get(name);
  if (schedule) return [schedule];
  throw new UsageError(`--schedule: there is no "${name}"; expected ${[...schedules.keys()].join(' or ')}`);
}

function readDays(text: string | null): number | null {
  if (text === null) return null;
  const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= MOST_DAYS) return days;
  throw new UsageError(`--days: "${text}" is not a number of days; expected 1 to ${MOST_DAYS}`);
}

function calendar(
  { language }: Rota,
  { schedules, meetings }: { readonly schedules: readonly Schedule[]; readonly meetings: readonly Meeting[] },
  at: Instant,
  to: Instant,
): string {
  const words = oncallWordsOf(language);
  const feeds = schedules.map((schedule) => ({ schedule, shifts: wholeShifts(schedule, at, to) }));
  return calendarFile(feeds, {
    title: words.title(schedules.map(({ name }) => name).join(', ')),
    origin: 'tocsin',
    stamp: at,
    summary: (schedule, { login, override }) => words.shift(schedule, login, override),
    meetings,
    meeting: words.meeting,
  });
}

function facts(schedule: Schedule, at: Instant, to: Instant): object {
  const iso = (t: Instant) => new Date(t).toISOString();
  const shift = (it: Shift | null) => it && { ...it, from: iso(it.from), to: iso(it.to) };
  return {
    schedule: schedule.name,
    zone: schedule.zone,
    at: iso(at),
    now: shift(shiftAt(schedule, at)),
    next: shift(shiftAfter(schedule, at)),
    shifts: wholeShifts(schedule, at, to).map(shift),
  };
}
