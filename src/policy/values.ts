import * as z from 'zod/mini';
import { DURATION, meantDuration, parseDuration, parseTime, WALL_TIME, writeTime } from './duration.ts';
import { DAY, HOUR } from '../calendar/length.ts';
import { hinted, list, not, text } from './expect.ts';
import { taking } from './keys.ts';
import { DATE, isDate, parseSpan, SPAN } from './hours.ts';
import { LONGEST_LABEL } from '../model/limits.ts';
import { NAME, readZone, wrongLabel, wrongLogin } from './names.ts';
import { LOGIN } from '../model/login.ts';
import { quote } from './wording.ts';

/* The values that the schema of the policy is made of. */

export const durationValue = taking(
  'duration',
  hinted(
    text(
      'a duration',
      'e.g. 30m, 2h, 1d',
      (value) => {
        if (parseDuration(value)) return undefined;
        if (DURATION.test(value)) return `${quote(value)} is no time at all; expected e.g. 30m, 2h, 1d`;
        const meant = meantDuration(value);
        return `${quote(value)} is not a duration; ${meant === undefined ? 'expected e.g. 30m, 2h, 1d' : `did you mean ${quote(meant)}?`}`;
      },
      DURATION.source,
    ),
    {
      id: 'duration',
      description:
        'A length of time: `90m`, `1h30m`, `2h`, `6d`. On a business calendar h and m are open time and d are business days; on `always` a day is 24 hours and `1w` is 7 days.',
    },
  ),
);

/** A length of wall time in hours and minutes. `most` is the longest that is allowed, in hours; `least` the shortest, in ms. */
export function wallTimeValue(example: string, most: number, least: number) {
  const wrong = (value: string) => {
    const ms = parseTime(value);
    if (ms !== undefined && ms >= least && ms <= most * HOUR) return undefined;
    if (ms !== undefined) {
      return `${quote(value)} is ${ms < least ? `no time at all; expected e.g. ${example}` : `too long; expected at most ${most}h`}`;
    }
    const meant = meantDuration(value);
    const duration = parseDuration(meant ?? value);
    if (!duration) return `${quote(value)} is not a duration; expected e.g. ${example}`;
    const same = duration.days * DAY + duration.ms;
    if (same > most * HOUR) return `${quote(value)} is too long; expected at most ${most}h`;
    const time = duration.days === 0 && meant !== undefined ? meant : writeTime(same);
    const why = meant === undefined ? 'has days, where hours and minutes are expected' : 'is not a duration';
    return `${quote(value)} ${why}; did you mean ${quote(time)}?`;
  };
  return taking(
    `hours and minutes, at most \`${most}h\``,
    text('a duration', `e.g. ${example}`, wrong, WALL_TIME.source),
  );
}

const hours = text(
  'a time of opening',
  'e.g. 09:00-17:00',
  (value) => {
    if (value === 'closed' || parseSpan(value)) return undefined;
    if (SPAN.test(value)) return `${quote(value)} is empty; for a whole day write 00:00-24:00`;
    const time = /\d+:\d+/g;
    const wrong = (value.match(time) ?? []).find((one) => !SPAN.test(`${one}-24:00`) && one !== '24:00');
    if (wrong !== undefined && value.replaceAll(time, '').trim() === '-') {
      return `${quote(wrong)} is not a time of day; expected 00:00 to 24:00`;
    }
    return `${quote(value)} is not a time of opening; expected e.g. 09:00-17:00 or closed`;
  },
  `${SPAN.source}|^closed$`,
);

export const openHours = taking(
  '[hours](#hours)',
  hinted(
    z.union([hours, list(hours, 'a list of opening times', 'is empty; for a day without hours write closed')], {
      error: not('a time of opening', 'e.g. 09:00-17:00, a list of such, or closed'),
    }),
    {
      id: 'hours',
      description:
        'Opening hours: `09:00-17:00`, a list of such, or `closed`. An end before the start (`22:00-06:00`) is on the next day.',
    },
  ),
);

const wrongDate = (value: string) => {
  if (isDate(value)) return undefined;
  const why = DATE.test(value) ? 'does not exist' : 'is not a date';
  return `${quote(value)} ${why}; expected YYYY-MM-DD`;
};
export const date = text('a date', 'YYYY-MM-DD', wrongDate, DATE.source);

export const zone = taking(
  'IANA name',
  text('a time zone', 'an IANA name such as Europe/Paris', (value) => {
    const read = readZone(value);
    return 'wrong' in read ? read.wrong : undefined;
  }),
);

/** A name that the policy itself introduces. */
export function name(noun: string, reserved: readonly string[]) {
  return text(`the name of ${noun}`, 'e.g. urgent', (value) => {
    if (reserved.includes(value)) return 'is a name that Tocsin itself uses; choose another';
    return NAME.test(value)
      ? undefined
      : `${quote(value)} is not a name; expected letters, digits, - and spaces, at most 50`;
  });
}

/** The name of something defined elsewhere in the file. */
export const reference = (noun: string) =>
  taking(
    `name of ${noun}`,
    text(`the name of ${noun}`, '', () => undefined),
  );

export const labelName = taking(
  'text',
  hinted(text('the name of a label', '', wrongLabel), { maxLength: LONGEST_LABEL }),
);

export const line = (noun: string) =>
  taking(
    'text',
    text(noun, '', (value) => (value.trim() === '' ? `is blank; expected ${noun}` : undefined)),
  );

export const login = taking('login', text('a login', 'e.g. alice', wrongLogin, LOGIN.source));

export const flag = z.boolean({ error: not('true or false', 'true or false') });
