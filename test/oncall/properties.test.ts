import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import type { Rotation, Schedule } from '../../src/capabilities/on-call/schedule.ts';
import { deadOverrides } from '../../src/capabilities/on-call/overrides.ts';
import { gapsBetween, shiftAfter, shiftAt, shiftsBetween, wholeShifts } from '../../src/capabilities/on-call/shifts.ts';
import { tries } from '../support/tries.ts';
import { CHANGES, schedules, MINUTE, DAY, HOUR } from './schedules.ts';

describe('laws', () => {
  const START = Date.UTC(2026, 2, 20);
  const zones = fc.constantFrom(...new Set(CHANGES.map(([zone]) => zone)));
  const any = zones.chain((zone) => schedules(zone, START, 60));
  const instant = fc.integer({ min: -20 * 1440, max: 80 * 1440 }).map((minute) => START + minute * MINUTE);

  test('shifts and gaps partition the interval, and no two shifts of one person touch', () => {
    fc.assert(
      fc.property(any, instant, instant, (schedule, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const shifts = shiftsBetween(schedule, from, to);
        const parts = [...shifts, ...gapsBetween(schedule, from, to)].sort((x, y) => x.from - y.from);
        let at = from;
        for (const part of parts) {
          expect(part.from).toBe(at);
          expect(part.to).toBeGreaterThan(part.from);
          at = part.to;
        }
        expect(at).toBe(to);
        for (const [i, shift] of shifts.slice(1).entries()) {
          if (shifts[i]!.to === shift.from) expect(shift.login).not.toBe(shifts[i]!.login);
        }
      }),
      tries(40),
    );
  });

  test('an interval cut in two has the same shifts', () => {
    fc.assert(
      fc.property(any, fc.tuple(instant, instant, instant), (schedule, instants) => {
        const [from, middle, to] = instants.toSorted((a, b) => a - b) as [number, number, number];
        const whole = shiftsBetween(schedule, from, to);
        const halves = [...shiftsBetween(schedule, from, middle), ...shiftsBetween(schedule, middle, to)];
        // The two parts of a shift that was cut.
        const left = halves.findIndex((shift) => shift.to === middle);
        const right = halves[left + 1];
        if (left !== -1 && right?.from === middle && right.login === halves[left]!.login) {
          const override = halves[left]!.override || right.override;
          halves.splice(left, 2, { ...halves[left]!, to: right.to, override });
        }
        expect(halves).toEqual(whole);
      }),
      tries(40),
    );
  });

  test(
    'the shift at an instant begins where the one before it ends, and each of its instants has it',
    { tags: 'slow' },
    () => {
      fc.assert(
        fc.property(any, instant, (schedule, at) => {
          const shift = shiftAt(schedule, at);
          if (shift === null) {
            expect(gapsBetween(schedule, at, at + 1)).toEqual([{ from: at, to: at + 1 }]);
            return;
          }
          expect(shift.from <= at && at < shift.to).toBe(true);
          // One that is cut depends on where one stands.
          if (shift.to - shift.from > 366 * DAY) return;
          // What was found before is remembered by the schedule: a copy of it has to find it anew.
          for (const t of [shift.from, shift.to - 1])
            for (const it of [schedule, { ...schedule }]) expect(shiftAt(it, t)).toEqual(shift);
          for (const t of [shift.from - 1, shift.to]) expect(shiftAt(schedule, t)?.login).not.toBe(shift.login);
          expect(wholeShifts(schedule, at, at + 1)).toEqual([shift]);
          const next = shiftAfter(schedule, at);
          if (next) expect(gapsBetween(schedule, shift.to, next.from).length).toBe(next.from > shift.to ? 1 : 0);
        }),
        tries(40),
      );
    },
  );

  test(
    'without the overrides that never apply the schedule is the same, and each of the others changes it',
    { tags: 'slow' },
    () => {
      const people = (schedule: Schedule) =>
        shiftsBetween(schedule, START - 10 * DAY, START + 80 * DAY).map(({ login, from, to }) => ({ login, from, to }));
      fc.assert(
        fc.property(any, (schedule) => {
          const dead = deadOverrides(schedule, -Infinity).map(({ override }) => override);
          const rest = schedule.overrides.filter((override) => !dead.includes(override));
          expect(people({ ...schedule, overrides: rest })).toEqual(people(schedule));
          for (const override of rest) {
            const without = rest.filter((it) => it !== override);
            expect(people({ ...schedule, overrides: without })).not.toEqual(people(schedule));
          }
          expect(deadOverrides(schedule, Infinity)).toEqual([]);
        }),
        tries(60),
      );
    },
  );
});

describe('over many years', () => {
  test.each<readonly [Rotation['every']['unit'], number]>([
    ['day', 1],
    ['week', 2],
    ['month', 1],
    ['month', 3],
    ['month', 12],
  ])('the turns by the %s, %d at a time, are those of luxon', (unit, count) => {
    const people = ['a', 'b', 'c', 'd', 'e'].map((login) => ({ login, from: -Infinity, to: Infinity }));
    const firstDay = fc.integer({ min: 0, max: 400 }).map((day) => Date.UTC(2015, 11, 1, 1, 30) + day * DAY);
    // At edges of months and days, and anywhere.
    const at = fc.integer({ min: Date.UTC(2017, 1) / MINUTE, max: Date.UTC(2037, 0) / MINUTE }).map((t) => t * MINUTE);
    const late = at.map((t) => Date.UTC(new Date(t).getUTCFullYear(), new Date(t).getUTCMonth() + 1, 0, 12));
    const early = at.map((t) => Date.UTC(new Date(t).getUTCFullYear(), new Date(t).getUTCMonth(), 1, 12));
    fc.assert(
      fc.property(firstDay, fc.oneof(at, late, early), (first, t) => {
        const layers = [{ rotation: { every: { unit, count }, first, people }, window: null }];
        const schedule: Schedule = { name: 'any', zone: 'Etc/UTC', layers, overrides: [] };
        const begins = (turn: number) =>
          DateTime.fromMillis(first, { zone: 'UTC' }).plus({ [`${unit}s`]: turn * count });
        let turn = 0;
        while (begins(turn + 1).toMillis() <= t) turn++;
        const shift = {
          login: people[turn % 5]!.login,
          from: begins(turn).toMillis(),
          to: begins(turn + 1).toMillis(),
        };
        expect(shiftAt(schedule, t)).toEqual({ ...shift, override: false });
        // Asked about from there on, the turn is not known from those before.
        expect(shiftsBetween(schedule, t, t + MINUTE)[0]).toMatchObject({ login: shift.login, from: t });
      }),
      tries(12),
    );
  });

  test('in the second pass of an hour the turn is the one that began in the first', () => {
    const people = ['a', 'b'].map((login) => ({ login, from: -Infinity, to: Infinity }));
    const rotation: Rotation = { every: { count: 1, unit: 'day' }, first: Date.UTC(2026, 9, 24, 1, 30), people };
    const schedule = { name: 'any', zone: 'Europe/London', layers: [{ rotation, window: null }], overrides: [] };
    // 01:10 for the second time, after the hand-off at 01:30 for the first time.
    const at = Date.UTC(2026, 9, 25, 1, 10);
    expect(shiftsBetween(schedule, at, at + MINUTE)).toEqual([
      { login: 'b', from: at, to: at + MINUTE, override: false },
    ]);
  });
});

test('a year of shifts takes a few milliseconds', () => {
  const people = ['a', 'b', 'c'].map((login) => ({ login, from: -Infinity, to: Infinity }));
  const days = [0, 1, 2, 3, 4, 5, 6];
  const rotation: Rotation = { every: { count: 1, unit: 'day' }, first: Date.UTC(2020, 0, 1, 8), people };
  const schedule: Schedule = {
    name: 'sre',
    zone: 'Europe/London',
    layers: [
      { rotation, window: { from: 8 * HOUR, to: 20 * HOUR, days } },
      { rotation, window: { from: 20 * HOUR, to: 32 * HOUR, days } },
    ],
    overrides: [],
  };
  const start = Date.UTC(2026, 0, 1, 8);
  expect(shiftsBetween(schedule, start, start + 365 * DAY)).toHaveLength(365);
  const runs = 20;
  const begun = performance.now();
  for (let run = 0; run < runs; run++) shiftsBetween(schedule, start, start + 365 * DAY);
  // Far more than it takes, for a busy machine.
  expect((performance.now() - begun) / runs).toBeLessThan(50);
});
