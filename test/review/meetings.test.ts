import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meetingAfter, meetingsBetween, type MeetingRhythm } from '../../src/capabilities/review/meetings.ts';
import { goodPolicy } from '../policy/lines.ts';
import { tries } from '../support/tries.ts';

/* When meetings are: every run must find the same days, whenever it comes, and a change of the clocks moves no hour. */

const DAY = 86_400_000;
const at = (text: string): number => Date.parse(text);
const iso = (instant: number): string => new Date(instant).toISOString().slice(0, 16);

async function rhythmOf(review: string, zone = 'UTC'): Promise<MeetingRhythm> {
  const { review: found } = await goodPolicy(`timezone: ${zone}\nreview: { ${review} }`);
  return found!.rhythm;
}

const daysOf = (rhythm: MeetingRhythm, from: string, to: string): string[] =>
  meetingsBetween(rhythm, at(from), at(to)).map((it) => iso(it.at));

describe('meetings', () => {
  test.each([
    ['on: tue, at: 10:00', ['2026-11-03T10:00', '2026-11-10T10:00', '2026-11-17T10:00', '2026-11-24T10:00']],
    // The week of 5 January 2026 has one, and so every second week from then on.
    ['every: 2w, on: tue, at: 10:00', ['2026-11-10T10:00', '2026-11-24T10:00']],
    ['every: 2w, on: tue, at: 10:00, from: 2026-11-08', ['2026-11-03T10:00', '2026-11-17T10:00']],
    ['every: 2w, on: tue, at: 10:00, from: 2027-11-03', ['2026-11-03T10:00', '2026-11-17T10:00']],
    ['every: 3w, on: sun, at: 9:30, from: 2026-11-02', ['2026-11-08T09:30', '2026-11-29T09:30']],
    ['every: 4w, on: mon, at: 00:00, from: 2026-11-08', ['2026-11-02T00:00', '2026-11-30T00:00']],
  ])('%s', async (review, expected) => {
    expect(daysOf(await rhythmOf(review), '2026-11-01', '2026-12-01')).toEqual(expected);
  });

  test.each([
    // In Paris summer time ends on 25 October 2026 and begins on 28 March 2027, in New York on 1 November and 14 March.
    ['Europe/Paris', '2026-10-20', ['2026-10-20T08:00', '2026-10-27T09:00', '2026-11-03T09:00']],
    ['Europe/Paris', '2027-03-23', ['2027-03-23T09:00', '2027-03-30T08:00', '2027-04-06T08:00']],
    ['America/New_York', '2026-10-20', ['2026-10-20T14:00', '2026-10-27T14:00', '2026-11-03T15:00']],
    ['America/New_York', '2027-03-09', ['2027-03-09T15:00', '2027-03-16T14:00', '2027-03-23T14:00']],
  ])('keep their hour in %s around %s', async (zone, from, expected) => {
    const rhythm = await rhythmOf('on: tue, at: 10:00', zone);
    expect(daysOf(rhythm, from, iso(at(from) + 20 * DAY))).toEqual(expected);
  });

  test('have their agenda so long before on the wall clock, and know when the last one was', async () => {
    const rhythm = await rhythmOf('every: 2w, on: mon, at: 10:00, before: 3d2h, from: 2026-10-12', 'Europe/Paris');
    const meeting = meetingAfter(rhythm, at('2026-10-20T00:00Z'));
    expect(meeting.date).toBe('2026-10-26');
    expect([meeting.at, meeting.opens, meeting.since].map(iso)).toEqual([
      '2026-10-26T09:00',
      '2026-10-23T06:00',
      '2026-10-12T08:00',
    ]);
    expect(meetingAfter(rhythm, meeting.at).date).toBe('2026-11-09');
    expect(meetingAfter(rhythm, meeting.at - 1)).toEqual(meeting);
  });

  // A time that the zone skips is the end of the gap; of one that comes twice it is the first.
  test('in the hour that the clocks skip or repeat', async () => {
    const rhythm = await rhythmOf('on: sun, at: 02:30', 'Europe/Paris');
    expect(daysOf(rhythm, '2027-03-27', '2027-03-29')).toEqual(['2027-03-28T01:00']);
    expect(daysOf(rhythm, '2026-10-24', '2026-10-26')).toEqual(['2026-10-25T00:30']);
  });

  test('are the same for whoever asks at whatever time', () => {
    const rhythms = fc.record({
      weeks: fc.integer({ min: 1, max: 4 }),
      first: fc.integer({ min: 0, max: 40_000 }).map((quarter) => at('2026-01-05T00:00Z') + quarter * 900_000),
      before: fc.integer({ min: 1, max: 160 }).map((hours) => hours * 3_600_000),
      zone: fc.constantFrom('UTC', 'Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'),
    });
    const instants = fc.integer({ min: at('2000-01-01T00:00Z'), max: at('2060-01-01T00:00Z') });
    fc.assert(
      fc.property(rhythms, instants, fc.double({ min: 0, max: 1, noNaN: true }), (rhythm, instant, share) => {
        const meeting = meetingAfter(rhythm, instant);
        expect(meeting.at).toBeGreaterThan(instant);
        expect(meeting.since).toBeLessThanOrEqual(instant);
        expect(meeting.opens).toBeLessThan(meeting.at);
        const between = Math.floor(meeting.since + share * (meeting.at - 1 - meeting.since));
        expect(meetingAfter(rhythm, between)).toEqual(meeting);
        const period = rhythm.weeks * 7 * DAY;
        expect(Math.abs(meeting.at - meeting.since - period)).toBeLessThanOrEqual(DAY);
      }),
      tries(200),
    );
  });
});
