import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endIn } from '../../src/post-incident/maintenance/plan.ts';
import { readMoment } from '../../src/post-incident/maintenance/times.ts';
import { policyOf } from '../setup/forms.ts';
import { tries } from '../support/tries.ts';

/* Times as people write them into the form of a maintenance. */

const at = Date.parse('2026-11-02T09:00:00Z');
const zone = 'Europe/Paris';
const read = (text: string, language: 'en' | 'fr' = 'en'): string | null => {
  const moment = readMoment(text, { zone, language, at });
  return moment === null ? null : new Date(moment).toISOString().slice(0, 16);
};

test.each([
  ['2026-12-05 22:00', '2026-12-05T21:00'],
  ['2026-12-05T22:00', '2026-12-05T21:00'],
  ['2026-12-05T22:00:00Z', '2026-12-05T22:00'],
  ['2026-12-05 22:00 +01:00', '2026-12-05T21:00'],
  ['2026-12-05 22:00-0500', '2026-12-06T03:00'],
  ['2026-12-05, 22:00 UTC', '2026-12-05T22:00'],
  ['2026-12-05 22:00 (America/New_York)', '2026-12-06T03:00'],
  ['2026-12-05 10pm', '2026-12-05T21:00'],
  ['2026-12-05 12:30 a.m.', '2026-12-04T23:30'],
  ['5 Dec 22:00', '2026-12-05T21:00'],
  ['Sat 5 December 2026 at 22:00', '2026-12-05T21:00'],
  ['December 5th, 2026 10:30 pm', '2026-12-05T21:30'],
  ['5.12.2026 22:00', '2026-12-05T21:00'],
  ['25/12/2026 22:00', '2026-12-25T21:00'],
  ['3 January 06:00', '2027-01-03T05:00'],
  ['Saturday 22:00', '2026-11-07T21:00'],
  ['tomorrow 6:00', '2026-11-03T05:00'],
  ['14:30', '2026-11-02T13:30'],
  ['8:00', '2026-11-03T07:00'],
])('in English: %s', (text, moment) => {
  expect(read(text)).toBe(moment);
});

test.each([
  ['samedi 5 décembre à 22 h', '2026-12-05T21:00'],
  ['le 5 déc. 2026 à 22h30', '2026-12-05T21:30'],
  ['05/12/2026 22:00', '2026-12-05T21:00'],
  ['1er décembre 22 heures', '2026-12-01T21:00'],
  ['demain à 6 h', '2026-11-03T05:00'],
  ['mardi 22\u00a0h\u00a015', '2026-11-03T21:15'],
  ['12 mars 2027 9h', '2027-03-12T08:00'],
])('in French: %s', (text, moment) => {
  expect(read(text, 'fr')).toBe(moment);
});

test.each([
  '',
  'soon',
  '2026-12-05',
  '05/12/2026 22:00',
  '2026-13-05 22:00',
  '2026-02-30 22:00',
  '2026-12-05 25:00',
  '2026-12-05 22',
  'Monday 5 December 2026 22:00',
  '2026-12-05 22:00 to 23:00',
  '2026-12-05 22:00 EST',
  'in two hours',
])('no clear moment: %s', (text) => {
  expect(read(text)).toBeNull();
});

test('the hour that a zone skips is the end of the gap, and of one that comes twice the first', () => {
  expect(read('2027-03-28 02:30')).toBe('2027-03-28T01:00');
  expect(read('2026-10-25 02:30')).toBe('2026-10-25T00:30');
});

describe('an end', () => {
  const from = Date.parse('2026-12-05T21:00:00Z');
  const end = async (text: string, language: 'en' | 'fr'): Promise<string | null> => {
    const policy = await policyOf(`language: ${language}\ntimezone: ${zone}`);
    const to = endIn(text, from, { policy, at });
    return to === null ? null : new Date(to).toISOString().slice(0, 16);
  };

  test.each([
    ['23:30', 'en', '2026-12-05T22:30'],
    ['1:00', 'en', '2026-12-06T00:00'],
    ['2h', 'en', '2026-12-05T23:00'],
    ['90 min', 'en', '2026-12-05T22:30'],
    ['2h', 'fr', '2026-12-06T01:00'],
    ['+2h', 'fr', '2026-12-05T23:00'],
    ['2026-12-06 01:00', 'fr', '2026-12-06T00:00'],
  ] as const)('%s in %s', async (text, language, to) => {
    expect(await end(text, language)).toBe(to);
  });
});

test('whatever is written is read at once, and as a moment or as none', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      const moment = readMoment(text, { zone, language: 'en', at });
      expect(moment === null || Number.isFinite(moment)).toBe(true);
    }),
    tries(200),
  );
});
