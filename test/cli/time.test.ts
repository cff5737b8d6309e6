import { describe, expect, test } from 'vitest';
import { readPauses, readTime } from '../../src/cli/time.ts';

/** A Thursday: 14:30 in Paris, and the clocks there change on the 29th of March. */
const NOW = Date.parse('2026-03-26T13:30Z');
const PARIS = { zone: 'Europe/Paris', now: NOW };

const iso = (text: string, here = PARIS): string => new Date(readTime(text, here, 'at')).toISOString();

describe('a time in the terminal', () => {
  test.each([
    ['now', '2026-03-26T13:30:00.000Z'],
    ['NOW', '2026-03-26T13:30:00.000Z'],
    ['16:00', '2026-03-26T15:00:00.000Z'],
    ['9:05', '2026-03-26T08:05:00.000Z'],
    ['today 9:00', '2026-03-26T08:00:00.000Z'],
    ['tomorrow 9:00', '2026-03-27T08:00:00.000Z'],
    [' Tomorrow   09:00 ', '2026-03-27T08:00:00.000Z'],
    ['yesterday 23:59', '2026-03-25T22:59:00.000Z'],
    ['2026-11-20 16:00', '2026-11-20T15:00:00.000Z'],
    ['2026-11-20 9:00', '2026-11-20T08:00:00.000Z'],
    ['2026-11-20', '2026-11-19T23:00:00.000Z'],
    ['2026-11-20T18:30', '2026-11-20T17:30:00.000Z'],
    ['2026-11-20T18:30+01:00', '2026-11-20T17:30:00.000Z'],
    ['2026-11-20T18:30Z', '2026-11-20T18:30:00.000Z'],
  ])('%j', (text, instant) => {
    expect(iso(text)).toBe(instant);
  });

  test('is of the day that it is in the zone, also where the clocks change', () => {
    expect(iso('23:30', { zone: 'Asia/Tokyo', now: NOW })).toBe('2026-03-26T14:30:00.000Z');
    expect(iso('1:00', { zone: 'Pacific/Auckland', now: NOW })).toBe('2026-03-26T12:00:00.000Z');
    const before = { zone: 'Europe/Paris', now: Date.parse('2026-03-28T12:00Z') };
    expect(iso('tomorrow 1:30', before)).toBe('2026-03-29T00:30:00.000Z');
    expect(iso('tomorrow 9:00', before)).toBe('2026-03-29T07:00:00.000Z');
  });

  test.each([
    ['tomorrow', '--at: "tomorrow" has no time; expected e.g. now, 16:00, tomorrow 9:00, '],
    ['soon', '--at: "soon" is not a time; expected e.g. now, '],
    ['25:00', '"25:00" is not a time'],
    ['16.00', '"16.00" is not a time'],
    ['2026-13-01 9:00', '"2026-13-01 9:00" is not a time'],
    ['2026-11-20 9:00 10:00', 'is not a time'],
    ['constructor 9:00', 'is not a time'],
    ['', '"" is not a time'],
  ])('is not %j', (text, message) => {
    expect(() => iso(text)).toThrow(message);
  });

  test('bounds pauses', () => {
    const pauses = (...pause: string[]) => readPauses({ values: { pause }, positionals: [] }, PARIS);
    expect(pauses('10:00/11:30', 'now/')).toEqual([
      { from: Date.parse('2026-03-26T09:00Z'), to: Date.parse('2026-03-26T10:30Z') },
      { from: NOW, to: Infinity },
    ]);
    expect(() => pauses('10:00')).toThrow('--pause: "10:00" is not a pause; expected FROM/TO, e.g. 10:00/11:30');
    expect(() => pauses('11:00/10:00')).toThrow('--pause: "11:00/10:00" ends before it begins');
  });
});
