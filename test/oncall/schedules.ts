import fc from 'fast-check';
import type { Layer, Member, Override, Rotation, Schedule, Window } from '../../src/capabilities/on-call/schedule.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const CHANGES: readonly (readonly [zone: string, date: string, why: string])[] = [
  ['Europe/London', '2026-03-29', 'forward at 01:00'],
  ['Europe/London', '2026-10-25', 'back at 02:00'],
  ['America/New_York', '2026-03-08', 'forward at 02:00'],
  ['America/New_York', '2026-11-01', 'back at 02:00'],
  ['Australia/Lord_Howe', '2026-04-05', 'back by half an hour'],
  ['Australia/Lord_Howe', '2026-10-04', 'ahead by half an hour'],
  ['America/Sao_Paulo', '2018-11-04', 'a day without midnight'],
  ['America/St_Johns', '2006-10-29', 'back at 00:01, into the day before'],
  ['Antarctica/Troll', '2026-03-29', 'ahead by two hours'],
  ['Pacific/Apia', '2011-12-30', 'a day that never was'],
  ['UTC', '2028-02-29', 'a leap day'],
];

/** Whole hours for edges that meet, among them those in which clocks change, and any minute besides. */
const timeOfDay = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 1, 2, 3, 8, 20).map((hour) => hour * HOUR) },
  fc.integer({ min: 0, max: 1439 }).map((minute) => minute * MINUTE),
);
export const login = fc.constantFrom('ann', 'bob', 'cid', 'dee');

const window: fc.Arbitrary<Window> = fc
  .record({
    from: timeOfDay,
    to: timeOfDay,
    days: fc.oneof(fc.constant([0, 1, 2, 3, 4, 5, 6]), fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 })),
  })
  .map(({ from, to, days }) => ({ from, to: to > from ? to : to + DAY, days }));

/** Schedules in which something happens within `days` days of the instant `start`. */
export function schedules(zone: string, start: number, days: number): fc.Arbitrary<Schedule> {
  const moment = fc.integer({ min: -2 * 24, max: (days + 2) * 24 }).map((hour) => start + hour * HOUR);
  const member: fc.Arbitrary<Member> = fc.record({
    login,
    from: fc.oneof({ weight: 4, arbitrary: fc.constant(-Infinity) }, moment),
    to: fc.oneof({ weight: 4, arbitrary: fc.constant(Infinity) }, moment),
  });
  const rotation: fc.Arbitrary<Rotation> = fc.record({
    every: fc.record({
      count: fc.constantFrom(1, 1, 1, 2, 3),
      unit: fc.constantFrom('day', 'day', 'week', 'month'),
    }),
    first: fc
      .tuple(fc.oneof(fc.integer({ min: -5, max: days }), fc.integer({ min: -400, max: 0 })), timeOfDay)
      .map(([day, time]) => start + day * DAY + time),
    people: fc.array(member, { minLength: 1, maxLength: 4 }),
  });
  const layer: fc.Arbitrary<Layer> = fc.record({ rotation, window: fc.option(window) });
  const override: fc.Arbitrary<Override> = fc
    .tuple(login, moment, fc.integer({ min: 0, max: 100 }))
    .map(([login, from, hours]) => ({ login, from, to: from + hours * HOUR }));
  return fc.record({
    name: fc.constant('any'),
    zone: fc.constant(zone),
    layers: fc.array(layer, { minLength: 1, maxLength: 3 }),
    overrides: fc.array(override, { maxLength: 4 }),
  });
}
