import { describe, expect, it } from 'vitest';
import { ask } from './policies.ts';
import { policy } from './learning-platform.ts';

const { due, deadlines, days } = ask(policy);

describe('service hours', () => {
  const open = (calendar: string, at: string) => policy.calendars.get(calendar)?.isOpen(Date.parse(at));

  it.each([
    ['Monday 08:59', '2026-11-23T08:59+01:00', false, false],
    ['Monday 09:00', '2026-11-23T09:00+01:00', true, true],
    ['Friday 18:59', '2026-11-20T18:59+01:00', true, true],
    ['Friday 19:00', '2026-11-20T19:00+01:00', false, false],
    ['Saturday 09:00', '2026-11-21T09:00+01:00', false, true],
    ['Saturday 16:59', '2026-11-21T16:59+01:00', false, true],
    ['Saturday 17:00', '2026-11-21T17:00+01:00', false, false],
    ['Sunday 12:00', '2026-11-22T12:00+01:00', false, false],
  ])('%s', (_, at, weekdays, withSaturday) => {
    expect([open('weekdays', at), open('with-saturday', at)]).toEqual([weekdays, withSaturday]);
  });
});

describe('a blocking fault', () => {
  it('on Saturday at 16:30 is worked on until 17:00, and its resolution waits for Monday', () => {
    const opened = '2026-11-21T16:30+01:00';
    expect(deadlines('P0', opened)).toEqual({
      acknowledge: '2026-11-23T08:30Z', // Monday 09:30
      workaround: '2026-11-23T09:30Z', // Monday 10:30
      restore: '2026-11-21T19:30Z', // Saturday 20:30
      resolve: '2026-11-23T10:00Z', // Monday 11:00
    });
    expect(days('P0', 'workaround', opened)).toEqual([
      '2026-11-21 weekly 30',
      '2026-11-22 weekly 0',
      '2026-11-23 weekly 90',
    ]);
    expect(days('P0', 'resolve', opened)).toEqual([
      '2026-11-21 weekly 0',
      '2026-11-22 weekly 0',
      '2026-11-23 weekly 120',
    ]);
  });

  it('in the middle of the week has its workaround and its resolution due together', () => {
    expect(deadlines('P0', '2026-11-18T10:00+01:00')).toEqual({
      acknowledge: '2026-11-18T10:00Z',
      workaround: '2026-11-18T11:00Z',
      restore: '2026-11-18T13:00Z',
      resolve: '2026-11-18T11:00Z',
    });
  });

  it('at night waits for the morning', () => {
    expect(deadlines('P0', '2026-11-18T02:00+01:00')).toMatchObject({
      acknowledge: '2026-11-18T09:00Z',
      resolve: '2026-11-18T10:00Z',
    });
  });

  it('before Christmas: the 24th is closed, the 25th a holiday, the 26th a Saturday', () => {
    const opened = '2026-12-23T18:00+01:00';
    expect(due('P0', 'workaround', opened)).toBe('2026-12-26T09:00Z');
    expect(days('P0', 'workaround', opened)).toEqual([
      '2026-12-23 weekly 60',
      '2026-12-24 exception 0',
      '2026-12-25 holiday 0',
      '2026-12-26 weekly 60',
    ]);
    expect(due('P0', 'resolve', opened)).toBe('2026-12-28T09:00Z');
  });
});

describe('the restoration of data takes 4 hours by the wall clock', () => {
  it.each([
    ['across midnight', '2026-11-20T22:30+01:00', '2026-11-21T01:30Z'],
    ['over a public holiday', '2026-11-11T10:00+01:00', '2026-11-11T13:00Z'],
    // 23:30 to 04:30 on the clock: the hour from 02:00 to 03:00 does not exist.
    ['across the change to summer time', '2027-03-27T23:30+01:00', '2027-03-28T02:30Z'],
    // 23:30 to 02:30 on the clock: the hour from 02:00 to 03:00 comes twice.
    ['across the change to winter time', '2026-10-24T23:30+02:00', '2026-10-25T01:30Z'],
  ])('%s', (_, opened, restored) => {
    expect(due('P0', 'restore', opened)).toBe(restored);
    expect(Date.parse(restored) - Date.parse(opened)).toBe(4 * 3_600_000);
  });

  it('shows them date by date', () => {
    expect(days('P0', 'restore', '2027-03-27T23:30+01:00')).toEqual(['2027-03-27 weekly 30', '2027-03-28 weekly 210']);
  });
});

describe('a major fault', () => {
  it('on Saturday at 16:30 has its two business days on Monday and Tuesday', () => {
    expect(deadlines('P1', '2026-11-21T16:30+01:00')).toEqual({
      acknowledge: '2026-11-23T08:30Z',
      workaround: '2026-11-23T09:30Z',
      resolve: '2026-11-24T15:30Z',
    });
  });

  it('over 11 November, a Wednesday', () => {
    expect(due('P1', 'workaround', '2026-11-10T18:00+01:00')).toBe('2026-11-12T09:00Z');
    expect(days('P1', 'workaround', '2026-11-10T18:00+01:00')).toEqual([
      '2026-11-10 weekly 60',
      '2026-11-11 holiday 0',
      '2026-11-12 weekly 60',
    ]);
    expect(due('P1', 'resolve', '2026-11-10T15:00+01:00')).toBe('2026-11-13T14:00Z');
    expect(days('P1', 'resolve', '2026-11-10T15:00+01:00')).toEqual([
      '2026-11-10 weekly day 0',
      '2026-11-11 holiday day 0',
      '2026-11-12 weekly day 1',
      '2026-11-13 weekly day 2',
    ]);
  });

  it('over 1 May, a Friday: the workaround is worked on next on the Saturday, the resolution counts from Monday', () => {
    const opened = '2026-04-30T18:30+02:00';
    expect(due('P1', 'workaround', opened)).toBe('2026-05-02T08:30Z');
    expect(days('P1', 'workaround', opened)).toEqual([
      '2026-04-30 weekly 30',
      '2026-05-01 holiday 0',
      '2026-05-02 weekly 90',
    ]);
    expect(due('P1', 'resolve', opened)).toBe('2026-05-05T16:30Z');
  });
});

describe('a minor fault', () => {
  it('on Friday at 18:30 has six business days, to the Monday of the week after next', () => {
    const opened = '2026-11-20T18:30+01:00';
    expect(deadlines('P2', opened)).toEqual({ acknowledge: '2026-11-23T08:30Z', resolve: '2026-11-30T17:30Z' });
    expect(days('P2', 'resolve', opened)).toEqual([
      '2026-11-20 weekly day 0',
      '2026-11-21 weekly day 0',
      '2026-11-22 weekly day 0',
      '2026-11-23 weekly day 1',
      '2026-11-24 weekly day 2',
      '2026-11-25 weekly day 3',
      '2026-11-26 weekly day 4',
      '2026-11-27 weekly day 5',
      '2026-11-28 weekly day 0',
      '2026-11-29 weekly day 0',
      '2026-11-30 weekly day 6',
    ]);
  });

  it('on a Saturday waits for Monday, although somebody is there', () => {
    expect(deadlines('P2', '2026-11-21T10:00+01:00')).toEqual({
      acknowledge: '2026-11-23T09:00Z',
      resolve: '2026-11-30T09:00Z',
    });
  });
});

describe('a request for assistance', () => {
  it('of Friday 18:30 is taken up by Monday 09:30, and has no other deadline', () => {
    expect(deadlines('assistance', '2026-11-20T18:30+01:00')).toEqual({ acknowledge: '2026-11-23T08:30Z' });
  });

  it('of New Year’s Eve knows the lunch break of that day', () => {
    expect(due('assistance', 'acknowledge', '2026-12-31T11:30+01:00')).toBe('2026-12-31T12:30Z');
  });
});

describe('over the change of the clocks, nothing shifts by an hour', () => {
  it('on 25 October 2026', () => {
    expect(deadlines('P0', '2026-10-24T16:30+02:00')).toEqual({
      acknowledge: '2026-10-26T08:30Z', // Monday 09:30, one hour later in UTC than it was on Friday
      workaround: '2026-10-26T09:30Z',
      restore: '2026-10-24T18:30Z',
      resolve: '2026-10-26T10:00Z',
    });
    expect(due('P2', 'resolve', '2026-10-23T18:30+02:00')).toBe('2026-11-02T17:30Z'); // Monday 18:30
  });

  it('on 28 March 2027, which is Easter: Monday is a holiday', () => {
    expect(deadlines('P0', '2027-03-27T16:30+01:00')).toEqual({
      acknowledge: '2027-03-30T07:30Z', // Tuesday 09:30
      workaround: '2027-03-30T08:30Z',
      restore: '2027-03-27T19:30Z',
      resolve: '2027-03-30T09:00Z',
    });
    expect(days('P0', 'workaround', '2027-03-27T16:30+01:00')).toEqual([
      '2027-03-27 weekly 30',
      '2027-03-28 weekly 0',
      '2027-03-29 holiday 0',
      '2027-03-30 weekly 90',
    ]);
    expect(due('P1', 'resolve', '2027-03-26T10:00+01:00')).toBe('2027-03-31T08:00Z'); // Wednesday 10:00
  });
});
