// @module-tag slow

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MINUTE } from '../../src/calendar/length.ts';
import type { IncidentFacts } from '../../src/figures/facts.ts';
import type { FiguresPolicy, MonthFigures } from '../../src/figures/figures.ts';
import { figuresOf } from '../../src/figures/month-figures.ts';
import { tries } from '../support/tries.ts';
import { incidents, instant, policies } from './sample.ts';

/* Each figure beside the same by a slow and obvious count. */

const MONTH = '2026-11';
const FROM = Date.parse('2026-11-01T00:00+01:00');
const TO = Date.parse('2026-12-01T00:00+01:00');

const name = (value: string | null): string => value ?? '';
type Counted = Record<string, { opened: number; resolved: number; open: number }>;

/** For each value: which incidents were opened and resolved, and which are open. */
function slowCounts(all: readonly IncidentFacts[], end: number, nameOf: (it: IncidentFacts) => string | null): Counted {
  const found: Counted = {};
  for (const it of all) {
    const opened = it.openedAt >= FROM && it.openedAt < end ? 1 : 0;
    const resolved = it.resolvedAt !== null && it.resolvedAt >= FROM && it.resolvedAt < end ? 1 : 0;
    const open = it.openedAt < end && !(it.resolvedAt !== null && it.resolvedAt < end) ? 1 : 0;
    if (opened + resolved + open === 0) continue;
    const count = (found[name(nameOf(it))] ??= { opened: 0, resolved: 0, open: 0 });
    count.opened += opened;
    count.resolved += resolved;
    count.open += open;
  }
  return found;
}

const byName = (counts: MonthFigures['categories']): Counted =>
  Object.fromEntries(counts.map(({ name: it, opened, resolved, open }) => [name(it), { opened, resolved, open }]));

/** The downtime of a service, minute by minute, each by the worst that there was. */
function slowDowntime(
  all: readonly IncidentFacts[],
  service: FiguresPolicy['services'][number],
  policy: FiguresPolicy,
  end: number,
) {
  const pauses = policy.maintenances.flatMap((it) => (it.services.includes(service.name) ? it.spans : []));
  const concerned = all.filter(({ services, impact }) => services.includes(service.name) && impact !== null);
  let [elapsed, down] = [0, 0];
  for (let at = FROM; at < end; at += MINUTE) {
    if (!service.calendar.isOpen(at) || pauses.some(({ from, to }) => from <= at && at < to)) continue;
    elapsed += MINUTE;
    const weights = concerned.map(({ impact }) =>
      impact!.spans.some(({ from, to }) => from <= at && at < to) ? impact!.weight : 0,
    );
    down += Math.max(0, ...weights) * MINUTE;
  }
  return { elapsed, down };
}

test('is what a slow count gives', () => {
  fc.assert(
    fc.property(incidents, policies, instant, (all, policy, now) => {
      const end = Math.max(FROM, Math.min(now, TO));
      const isIn = (at: number | null): boolean => at !== null && at >= FROM && at < end;
      const counted = all.filter((it) => it.leftOut === null && (policy.countsConfidential || !it.isConfidential));
      const only = counted.filter(({ kind }) => kind === 'incident');
      const figures = figuresOf(all, policy, MONTH, now);

      expect(byName(figures.kinds)).toEqual(slowCounts(counted, end, ({ kind }) => kind));
      expect(byName(figures.priorities)).toEqual(slowCounts(only, end, ({ priority }) => priority));
      expect(byName(figures.categories)).toEqual(slowCounts(only, end, ({ category }) => category));
      expect(byName(figures.subcategories)).toEqual(
        slowCounts(
          only.filter(({ subcategory }) => subcategory !== null),
          end,
          ({ category, subcategory }) => `${category}/${subcategory}`,
        ),
      );
      const sum = Object.values(slowCounts(only, end, () => 'all'))[0] ?? { opened: 0, resolved: 0, open: 0 };
      expect(figures).toMatchObject(sum);
      expect(figures.ages.reduce((all, it) => all + it, 0)).toBe(sum.open);
      for (const why of ['dismissed', 'withdrawn', 'duplicate'] as const)
        expect(figures.leftOut[why]).toBe(
          all.filter(
            (it) => it.leftOut === why && isIn(it.openedAt) && (policy.countsConfidential || !it.isConfidential),
          ).length,
        );
      expect(figures.confidential).toBe(only.filter((it) => it.isConfidential && isIn(it.openedAt)).length);
      expect(figures.dataLost).toBe(only.filter((it) => it.isDataLost && isIn(it.openedAt)).length);

      // Clocks and pages, one by one.
      for (const result of ['met', 'missed'] as const) {
        let expected = 0;
        for (const { clocks } of counted)
          for (const it of clocks) if (it.result === result && isIn(it.at)) expected += it.times;
        expect(figures.clocks.reduce((all, it) => all + it[result], 0)).toBe(expected);
      }
      const lags = counted
        .flatMap(({ clocks }) => clocks.filter((it) => isIn(it.at) && it.lag !== null))
        .map(({ lag }) => lag! / MINUTE);
      expect(figures.clocks.flatMap(({ lag }) => lag.points).sort((a, b) => a - b)).toEqual(lags.sort((a, b) => a - b));
      const pages = counted.flatMap((it) => it.pages.filter(({ at }) => isIn(at)));
      expect(figures.load.reduce((all, it) => all + it.pages, 0)).toBe(pages.length);
      expect(figures.load.reduce((all, it) => all + it.atNight, 0)).toBe(pages.filter(({ isNight }) => isNight).length);

      // How long it took.
      for (const [measure, moment] of [
        ['acknowledge', 'acknowledgedAt'],
        ['mitigate', 'mitigatedAt'],
        ['resolve', 'resolvedAt'],
      ] as const) {
        const slow = only.filter((it) => isIn(it[moment])).map((it) => (it[moment]! - it.openedAt) / MINUTE);
        const fast = figures.durations.filter((it) => it.measure === measure).flatMap(({ points }) => points);
        expect(fast.sort((a, b) => a - b)).toEqual(slow.sort((a, b) => a - b));
      }

      // Causes, owners and what is late.
      for (const cause of ['ddos', 'overload', null]) {
        const slow = only.filter((it) => it.cause === cause && isIn(it.resolvedAt));
        const fast = figures.causes.find((it) => it.cause === cause);
        expect(fast?.count ?? 0).toBe(slow.length);
        if (fast)
          expect(fast.isExcluded).toBe(
            policy.exclude.includes(cause!) || (cause !== null && policy.exclude.includes('extrinsic')),
          );
      }
      for (const { name: group, missed, overdue } of figures.owners) {
        const some = only.filter((it) => it.group === group);
        const misses = some.flatMap(({ clocks }) => clocks.filter((it) => it.result === 'missed' && isIn(it.at)));
        expect(missed).toBe(misses.reduce((all, { times }) => all + times, 0));
        expect(overdue).toBe(some.reduce((all, it) => all + it.overdueItems + Number(it.isPostMortemOverdue), 0));
      }
      expect(figures.overdue.postMortems).toBe(counted.filter((it) => it.isPostMortemOverdue).length);
      for (const { what, incidents: numbers } of figures.recurring) {
        const some = only.filter((it) => it.recurrence === what && isIn(it.openedAt) && !it.isConfidential);
        expect([...numbers].sort()).toEqual(some.map(({ number }) => number).sort());
        expect(some.length).toBeGreaterThan(1);
      }
    }),
    tries(400),
  );
});

test('the downtime of services is what a count of the minutes gives', () => {
  fc.assert(
    fc.property(incidents, policies, instant, (all, policy, now) => {
      const end = Math.max(FROM, Math.min(now, TO));
      const counted = all.filter((it) => it.leftOut === null && (policy.countsConfidential || !it.isConfidential));
      const kept = counted.filter(
        ({ cause, causeGroup }) => ![cause, causeGroup].some((it) => it !== null && policy.exclude.includes(it)),
      );
      const { services, tolerances } = figuresOf(all, policy, MONTH, now);
      for (const [i, service] of policy.services.entries()) {
        const { elapsed, down } = slowDowntime(counted, service, policy, end);
        const fast = services[i]!;
        expect(fast.elapsed).toBe(elapsed);
        expect(fast.down).toBeCloseTo(down, 0);
        expect(fast.counted).toBeCloseTo(slowDowntime(kept, service, policy, end).down, 0);
      }
      for (const it of tolerances.filter(({ number }) => number !== null)) {
        const { impact } = all[it.number! - 1]!;
        let slow = 0;
        for (let at = impact!.from; at < end; at += MINUTE)
          if (impact!.spans.some(({ from, to }) => from <= at && at < to)) slow++;
        expect(it.downtime).toBe(slow);
        expect(it.isKept).toBe(slow <= it.limit);
      }
    }),
    tries(15),
  );
});
