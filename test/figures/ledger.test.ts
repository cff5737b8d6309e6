import fc from 'fast-check';
import { expect, test } from 'vitest';
import { correctionsOf } from '../../src/figures/corrections.ts';
import type { IncidentFacts } from '../../src/figures/facts.ts';
import type { Correction, MonthFigures, Row } from '../../src/figures/figures.ts';
import { figuresOf, figureRowsOf } from '../../src/figures/month-figures.ts';
import { figureYearOf } from '../../src/figures/year.ts';
import { tries } from '../support/tries.ts';
import { at, facts, incidents, policies, POLICY } from './sample.ts';

/* A year, and what changes about a month that is closed, beside a slow and obvious count. */

const LATER = at('2027-02-01T00:00Z');
const MONTHS = ['2026-10', '2026-11', '2026-12'];

test('a year is the sum of its months, each figure', { tags: 'slow' }, () => {
  fc.assert(
    fc.property(incidents, policies, (all, policy) => {
      const months = MONTHS.map((month) => figuresOf(all, policy, month, LATER));
      const year = figureYearOf([...months].reverse())!;
      const sum = (of: (it: MonthFigures) => number): number => months.reduce((total, it) => total + of(it), 0);
      expect(year.months).toEqual(MONTHS);
      expect(year.opened).toBe(sum(({ opened }) => opened));
      expect(year.resolved).toBe(sum(({ resolved }) => resolved));
      expect(year.open).toBe(months[2]!.open);
      for (const list of ['kinds', 'priorities', 'categories', 'subcategories', 'owners'] as const)
        for (const it of year[list]) {
          const its = months.flatMap((month) => month[list].filter(({ name }) => name === it.name));
          expect(it.opened).toBe(its.reduce((total, { opened }) => total + opened, 0));
          expect(it.resolved).toBe(its.reduce((total, { resolved }) => total + resolved, 0));
        }
      for (const result of ['met', 'missed'] as const)
        expect(year.clocks.reduce((total, it) => total + it[result], 0)).toBe(
          sum(({ clocks }) => clocks.reduce((total, it) => total + it[result], 0)),
        );
      const points = (it: Pick<MonthFigures, 'durations'>) => it.durations.flatMap((some) => some.points);
      expect([...points(year)].sort((a, b) => a - b)).toEqual(months.flatMap(points).sort((a, b) => a - b));
      for (const [i, service] of year.services.entries()) {
        expect(service.down).toBe(sum(({ services }) => services[i]!.down));
        expect(service.counted).toBe(sum(({ services }) => services[i]!.counted));
        expect(service.elapsed).toBe(sum(({ services }) => services[i]!.elapsed));
      }
      expect(year.load.reduce((total, { pages }) => total + pages, 0)).toBe(
        sum(({ load }) => load.reduce((total, { pages }) => total + pages, 0)),
      );
      expect(year.causes.reduce((total, { count }) => total + count, 0)).toBe(year.resolved);
    }),
    tries(150),
  );
});

const NOTHING: Row = {
  n: 0,
  priority: 'P3',
  category: null,
  cause: null,
  opened: false,
  resolved: false,
  downtime: 0,
  leftOut: null,
};

/** What a month comes to once its corrections are read as well: each row that adds anything, as text. */
function corrected(rows: readonly Row[], corrections: readonly Correction[]): Record<number, Record<string, string>> {
  const found = new Map<number, Record<string, string>>();
  const textOf = (row: Row): Record<string, string> =>
    Object.fromEntries(
      Object.entries(row).flatMap(([key, value]) => (key === 'n' ? [] : [[key, String(value ?? '')]])),
    );
  for (const row of rows) found.set(row.n, textOf(row));
  for (const { n, what, to } of corrections) {
    const row = found.get(n) ?? { ...textOf(NOTHING), priority: '' };
    found.set(n, { ...row, [what]: to });
  }
  const adds = ([, row]: [number, Record<string, string>]): boolean =>
    row.opened === 'true' || row.resolved === 'true' || row.downtime !== '0';
  return Object.fromEntries([...found].filter(adds));
}

test('a closed month and its corrections are what is known now', { tags: 'slow' }, () => {
  const changed = fc.tuple(incidents, incidents, incidents).map(([then, later, last]) => {
    const open = (all: readonly IncidentFacts[]) =>
      all.map((it) => ({ ...it, isConfidential: false, title: '', changedAt: LATER }));
    return [open(then), open(later), open(last)] as const;
  });
  fc.assert(
    fc.property(changed, ([then, later, last]) => {
      const november = figuresOf(then, POLICY, '2026-11', LATER);
      const inDecember = correctionsOf(later, [november], november.to);
      const december = figuresOf(later, POLICY, '2026-12', LATER, inDecember);
      const ofNovember = correctionsOf(last, [november, december], december.to).filter(
        ({ month }) => month === '2026-11',
      );
      const now = corrected(figureRowsOf(last, november), []);
      const read = corrected(november.rows, [...inDecember, ...ofNovember]);
      for (const { number } of last) expect(read[number]).toEqual(now[number]);
    }),
    tries(150),
  );
});

test('of what has not changed since, and of what is confidential, nothing is said', () => {
  const november = figuresOf([facts(1), facts(2)], POLICY, '2026-11', LATER);
  const again = [
    facts(1, { cause: 'ddos', changedAt: november.to - 1 }),
    facts(2, { cause: 'ddos', changedAt: LATER, isConfidential: true, title: null }),
  ];
  expect(correctionsOf(again, [november], november.to)).toEqual([]);
});

test('of a month that kept not all of its rows, only those that it has are corrected', () => {
  const november = { ...figuresOf([facts(1), facts(2)], POLICY, '2026-11', LATER), isCut: true };
  const cut = { ...november, rows: november.rows.slice(1) };
  const again = [facts(1, { cause: 'ddos', changedAt: LATER }), facts(2, { cause: 'ddos', changedAt: LATER })];
  expect(correctionsOf(again, [cut], november.to).map(({ n, what, to }) => [n, what, to])).toEqual([
    [2, 'cause', 'ddos'],
  ]);
});
