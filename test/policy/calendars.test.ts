import { describe } from 'vitest';
import { testProblems } from './lines.ts';

describe('time zones', () => {
  testProblems([
    [
      'a slip',
      'timezone: Europe/Pari\n',
      ['1:11: timezone: "Europe/Pari" is not a time zone; did you mean "Europe/Paris"?'],
    ],
    [
      'a city',
      'timezone: new york\n',
      ['1:11: timezone: "new york" is not a time zone; did you mean "America/New_York"?'],
    ],
    [
      'an offset',
      'timezone: "+01:00"\n',
      ['1:11: timezone: "+01:00" is not a time zone; expected an IANA name such as Europe/Paris or UTC'],
    ],
    [
      'nonsense',
      'timezone: Nowhere/At-All\n',
      ['1:11: timezone: "Nowhere/At-All" is not a time zone; expected an IANA name such as Europe/Paris or UTC'],
    ],
    [
      'a zone of a calendar',
      'calendars: { office: { mon: 09:00-17:00, timezone: Asia/Katmandou } }\n',
      ['1:52: calendars.office.timezone: "Asia/Katmandou" is not a time zone; did you mean "Asia/Katmandu"?'],
    ],
  ]);
});

describe('calendars', () => {
  testProblems([
    [
      'hours',
      `calendars:
  a: { mon: 09:00-25:00 }
  b: { mon: 9h-17h }
  c: { mon: [09:00-12:00, 13:60-14:00] }
  d: { mon: 09:00-09:00 }
  e: { mon: [] }
  f: { mon: 540 }
`,
      [
        '2:13: calendars.a.mon: "25:00" is not a time of day; expected 00:00 to 24:00',
        '3:13: calendars.b.mon: "9h-17h" is not a time of opening; expected e.g. 09:00-17:00 or closed',
        '4:27: calendars.c.mon[1]: "13:60" is not a time of day; expected 00:00 to 24:00',
        '5:13: calendars.d.mon: "09:00-09:00" is empty; for a whole day write 00:00-24:00',
        '6:13: calendars.e.mon: is empty; for a day without hours write closed',
        '7:13: calendars.f.mon: 540 is not a time of opening; expected e.g. 09:00-17:00, a list of such, or closed',
      ],
    ],
    [
      'days',
      `calendars:
  a: { monday: 09:00-17:00 }
  b: { Mon-Fri: 09:00-17:00 }
  c: { weekdays: 09:00-17:00 }
  d: { mon-mon: 09:00-17:00 }
`,
      [
        '2:8: calendars.a.monday: is an unknown key; did you mean "mon"?',
        '3:8: calendars.b.Mon-Fri: is an unknown key; did you mean "mon-fri"?',
        '4:8: calendars.c.weekdays: is an unknown key; expected one of mon, mon-fri, sat-mon, timezone, holidays, exceptions',
        '5:8: calendars.d.mon-mon: is an unknown key; did you mean "mon-sun"?',
      ],
    ],
    [
      'a day in two keys',
      `calendars:
  a: { sat-mon: 10:00-12:00, mon: 09:00-17:00 }
`,
      ['2:30: calendars.a.mon: mon has its hours from "sat-mon" already; name each day once'],
    ],
    [
      'dates',
      `calendars:
  a:
    mon: 09:00-17:00
    holidays: [2026-02-30, 24.12.2026]
    exceptions: { 2026-13-01: closed, 2026-12-24: shut, 2026-12-31: [09:00-12:00] }
`,
      [
        '4:16: calendars.a.holidays[0]: "2026-02-30" does not exist; expected YYYY-MM-DD',
        '4:28: calendars.a.holidays[1]: "24.12.2026" is not a date; expected YYYY-MM-DD',
        '5:19: calendars.a.exceptions.2026-13-01: "2026-13-01" does not exist; expected YYYY-MM-DD',
        '5:51: calendars.a.exceptions.2026-12-24: "shut" is not a time of opening; expected e.g. 09:00-17:00 or closed',
      ],
    ],
    [
      'holidays',
      `calendars:
  a: { mon: 09:00-17:00, holidays: France }
  b: { mon: 09:00-17:00, holidays: XQ }
  c: { mon: 09:00-17:00, holidays: FR-99 }
  d: { mon: 09:00-17:00, holidays: [] }
`,
      [
        '2:36: calendars.a.holidays: "France" is not the code of a country; expected e.g. FR, DE-BY or a list of dates',
        '3:36: calendars.b.holidays: no public holidays are known for "XQ"; did you mean "BQ", "GQ" or "MQ"?',
        '4:36: calendars.c.holidays: no public holidays are known for "FR-99"; did you mean "FR-57", "FR-67" or "FR-68"?',
        '5:36: calendars.d.holidays: is empty; expected dates, or leave it out',
      ],
    ],
    [
      'calendars that never open',
      `calendars:
  a: { timezone: UTC }
  b: { mon-fri: closed, holidays: FR }
`,
      [
        '2:3: calendars.a: never opens; give it hours on at least one day, e.g. mon-fri: 09:00-17:00',
        '3:3: calendars.b: never opens; give it hours on at least one day, e.g. mon-fri: 09:00-17:00',
      ],
    ],
    [
      'a name that is taken',
      'calendars: { always: { mon: 09:00-17:00 } }\n',
      ['1:14: calendars.always: is a name that Tocsin itself uses; choose another'],
    ],
    [
      'names that could be markup',
      'calendars: { "<b>": { mon: 09:00-17:00 } }\n',
      ['1:14: calendars."<b>": "<b>" is not a name; expected letters, digits, - and spaces, at most 50'],
    ],
  ]);
});
