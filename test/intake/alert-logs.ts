import fc from 'fast-check';
import { mergeLogs, type AlertLog, type Firing } from '../../src/capabilities/alerts/log.ts';

export const EMPTY: AlertLog = { key: 'k', source: null, firings: [], earlier: 0 };
export const START = Date.UTC(2026, 10, 20, 18);
export const MINUTE = 60_000;

/** A firing in minutes after the start; without an end it goes on. */
export const fired = (alert: string, from: number, to: number | null = null): Firing => ({
  alert,
  from: START + from * MINUTE,
  to: to === null ? null : START + to * MINUTE,
});
export const logOf = (...firings: Firing[]): AlertLog => mergeLogs(EMPTY, firings);
export const issueWith = (body: string) => ({ own: true, number: 1, body });

const firing = fc
  .record({
    alert: fc.constantFrom('a', 'b', 'c', '', '--> x', 'é'.repeat(50)),
    from: fc.integer({ min: 0, max: 30 }),
    length: fc.option(fc.integer({ min: 0, max: 30 })),
  })
  .map(({ alert, from, length }) => fired(alert, from, length === null ? null : from + length));
export const firings = fc.array(firing, { maxLength: 20 });
