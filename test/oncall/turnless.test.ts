import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loginsOf } from '../../src/capabilities/on-call/schedule.ts';
import { shiftsBetween } from '../../src/capabilities/on-call/shifts.ts';
import { turnless } from '../../src/capabilities/on-call/turnless.ts';
import { onCallWarnings } from '../../src/capabilities/on-call/warnings.ts';
import { tries } from '../support/tries.ts';
import { scheduleOf, schedulesOf } from './read.ts';
import { DAY, schedules } from './schedules.ts';

const NOW = Date.parse('2026-11-20T12:00Z');
const SEVEN = 'people: [a, b, c, d, e, f, g]';

/** Who never has a turn in the layers of a schedule, and why. */
const never = (...layers: readonly string[]) =>
  turnless(scheduleOf(`{ layers: [${layers.map((layer) => `{ ${layer} }`).join(', ')}] }`), NOW).map(
    ({ layer, person, login, why }) => `${layer}.${person} ${login} ${why}`,
  );

describe('people who never have a turn', () => {
  test.each<readonly [title: string, layers: readonly string[], expected: readonly string[]]>([
    ['are none of a week', [`every: 1w, from: 2026-01-05, ${SEVEN}`], []],
    ['are none of seven on weekdays', [`every: 1d, from: 2026-01-05, days: mon-fri, ${SEVEN}`], []],
    ['are none of seven by two days', [`every: 2d, from: 2026-01-05, days: mon-wed, ${SEVEN}`], []],
    [
      'are those whose days others always have',
      [`every: 1d, from: 2026-01-05, ${SEVEN}`, 'every: 1w, from: 2026-01-05, days: sat-sun, people: [x, y]'],
      ['0.5 f hidden', '0.6 g hidden'],
    ],
    [
      'are none where the weekend goes round',
      ['every: 1d, from: 2026-01-05, people: [a, b, c]', 'every: 1w, from: 2026-01-05, days: sat-sun, people: [x]'],
      [],
    ],
    [
      'are those of turns of two days that are always of a weekend',
      [`every: 2d, from: 2026-01-05, ${SEVEN}`, 'every: 1w, from: 2026-01-05, days: sat-sun, people: [x]'],
      ['0.6 g hidden'],
    ],
    [
      'are those in whose turns some hours are free, but none of the layer',
      [
        'every: 1d, from: 2026-01-05, hours: 09:00-17:00, people: [a, b]',
        'every: 1w, from: 2026-01-05, hours: 08:00-18:00, days: [mon-wed, thu-sun], people: [x]',
      ],
      ['0.0 a hidden', '0.1 b hidden'],
    ],
    [
      'are those of a layer that is hidden and not in the one above',
      ['every: 1mo, from: 2026-01-05, people: [a, b]', 'every: 1w, from: 2026-01-05, people: [b, c]'],
      ['0.0 a hidden'],
    ],
    [
      'are none while the layer above has not begun',
      ['every: 1w, from: 2026-01-05, people: [a, b]', 'every: 1w, from: 2027-06-07, people: [c]'],
      [],
    ],
    [
      'are those whose turn comes only when it has',
      ['every: 12mo, from: 2026-01-05, people: [a, b, c]', 'every: 1w, from: 2027-06-07, people: [d]'],
      ['0.2 c hidden'],
    ],
    [
      'are none when those above leave some day',
      [
        'every: 1w, from: 2026-01-05, people: [a, b]',
        'every: 1w, from: 2026-01-05, people: [{ login: c, until: 2190-01-01 }]',
      ],
      [],
    ],
    [
      'are those who come and go between two turns',
      ['every: 1w, from: 2026-01-05, people: [a, b, c, { login: d, from: 2026-11-24, until: 2026-11-29 }]'],
      ['0.3 d away'],
    ],
    [
      'are none who come and have one',
      ['every: 1w, from: 2026-01-05, people: [a, b, c, { login: d, from: 2026-11-24, until: 2026-12-25 }]'],
      [],
    ],
    [
      'are none who leave before the next',
      ['every: 1w, from: 2026-01-05, people: [a, { login: b, until: 2026-11-21 }, { login: c, until: 2026-11-22 }]'],
      [],
    ],
    [
      'are those of a layer that begins far away',
      [`every: 1d, from: 2195-01-05, ${SEVEN}`, 'every: 1w, from: 2026-01-05, days: sat, people: [x]'],
      ['0.5 f hidden'],
    ],
  ])('%s', (_title, layers, expected) => {
    expect(never(...layers)).toEqual(expected);
  });

  test('are the same whatever overrides say', () => {
    const text = `{ layers: [{ every: 1w, from: 2026-01-05, people: [a] }, { every: 1w, from: 2026-01-05, people: [b] }],
      overrides: [{ from: 2026-12-01, to: 2026-12-02, person: a }, { from: 2026-11-01, to: 2027-10-01, person: c }] }`;
    expect(turnless(scheduleOf(text), NOW).map(({ login }) => login)).toEqual(['a']);
  });

  test('are not on call for years, and all others are some day', { tags: 'slow' }, () => {
    const start = Date.UTC(2026, 2, 20);
    fc.assert(
      fc.property(schedules('UTC', start, 20), (any) => {
        const schedule = { ...any, overrides: [] };
        const layered = loginsOf(schedule, start);
        const shifts = shiftsBetween(schedule, start, start + 1500 * DAY);
        const seen = new Set(shifts.map(({ login }) => login));
        const named = new Set(turnless(schedule, start).map(({ login }) => login));
        expect(layered.filter((login) => named.has(login) && seen.has(login))).toEqual([]);
        // Of those who leave soon nobody asks whether they have another turn.
        const staying = schedule.layers.flatMap(({ rotation: { first, people } }) =>
          people.filter(
            (it) => it.to > start && it.to > it.from && (it.to === Infinity || Math.max(it.from, first) > start),
          ),
        );
        expect(staying.filter(({ login }) => !named.has(login) && !seen.has(login))).toEqual([]);
      }),
      tries(15),
    );
  });

  test('are found in no time, however many and however far away', { tags: 'slow' }, () => {
    const people = Array.from(
      { length: 60 },
      (_, i) => `{ login: p${i}, from: ${2100 + i}-03-04, until: ${2130 + i}-03-04 }`,
    );
    const schedule = scheduleOf(
      `{ layers: [{ every: 366d, from: 1970-01-05, days: mon-fri, people: [${people.join(', ')}, last] },
        { every: 1w, from: 1970-01-05, people: [always] }] }`,
    );
    const begun = performance.now();
    expect(turnless(schedule, NOW)).toHaveLength(61);
    // Far more than it takes, for a busy machine.
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

describe('what is said of them', () => {
  const section = `
duty:
  layers:
    - { every: 1d, from: 2026-01-05, people: [a, b, c, d, e, { login: f, from: 2026-11-20T18:00, until: 2026-11-20T20:00 }, g] }
    - { every: 1w, from: 2026-01-05, days: sat-sun, people: [x] }
`;

  test.each([
    [
      'en' as const,
      [
        'schedules.duty.layers[0].people[5]: "f" never has a turn: none of theirs lies between when they join and when they leave',
        'schedules.duty.layers[0].people[6]: "g" never has a turn: later layers take the hours of all of theirs',
      ],
    ],
    [
      'fr' as const,
      [
        'schedules.duty.layers[0].people[5]\u00a0: «\u00a0f\u00a0» n’a jamais de tour\u00a0: aucun tour ne lui revient entre son arrivée et son départ',
        'schedules.duty.layers[0].people[6]\u00a0: «\u00a0g\u00a0» n’a jamais de tour\u00a0: les couches suivantes recouvrent toutes ses heures',
      ],
    ],
  ])('in %s', (language, lines) => {
    expect(onCallWarnings({ schedules: schedulesOf(section), language }, NOW)).toEqual(lines);
  });
});
