import { DAY, HOUR, MINUTE } from '../../calendar/length.ts';
import { parseDuration } from '../../policy/duration.ts';
import { map, oneOf, text } from '../../policy/expect.ts';
import { WEEKDAYS } from '../../policy/hours.ts';
import { key, required, taking } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { date, durationValue } from '../../policy/values.ts';
import { quote } from '../../policy/wording.ts';
import { weekdayOf } from '../on-call/days.ts';
import { rolesSection } from '../people/policy.ts';
import { rolesOr, wrongRole } from '../people/reference.ts';
import { timezoneSection } from '../reader/policy.ts';
import type { MeetingRhythm } from './meetings.ts';

/** The meetings at which incidents are reviewed. */
export interface Review {
  readonly rhythm: MeetingRhythm;
  /** Roles whose people are mentioned when an agenda is opened. */
  readonly people: readonly string[];
}

const RHYTHMS = ['1w', '2w', '3w', '4w'] as const;

/** The Monday from which weeks are counted unless the policy names a week. */
export const FIRST_WEEK = '2026-01-05';

/** An agenda that no run on schedule can open in time would be none. */
const SHORTEST = HOUR;

export const REVIEW_TIME = /^([01]?\d|2[0-3]):([0-5]\d)$/;
export const reviewTime = taking(
  'time of day',
  text(
    'a time of day',
    'e.g. 10:00',
    (value) => (REVIEW_TIME.test(value) ? undefined : `${quote(value)} is not a time of day; expected e.g. 10:00`),
    REVIEW_TIME.source,
  ),
);

/** A time of a weekday in the week of a day, on the wall clock as if it were UTC. */
export function firstOf(from: string, on: (typeof WEEKDAYS)[number], at: string): number {
  const [, hour, minute] = REVIEW_TIME.exec(at)!;
  const day = Date.parse(`${from}T00:00:00Z`) / DAY;
  const date = day - weekdayOf(day) + WEEKDAYS.indexOf(on);
  return date * DAY + (Number(hour) * 60 + Number(minute)) * MINUTE;
}

export const reviewSection = section({
  key: 'review',
  schema: key(
    map('a map of review', {
      every: key(oneOf('a number of weeks', RHYTHMS), {
        takes: '`1w` to `4w`',
        default: '`1w`',
        meaning: 'How many weeks there are from one meeting to the next.',
      }),
      on: required(oneOf('a weekday', WEEKDAYS), { takes: '`mon` to `sun`', meaning: 'Its day of the week.' }),
      at: required(reviewTime, { meaning: 'When it begins, in the time zone of the policy, in summer as in winter.' }),
      from: key(date, {
        takes: 'date',
        default: `\`${FIRST_WEEK}\``,
        meaning: 'A day of a week with a meeting: weeks are counted from there, both ways.',
      }),
      before: key(durationValue, {
        default: '`1d`',
        meaning: 'How long before the meeting its agenda is opened, an hour or more. Days are those of the wall clock.',
      }),
      people: key(rolesOr('is empty; expected roles, or leave it out', 'e.g. [management, responder]'), {
        takes: 'a role, or a list of roles',
        default: 'nobody',
        meaning: 'Who is mentioned, once, when the agenda is there.',
      }),
    }),
    {
      takes: 'map of [these keys](#review-meetings)',
      meaning: 'When incidents are [reviewed](#review-meetings): each meeting gets an agenda made from the record.',
    },
  ),
  needs: [timezoneSection, rolesSection],
  resolve: ({ file }, { report, namesIn }, { zone, roles }): { readonly review: Review | null } => {
    if (file === undefined) return { review: null };
    const { every = '1w', on, at, from = FIRST_WEEK, before = '1d', people = [] } = file;
    const weeks = Number(every[0]);
    const { days, ms } = parseDuration(before)!;
    const length = days * DAY + ms;
    if (length < SHORTEST || length >= weeks * 7 * DAY)
      report(
        ['review', 'before'],
        `${quote(before)} is ${length < SHORTEST ? 'too short; expected 1h or more' : `not less than the ${every} from one meeting to the next`}`,
      );
    const named = typeof people === 'string' ? [people] : people;
    named.forEach((name, i) => {
      const wrong = wrongRole(name, roles, namesIn('roles'));
      if (wrong !== undefined)
        report(typeof people === 'string' ? ['review', 'people'] : ['review', 'people', i], wrong);
    });
    const first = firstOf(from, on, at);
    return { review: { rhythm: { weeks, first, before: length, zone }, people: [...new Set(named)] } };
  },
});
