// @module-tag slow

import { expect, test } from 'vitest';
import { reportLedgerOf } from '../../src/capabilities/reports/ledger.ts';
import { loadPolicy } from '../../src/capabilities/load.ts';
import { reportOf } from '../../src/run/reports/made.ts';
import { at, facts } from './sample.ts';

const policy = await (async () => {
  const loaded = await loadPolicy('services: { checkout: { downtime-per-incident: 10m } }', 'p.yml');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.policy;
})();

test.each([10, 400, 5000])('of %i incidents the report fits into an issue, and has its figures', (count) => {
  const all = Array.from({ length: count }, (_, i) =>
    facts(i + 1, {
      openedAt: at('2026-11-01T10:00Z') + i * 60_000,
      category: `${i}>>-->>`.repeat(8),
      recurrence: `-->-->${i % (count / 2)}`.repeat(9),
      cause: null,
    }),
  );
  const now = at('2026-11-27T10:00Z');
  const { body } = reportOf({ facts: all, policy, maintenances: [], now, isPartial: false }, '2026-11', {
    known: [],
    isFrozen: true,
  });
  expect(body.length).toBeLessThanOrEqual(65_536);
  const found = reportLedgerOf({ own: true, edited: false, body });
  expect(found?.figures).toMatchObject({ opened: count, resolved: count, isCut: count > 10 });
  expect(found?.figures.durations.map((it) => it.count)).toEqual([count, count]);
  expect(body).toContain('`report --why`');
  if (count > 30) expect(body).toContain(`and ${count - 30} more in the CSV`);
});
