import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Layer, Rotation, Schedule, Window } from '../../src/capabilities/on-call/schedule.ts';
import { shiftAt, shiftsBetween } from '../../src/capabilities/on-call/shifts.ts';
import { tries } from '../support/tries.ts';
import { scheduleOf } from './read.ts';
import { at, between, iso } from './shift-samples.ts';
import { DAY, HOUR, MINUTE } from './schedules.ts';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** Who is on call when, each as `a mon` by the day on which it begins. */
const duty = (layer: string, from: string, to: string, zone = 'UTC') =>
  shiftsBetween(scheduleOf(`{ layers: [{ ${layer} }] }`, zone), at(from), at(to)).map(
    (shift) => `${shift.login} ${WEEKDAYS[new Date(shift.from).getUTCDay()]!}`,
  );
const days = (text: string) => text.split(', ');

describe('turns by the day, where days are left out', () => {
  test.each<readonly [title: string, layer: string, expected: string]>([
    [
      'go on after the weekend where they stopped before it',
      'every: 1d, from: 2026-01-05T09:00, hours: 09:00-19:00, days: mon-fri, people: [a, b, c]',
      'a mon, b tue, c wed, a thu, b fri, c mon, a tue, b wed, c thu, a fri',
    ],
    [
      'reach all of seven people',
      'every: 1d, from: 2026-01-05T09:00, hours: 09:00-19:00, days: mon-fri, people: [a, b, c, d, e, f, g]',
      'a mon, b tue, c wed, d thu, e fri, f mon, g tue, a wed, b thu, c fri',
    ],
    [
      'begin in the middle of a week',
      'every: 1d, from: 2026-01-08, days: mon-fri, people: [a, b, c]',
      'a thu, b fri, c mon, a tue, b wed, c thu, a fri',
    ],
    [
      'begin with the first day that has hours',
      'every: 1d, from: 2026-01-10, days: mon-fri, people: [a, b, c]',
      'a mon, b tue, c wed, a thu, b fri',
    ],
    [
      'of several days last as many days with hours',
      'every: 2d, from: 2026-01-05, hours: 09:00-17:00, days: mon-fri, people: [a, b, c]',
      'a mon, a tue, b wed, b thu, c fri, c mon, a tue, a wed, b thu, b fri',
    ],
    [
      'of five days are the weeks',
      'every: 5d, from: 2026-01-05, hours: 09:00-17:00, days: mon-fri, people: [a, b]',
      'a mon, a tue, a wed, a thu, a fri, b mon, b tue, b wed, b thu, b fri',
    ],
    [
      'of seven days are weeks of the calendar',
      'every: 7d, from: 2026-01-07, hours: 09:00-17:00, days: mon-fri, people: [a, b]',
      'a wed, a thu, a fri, a mon, a tue, b wed, b thu, b fri',
    ],
    [
      'have hours that go over midnight on the day on which they begin',
      'every: 1d, from: 2026-01-05T20:00, hours: 20:00-08:00, days: [fri, sat], people: [a, b, c]',
      'a fri, b sat, c fri, a sat',
    ],
    // A Sunday noon to a Monday noon has hours, a Saturday noon to a Sunday noon has none.
    [
      'change hands within the hours too',
      'every: 1d, from: 2026-01-08T12:00, hours: 08:00-20:00, days: mon-fri, people: [a, b, c, d]',
      'a thu, a fri, b fri, c mon, d mon, d tue, a tue, a wed, b wed, b thu, c thu, c fri, d fri',
    ],
    [
      'leave weekly turns alone',
      'every: 1w, from: 2026-01-07, hours: 09:00-17:00, days: mon-fri, people: [a, b]',
      'a wed, a thu, a fri, a mon, a tue, b wed, b thu, b fri',
    ],
  ])('%s', (_title, layer, expected) => {
    expect(duty(layer, '2026-01-05', '2026-01-18')).toEqual(days(expected));
  });

  test('each layer counts its own days, whatever hours the others have', () => {
    const layer = (hours: string, on: string, people: string) =>
      `{ every: 1d, from: 2026-01-05, hours: ${hours}, days: ${on}, people: [${people}] }`;
    const text = `{ layers: [${layer('08:00-12:00', 'mon-fri', 'a, b, c')}, ${layer('12:00-18:00', '[mon, wed]', 'd, e, f')}] }`;
    const shifts = shiftsBetween(scheduleOf(text), at('2026-01-09'), at('2026-01-15'));
    expect(shifts.map(({ login, from }) => `${login} ${iso(from).slice(8, 13)}`)).toEqual([
      'b 09T08',
      'c 12T08',
      'f 12T12',
      'a 13T08',
      'b 14T08',
      'd 14T12',
    ]);
  });

  test('keep the time of their hand-off when the clocks change, and the order', () => {
    const text =
      '{ layers: [{ every: 1d, from: 2026-03-26T09:00, hours: 09:00-17:00, days: mon-fri, people: [a, b, c] }] }';
    expect(between(text, '2026-03-26', '2026-03-31', 'Europe/Paris')).toEqual([
      'a 2026-03-26T08:00Z/2026-03-26T16:00Z',
      'b 2026-03-27T08:00Z/2026-03-27T16:00Z',
      'c 2026-03-30T07:00Z/2026-03-30T15:00Z',
    ]);
  });

  test('somebody who joins or leaves on a day without hours moves no turn of the others', () => {
    const people = 'a, { login: b, until: 2026-01-10 }, { login: c, from: 2026-01-11 }, d';
    expect(duty(`every: 1d, from: 2026-01-05, days: mon-fri, people: [${people}]`, '2026-01-05', '2026-01-17')).toEqual(
      days('a mon, b tue, d wed, a fri, c mon, d wed, a thu, c fri'),
    );
  });
});

describe('over many years', () => {
  const member = (login: string) => ({ login, from: -Infinity, to: Infinity });
  const daily = (count: number, first: number, people: readonly string[]): Rotation => ({
    every: { count, unit: 'day' },
    first,
    people: people.map(member),
  });
  const scheduled = (...layers: readonly Layer[]): Schedule => ({
    ...{ name: 'any', zone: 'Etc/UTC', layers, overrides: [] },
  });
  const weekdays = fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 });

  test('the turns are those that one counts day by day', () => {
    const first = fc.integer({ min: 0, max: 400 }).map((day) => Date.UTC(2015, 11, 1) + day * DAY);
    const later = fc.integer({ min: 0, max: 9000 });
    const people = fc
      .integer({ min: 1, max: 8 })
      .map((size) => ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].slice(0, size));
    fc.assert(
      fc.property(
        fc.record({ first, later, people, on: weekdays, count: fc.integer({ min: 1, max: 6 }) }),
        ({ first, later, people, on, count }) => {
          const window: Window = { from: 9 * HOUR, to: 17 * HOUR, days: on };
          const schedule = scheduled({ rotation: daily(count, first, people), window });
          let counted = 0;
          for (let day = 0; day < later; day++) {
            if (on.includes((new Date(first + day * DAY).getUTCDay() + 6) % 7)) counted++;
          }
          const noon = first + later * DAY + 12 * HOUR;
          const isOn = on.includes((new Date(noon).getUTCDay() + 6) % 7);
          const expected = isOn ? people[Math.floor(counted / count) % people.length] : undefined;
          expect(shiftsBetween(schedule, noon, noon + MINUTE)[0]?.login).toBe(expected);
        },
      ),
      tries(40),
    );
  });

  test('with hours on every day the turns are those of a layer without hours', () => {
    fc.assert(
      fc.property(
        fc.record({
          ...{ from: fc.integer({ min: 0, max: 23 }), hours: fc.integer({ min: 1, max: 24 }) },
          ...{ start: fc.integer({ min: 0, max: 47 }), count: fc.integer({ min: 1, max: 9 }) },
        }),
        ({ from, hours, start, count }) => {
          const rotation = daily(count, Date.UTC(2026, 0, 5) + start * HOUR, ['a', 'b', 'c']);
          const window = { from: from * HOUR, to: (from + hours) * HOUR, days: [0, 1, 2, 3, 4, 5, 6] };
          const all = shiftsBetween(scheduled({ rotation, window }), at('2026-02-01'), at('2026-03-01'));
          const free = scheduled({ rotation, window: null });
          for (const { login, from, to } of all) {
            expect([shiftAt(free, from)?.login, shiftAt(free, to - 1)?.login]).toEqual([login, login]);
          }
        },
      ),
      tries(40),
    );
  });

  test('everybody has their share, however many they are', () => {
    fc.assert(
      fc.property(weekdays, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 8 }), (on, count, size) => {
        const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].slice(0, size);
        const window: Window = { from: 0, to: DAY, days: on };
        const schedule = scheduled({ rotation: daily(count, at('2026-01-05'), people), window });
        const hours = new Map(people.map((login) => [login, 0]));
        // As many weeks as it takes until each of them has had the same number of days.
        const end = at('2026-01-05') + 7 * DAY * count * size;
        for (const { login, from, to } of shiftsBetween(schedule, at('2026-01-05'), end)) {
          hours.set(login, hours.get(login)! + to - from);
        }
        expect(new Set(hours.values()).size).toBe(1);
      }),
      tries(40),
    );
  });

  test('the last year that can be written costs no more than this one', () => {
    const window: Window = { from: 9 * HOUR, to: 17 * HOUR, days: [0, 1, 2, 3, 4] };
    const schedule = scheduled({ rotation: daily(1, at('1970-01-01'), ['a', 'b', 'c']), window });
    const noon = at('2200-01-01T12:00Z');
    shiftsBetween(schedule, noon, noon + MINUTE);
    const begun = performance.now();
    for (let run = 0; run < 100; run++) shiftsBetween(schedule, noon, noon + MINUTE);
    // Far more than it takes, for a busy machine.
    expect((performance.now() - begun) / 100).toBeLessThan(5);
  });
});
