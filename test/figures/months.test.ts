import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../src/calendar/length.ts';
import { figureStandingOf } from '../../src/figures/derived.ts';
import { figuresOf } from '../../src/figures/month-figures.ts';
import { isMonth, monthAfter, monthAt, spanOf } from '../../src/figures/months.ts';
import { median, p90, pointsOf, thinned } from '../../src/figures/points.ts';
import { figureYearOf } from '../../src/figures/year.ts';
import { at, clock, facts, POLICY } from './sample.ts';

const JANUARY = at('2027-01-15T00:00Z');

describe('months are those of the policy’s zone', () => {
  test.each([
    ['Europe/Paris', '2026-10-31T23:30Z', '2026-11'],
    ['UTC', '2026-10-31T23:30Z', '2026-10'],
    ['America/New_York', '2026-11-01T03:59Z', '2026-10'],
    ['America/New_York', '2026-11-01T04:00Z', '2026-11'],
  ])('in %s, %s is in %s', (zone, time, month) => {
    expect(monthAt(zone, at(time))).toBe(month);
    const { from, to } = spanOf(zone, month);
    expect(from <= at(time) && at(time) < to).toBe(true);
  });

  test('a month in which the clocks change is an hour longer', () => {
    const { from, to } = spanOf('Europe/Paris', '2026-10');
    expect(to - from).toBe(31 * DAY + HOUR);
  });

  test.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
  ])('%s and %i months is %s', (month, months, then) => {
    expect(monthAfter(month, months)).toBe(then);
  });

  test.each([
    ['2026-11', true],
    ['2026-13', false],
    ['26-11', false],
    ['2026-11-01', false],
  ])('%s: %s', (text, is) => {
    expect(isMonth(text)).toBe(is);
  });
});

describe('what belongs to a month', () => {
  const from = at('2026-11-30T23:30+01:00');
  const over = facts(1, {
    openedAt: from,
    resolvedAt: from + 2 * HOUR,
    impact: {
      from,
      to: from + 2 * HOUR,
      isStated: true,
      weight: 1,
      spans: [{ from, to: from + 2 * HOUR }],
    },
    clocks: [clock({ result: 'missed', at: from + 15 * MINUTE, late: HOUR, lag: 50 * MINUTE })],
  });

  test('an incident over midnight of the last day gives each month its part', () => {
    const [november, december] = ['2026-11', '2026-12'].map((month) => figuresOf([over], POLICY, month, JANUARY));
    expect(november).toMatchObject({ opened: 1, resolved: 0, open: 1 });
    expect(december).toMatchObject({ opened: 0, resolved: 1, open: 0 });
    expect(november!.services[0]!.down).toBe(30 * MINUTE);
    expect(december!.services[0]!.down).toBe(90 * MINUTE);
    expect(november!.rows).toEqual([
      {
        n: 1,
        priority: 'P1',
        category: 'network',
        cause: 'overload',
        opened: true,
        resolved: false,
        downtime: 30,
        leftOut: null,
      },
    ]);
  });

  test('its downtime is held against its tolerance as a whole, in the month in which it ends', () => {
    const lines = ['2026-11', '2026-12', '2027-01'].map(
      (month) => figuresOf([over], POLICY, month, JANUARY).tolerances,
    );
    expect(lines).toEqual([
      [{ number: 1, service: 'checkout', downtime: 30, limit: 10, isKept: false, isOver: false }],
      [{ number: 1, service: 'checkout', downtime: 120, limit: 10, isKept: false, isOver: true }],
      [],
    ]);
  });

  test('a clock belongs to the month in which it was missed', () => {
    const { clocks } = figuresOf([over], POLICY, '2026-11', JANUARY);
    expect(clocks).toEqual([
      {
        clock: 'acknowledge',
        grade: 'P1',
        met: 0,
        missed: 1,
        late: { points: [60], count: 1 },
        lag: { points: [50], count: 1 },
      },
    ]);
    expect(figuresOf([over], POLICY, '2026-12', JANUARY).clocks).toEqual([]);
  });

  test('a confidential incident has no number, and no row', () => {
    const hidden = facts(7, { isConfidential: true, title: null });
    const figures = figuresOf([hidden], POLICY, '2026-11', JANUARY);
    expect(figures).toMatchObject({ opened: 1, confidential: 1, rows: [] });
    expect(figures.tolerances[0]!.number).toBeNull();
    const without = figuresOf([hidden], { ...POLICY, countsConfidential: false }, '2026-11', JANUARY);
    expect(without).toMatchObject({ opened: 0, confidential: 0, tolerances: [] });
    expect(without.services[0]!.down).toBe(0);
  });
});

describe('the error budget', () => {
  const november = figuresOf(
    [facts(1, { cause: 'ddos' }), facts(2, { openedAt: at('2026-11-10T10:00Z') })],
    POLICY,
    '2026-11',
    JANUARY,
  );

  test('of a month: what the objective allows for, less what counts', () => {
    // 30 days of 24 hours, of which 0.1 % is 43.2 minutes; one of two hours is left out by the policy.
    expect(figureStandingOf(november.services[0]!, 'month')).toEqual({
      availability: 1 - 1 / 720,
      availabilityOfAll: 1 - 2 / 720,
      objective: 0.999,
      budget: 43.2 * MINUTE,
      left: -16.8 * MINUTE,
      leftShare: expect.closeTo(-16.8 / 43.2, 9) as number,
      burn: expect.closeTo(60 / 43.2, 9) as number,
    });
  });

  test('half a month gone, and half of the budget spent, is spent just in time', () => {
    const service = { ...november.services[0]!, elapsed: november.services[0]!.promised / 2, counted: 21.6 * MINUTE };
    expect(figureStandingOf(service, 'month')).toMatchObject({ burn: expect.closeTo(1, 9) as number, leftShare: 0.5 });
  });

  test.each([
    ['without an objective there is none', null, { budget: null, left: null, leftShare: null, burn: null }],
    ['of 100 % nothing is allowed', 1, { budget: 0, left: -HOUR, leftShare: null, burn: null }],
  ])('%s', (_, month, expected) => {
    const objective = { month, year: null };
    expect(figureStandingOf({ ...november.services[0]!, objective }, 'month')).toMatchObject(expected);
  });

  test('of a time in which nothing was promised there is no availability', () => {
    const service = { ...november.services[0]!, elapsed: 0, counted: 0 };
    expect(figureStandingOf(service, 'month')).toMatchObject({
      availability: null,
      availabilityOfAll: null,
      burn: null,
    });
  });
});

describe('a year', () => {
  test('is the sum of its months', () => {
    const all = [
      facts(1, { openedAt: at('2026-10-05T10:00Z') }),
      facts(2),
      facts(3, { openedAt: at('2026-11-21T10:00Z'), resolvedAt: null }),
    ];
    const months = ['2026-11', '2026-10'].map((month) => figuresOf(all, POLICY, month, JANUARY));
    const year = figureYearOf(months)!;
    expect(year).toMatchObject({ year: '2026', months: ['2026-10', '2026-11'], opened: 3, resolved: 2, open: 1 });
    expect(year.priorities).toEqual([{ name: 'P1', opened: 3, resolved: 2, open: 1 }]);
    expect(year.durations.find(({ measure }) => measure === 'resolve')).toMatchObject({ points: [60, 60], count: 2 });
    expect(year.services[0]!.down).toBe(3 * HOUR);
    expect(figureStandingOf(year.services[0]!, 'year').budget).toBe(Math.round(365 * DAY * 0.0005));
    expect(year.tolerances.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('of no months there is none', () => {
    expect(figureYearOf([])).toBeNull();
  });
});

describe('points', () => {
  const of = (...minutes: number[]) => pointsOf(minutes.map((it) => it * MINUTE));

  test.each([
    [[], null, null],
    [[7], 7, 7],
    [[1, 2], 2, 2],
    [[3, 1, 2], 2, 3],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 6, 9],
  ])('of %j the median is %j and the 90th percentile %j', (minutes, middle, most) => {
    expect(median(of(...minutes))).toBe(middle);
    expect(p90(of(...minutes))).toBe(most);
  });

  test('thinned out they keep their ends and their middle', () => {
    const all = of(...Array.from({ length: 1001 }, (_, i) => i));
    const few = thinned(all, 101);
    expect(few).toMatchObject({ count: 1001, points: { length: 101 } });
    expect([few.points[0], median(few), few.points.at(-1)]).toEqual([0, 500, 1000]);
    expect(thinned(few, 200)).toEqual(few);
  });
});
