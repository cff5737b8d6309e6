import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../src/calendar/length.ts';
import { csvOf } from '../../src/figures/csv.ts';
import { figuresOf } from '../../src/figures/month-figures.ts';
import { openMetrics } from '../../src/figures/openmetrics.ts';
import { readQuestion, whyOf } from '../../src/figures/why.ts';
import { spanOf } from '../../src/figures/months.ts';
import { tries } from '../support/tries.ts';
import { metricsIn } from './metrics-in.ts';
import { at, clock, facts, incidents, instant, policies, POLICY } from './sample.ts';
import { HOSTILE, NOW, richFigures, richMonth } from './texts.ts';

const NOVEMBER = spanOf(POLICY.zone, '2026-11');

/** The cells of a table of RFC 4180. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  const parts = csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g);
  for (const [whole, quoted, bare = '', end] of parts) {
    if (whole === '') break;
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('the table of incidents', () => {
  test('has a line for each that belongs to the month, and none that is confidential', () => {
    const october = facts(30, { openedAt: at('2026-10-05T10:00Z') });
    const [head, ...rows] = cellsOf(csvOf([...richMonth(), october], NOVEMBER));
    expect(head!.slice(0, 4)).toEqual(['number', 'title', 'kind', 'priority']);
    expect(rows.map(([number]) => number)).toEqual(['1', '2', '3', '4', '5', '6', '8', '9', '10', '11', '12']);
    for (const row of rows) expect(row).toHaveLength(head!.length);
    const first = Object.fromEntries(head!.map((name, i) => [name, rows[0]![i]]));
    expect(first).toMatchObject({
      opened_at: '2026-11-02T10:00:00.000Z',
      downtime_in_month_minutes: '20',
      deadlines: 'acknowledge P1 met; resolve P0 missed',
      impact_stated: 'true',
      culprit: '',
    });
  });

  test.each([
    ['=cmd|calc', "'=cmd|calc"],
    ['+1', "'+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-2+3', "'-2+3"],
    ['\t=1', "' =1"],
    ['a "b", c', 'a "b", c'],
    ['two\r\nlines', 'two lines'],
    [HOSTILE, HOSTILE.replace('\n', ' ')],
  ])('%j is no formula and breaks no line', (title, shown) => {
    const [, row, ...more] = cellsOf(csvOf([facts(1, { title })], NOVEMBER));
    expect(row![1]).toBe(shown);
    expect(more).toEqual([]);
  });
});

describe('OpenMetrics', () => {
  test('says what is open, missed, left and late', () => {
    const found = metricsIn(openMetrics(richFigures()));
    expect(found).toContainEqual({ name: 'tocsin_incidents_open', labels: { priority: 'P1' }, value: 2 });
    expect(found).toContainEqual({ name: 'tocsin_incidents_open', labels: { priority: 'P3' }, value: 0 });
    expect(found).toContainEqual({
      name: 'tocsin_clock_missed_total',
      labels: { clock: 'resolve', priority: 'P0' },
      value: 10,
    });
    expect(found).toContainEqual({ name: 'tocsin_sweep_lag_seconds', labels: {}, value: 420 });
    expect(found.find(({ name }) => name === 'tocsin_error_budget_remaining_ratio')).toMatchObject({
      labels: { service: 'checkout' },
      value: expect.any(Number) as number,
    });
  });

  test('whatever a service is called', () => {
    const services = [{ ...POLICY.services[0]!, name: 'a"b\\c\nd' }];
    const found = metricsIn(openMetrics(figuresOf([], { ...POLICY, services }, '2026-11', NOW)));
    expect(found.at(-2)?.labels).toEqual({ service: 'a"b\\c\nd' });
  });
});

describe('why', () => {
  test.each([
    ['availability checkout 2026-11', { about: 'availability', name: 'checkout', month: '2026-11' }],
    ['availability my service 2026-11', { about: 'availability', name: 'my service', month: '2026-11' }],
    ['opened 2026-11', { about: 'opened', name: null, month: '2026-11' }],
    ['opened P1 2026-11', null],
    ['availability 2026-11', null],
    ['weather 2026-11', null],
    ['missed resolve november', null],
  ])('%s', (text, question) => {
    expect(readQuestion(text)).toEqual(question);
  });

  const why = (text: string, all = richMonth()) => whyOf(readQuestion(text)!, all, POLICY, NOW);

  test('lists the times that make the downtime, their incidents and weights', () => {
    const found = why('availability checkout 2026-11', [
      facts(1),
      facts(2, { openedAt: at('2026-11-20T19:00+01:00') }),
      facts(3, { cause: 'ddos' }),
      facts(4, { openedAt: at('2026-11-25T10:00Z'), isConfidential: true, title: null }),
    ]);
    const start = at('2026-11-20T18:30+01:00');
    expect(found).toMatchObject({
      kind: 'availability',
      intervals: [
        { from: start, to: start + HOUR, incident: 1, downtime: HOUR, isStated: false },
        { from: start + HOUR, to: start + 90 * MINUTE, incident: 2, downtime: 30 * MINUTE },
        { incident: null, downtime: HOUR },
      ],
    });
    expect(why('availability nothing 2026-11')).toBeNull();
  });

  test('lists incidents and missed deadlines', () => {
    expect(why('resolved 2026-11')).toEqual({ kind: 'incidents', numbers: [1, 2, 3, 4, 8, 9, 10, null] });
    const late = [clock({ result: 'missed', at: at('2026-11-20T18:45+01:00'), late: HOUR, lag: MINUTE })];
    expect(why('missed acknowledge 2026-11', [facts(1, { clocks: late })])).toEqual({
      kind: 'deadlines',
      clocks: [{ number: 1, priority: 'P1', at: at('2026-11-20T18:45+01:00'), late: HOUR, lag: MINUTE }],
    });
  });

  test('adds up to the figure', () => {
    fc.assert(
      fc.property(incidents, policies, instant, (all, policy, now) => {
        const figures = figuresOf(all, policy, '2026-11', now);
        for (const [i, { name }] of policy.services.entries()) {
          const found = whyOf(readQuestion(`availability ${name} 2026-11`)!, all, policy, now);
          const sum = found?.kind === 'availability' ? found.intervals.reduce((ms, it) => ms + it.downtime, 0) : NaN;
          expect(Math.round(sum)).toBe(figures.services[i]!.counted);
        }
        for (const about of ['opened', 'resolved', 'open'] as const) {
          const found = whyOf(readQuestion(`${about} 2026-11`)!, all, policy, now);
          expect(found?.kind === 'incidents' && found.numbers.length).toBe(figures[about]);
        }
      }),
      tries(100),
    );
  });
});
