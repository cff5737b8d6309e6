import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE, DAY } from '../../src/calendar/length.ts';
import { always } from '../../src/calendar/calendar.ts';
import { availability, isBelow, onRecord, stretchesOf, WEIGHTS } from '../../src/status-page/availability.ts';
import { currentPeriods, shownDaysOf, lastDays } from '../../src/status-page/days.ts';
import type { Harm, PublicIncident, StatusPage } from '../../src/status-page/page.ts';
import { tries } from '../support/tries.ts';
import { component, incident, maintenance, NOW, OFFICE, pageWith } from './sample.ts';

const HARMS: readonly Harm[] = ['degraded_performance', 'partial_outage', 'major_outage'];
const shareOf = (page: StatusPage, from: number, to: number): number | null =>
  availability(page.components[0]!, stretchesOf(page).get('api')!, { from, to });

/** The same, minute by minute: for each, whether it was promised and the worst that was declared of it. */
function slowly(page: StatusPage, from: number, to: number): number | null {
  const [{ calendar }] = page.components as [StatusPage['components'][number]];
  let promised = 0;
  let down = 0;
  for (let at = from; at < to; at += MINUTE) {
    const covers = (start: number, end: number | null): boolean => start <= at && (end === null || at < end);
    if (!calendar.isOpen(at)) continue;
    if (page.maintenances.some((it) => it.begunAt !== null && covers(it.begunAt, it.endedAt))) continue;
    const harms = page.incidents.filter((it) => covers(it.from, it.to)).map(({ harm }) => WEIGHTS[harm]);
    promised++;
    down += Math.max(0, ...harms);
  }
  return promised === 0 ? null : 1 - down / promised;
}

const SPAN = 4 * 24 * 60;
const minute = fc.integer({ min: -SPAN, max: 0 }).map((minutes) => NOW + minutes * MINUTE);
const stretch = fc.tuple(minute, fc.option(fc.integer({ min: 1, max: 2000 })));
const ended = ([from, minutes]: readonly [number, number | null]): { from: number; to: number | null } => ({
  from,
  to: minutes === null ? null : from + minutes * MINUTE,
});

const world = fc
  .record({
    incidents: fc.array(fc.tuple(stretch, fc.constantFrom(...HARMS)), { maxLength: 6 }),
    maintenances: fc.array(stretch, { maxLength: 3 }),
    calendar: fc.constantFrom(always('UTC'), OFFICE),
    since: minute,
  })
  .map(({ incidents, maintenances, calendar, since }) =>
    pageWith({
      since,
      components: [component('api', { calendar })],
      incidents: incidents.map(([times, harm], i): PublicIncident => incident(`i${i}`, { ...ended(times), harm })),
      maintenances: maintenances.map((times, i) => {
        const { from, to } = ended(times);
        const stage = to === null ? 'in_progress' : 'completed';
        return maintenance(`m${i}`, { stage, from, to: from + HOUR, begunAt: from, endedAt: to });
      }),
    }),
  );

describe('availability', () => {
  test('is what a count of the minutes gives', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(world, minute, minute, (page, a, b) => {
        const time = onRecord(page, Math.min(a, b), Math.max(a, b));
        if (time === null) return;
        const slow = slowly(page, time.from, time.to);
        const fast = shareOf(page, time.from, time.to);
        if (slow === null) expect(fast).toBeNull();
        else expect(fast).toBeCloseTo(slow, 9);
      }),
      tries(60),
    );
  });

  test.each<[string, Partial<StatusPage>, number | null]>([
    ['an hour of a major outage counts in full', { incidents: [incident('a')] }, 0.9],
    ['of a partial one by 0.3', { incidents: [incident('a', { harm: 'partial_outage' })] }, 0.97],
    ['of degraded performance not at all', { incidents: [incident('a', { harm: 'degraded_performance' })] }, 1],
    ['two at a time count once', { incidents: [incident('a'), incident('b')] }, 0.9],
    [
      'the worst of two at a time counts',
      { incidents: [incident('a', { harm: 'partial_outage' }), incident('b', { from: NOW - HOUR / 2 })] },
      1 - (0.3 * 0.5 + 0.5) / 10,
    ],
    [
      'an outage within maintenance does not count, nor does its time',
      {
        incidents: [incident('a')],
        maintenances: [maintenance('m', { stage: 'in_progress', begunAt: NOW - HOUR / 2 })],
      },
      1 - 0.5 / 9.5,
    ],
    ['what is only planned changes nothing', { maintenances: [maintenance('m', { from: NOW - HOUR })] }, 1],
    ['what of it is in the future neither', { incidents: [incident('a', { from: NOW, to: NOW + HOUR })] }, 1],
    ['outside the promised hours nothing does', { components: [component('api', { calendar: OFFICE })] }, 1],
  ])('%s', (_, changes, share) => {
    const page = pageWith({ zone: 'UTC', ...changes });
    expect(shareOf(page, NOW - 10 * HOUR, NOW)).toBeCloseTo(share!, 9);
  });

  test('is unknown of a time for which nothing was promised', () => {
    const sunday = Date.UTC(2026, 10, 15);
    const page = pageWith({ components: [component('api', { calendar: OFFICE })] });
    expect(shareOf(page, sunday, sunday + HOUR)).toBeNull();
  });

  test('is compared with what was promised, but for a rounding', () => {
    expect(isBelow(0.999, 0.999)).toBe(false);
    expect(isBelow(1 - 0.001, 0.999)).toBe(false);
    expect(isBelow(0.99899, 0.999)).toBe(true);
  });
});

describe('the days of the bars', () => {
  const days = (page: StatusPage) => shownDaysOf(page, lastDays(page), stretchesOf(page).get('api')!);

  test('are ninety in the zone of the page, without a gap when the clocks change', () => {
    const found = lastDays(pageWith({ zone: 'Europe/Paris' }));
    expect(found).toHaveLength(90);
    expect(found.slice(1).every(({ from }, i) => from === found[i]!.to)).toBe(true);
    const lengths = new Set(found.map(({ from, to }) => (to - from) / HOUR));
    expect([...lengths].sort()).toEqual([24, 25]);
    expect(found.at(-1)).toEqual({ from: Date.UTC(2026, 10, 19, 23), to: Date.UTC(2026, 10, 20, 23) });
  });

  test('each tell the worst of it and how long that lasted, and nothing of before the record', () => {
    const midnight = Date.UTC(2026, 10, 20);
    const page = pageWith({
      since: midnight - 3 * DAY,
      incidents: [
        incident('a', { from: midnight - HOUR, to: midnight + 2 * HOUR }),
        incident('b', { from: midnight - 5 * HOUR, to: midnight - 3 * HOUR, harm: 'partial_outage' }),
        incident('c', { from: midnight - 2 * DAY, to: midnight - 2 * DAY + HOUR, harm: 'partial_outage' }),
      ],
    });
    const found = days(page);
    expect(found.slice(0, 86).every(({ condition }) => condition === null)).toBe(true);
    expect(found.slice(86).map(({ condition, length }) => [condition, length / HOUR])).toEqual([
      ['operational', 0],
      ['partial_outage', 1],
      ['major_outage', 1],
      ['major_outage', 2],
    ]);
  });

  test('the month and the year are those of the zone of the page', () => {
    const { month, year } = currentPeriods(pageWith({ zone: 'America/New_York', at: Date.UTC(2026, 0, 1, 3) }));
    expect(new Date(month.from).toISOString()).toBe('2025-12-01T05:00:00.000Z');
    expect(new Date(year.to).toISOString()).toBe('2026-01-01T05:00:00.000Z');
  });
});
