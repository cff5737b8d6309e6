import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alertCountOf,
  episodesOf,
  fittedLog,
  knows,
  mergeLogs,
  type AlertLog,
  type Firing,
} from '../../src/capabilities/alerts/log.ts';
import { alertMark, readAlertLog, withLog } from '../../src/capabilities/alerts/log-mark.ts';
import { inLog } from '../../src/intake/told.ts';
import { tries } from '../support/tries.ts';
import { codePoint } from '../support/unit.ts';
import { firings, logOf, fired, START, MINUTE, EMPTY, issueWith } from './alert-logs.ts';

describe('merging', () => {
  test('is idempotent', () => {
    fc.assert(
      fc.property(firings, (told) => {
        const once = logOf(...told);
        expect(mergeLogs(once, told)).toEqual(once);
        expect(mergeLogs(once, once.firings)).toEqual(once);
      }),
      tries(40),
    );
  });

  test('does not depend on the order in which things are told', () => {
    fc.assert(
      fc.property(firings, firings, firings, (a, b, c) => {
        const expected = logOf(...a, ...b, ...c);
        expect(mergeLogs(mergeLogs(logOf(...b), c), a)).toEqual(expected);
        expect(mergeLogs(logOf(...c), mergeLogs(logOf(...a), b).firings)).toEqual(expected);
      }),
      tries(40),
    );
  });

  test('knows afterwards what it was told', () => {
    fc.assert(
      fc.property(firings, firings, (before, told) => {
        const log = mergeLogs(logOf(...before), told);
        expect(told.every((it) => knows(log, it))).toBe(true);
      }),
      tries(40),
    );
  });

  test.each([
    { what: 'an end, which is not lost again', told: [fired('a', 0, 5), fired('a', 0)], end: 5 },
    { what: 'the later of two ends', told: [fired('a', 0, 5), fired('a', 0, 9), fired('a', 0, 7)], end: 9 },
  ])('keeps $what', ({ told, end }) => {
    expect(logOf(...told).firings).toEqual([fired('a', 0, end)]);
  });

  test('counts to the second', () => {
    const told = { alert: 'a', from: START + 312, to: START + 999 };
    expect(logOf(told, { ...told, from: START + 7 }).firings).toEqual([{ alert: 'a', from: START, to: START }]);
  });
});

describe('counting', () => {
  test('counts each firing once', () => {
    expect(alertCountOf(logOf(fired('a', 0, 5), fired('a', 10), fired('b', 0), fired('a', 0)))).toBe(3);
  });

  test('counts a recovery of which nobody knows the firing', () => {
    expect(alertCountOf(logOf(fired('a', 5, 5)))).toBe(1);
  });

  test('does not count the recovery besides the firing that it ended', () => {
    expect(alertCountOf(logOf(fired('a', 5, 5), fired('a', 0, 5)))).toBe(1);
  });
});

describe('a notice of a recovery alone', () => {
  const add = (log: AlertLog, told: Firing): AlertLog => mergeLogs(log, inLog(log, told));

  test('ends what goes on', () => {
    expect(add(logOf(fired('k', 0)), fired('k', 5, 5)).firings).toEqual([fired('k', 0, 5)]);
  });

  test('adds nothing to what has ended', () => {
    const log = logOf(fired('k', 0, 5));
    expect(add(log, fired('k', 9, 9))).toEqual(log);
  });

  test('ends the firing that is told after it', () => {
    const log = add(logOf(fired('k', 5, 5)), fired('k', 0));
    expect(episodesOf(log)).toEqual([{ from: START, to: START + 5 * MINUTE }]);
    expect(alertCountOf(log)).toBe(1);
  });
});

describe('episodes', () => {
  test.each([
    { told: [], expected: [] },
    { told: [fired('a', 0, 5), fired('b', 3, 8)], expected: [[0, 8]] },
    { told: [fired('a', 0, 5), fired('a', 5, 6)], expected: [[0, 6]] },
    {
      told: [fired('a', 0, 5), fired('b', 6)],
      expected: [
        [0, 5],
        [6, Infinity],
      ],
    },
    { told: [fired('a', 0), fired('b', 6, 9)], expected: [[0, Infinity]] },
  ])('of $told.length firings: $expected', ({ told, expected }) => {
    expect(episodesOf(logOf(...told)).map(({ from, to }) => [(from - START) / MINUTE, (to - START) / MINUTE])).toEqual(
      expected,
    );
  });

  test('do not touch, and hold every firing', () => {
    fc.assert(
      fc.property(firings, (told) => {
        const log = logOf(...told);
        const episodes = episodesOf(log);
        episodes.slice(1).forEach(({ from }, i) => {
          expect(from).toBeGreaterThan(episodes[i]!.to);
        });
        for (const { from, to } of log.firings)
          expect(episodes.some((it) => it.from <= from && it.to >= (to ?? Infinity))).toBe(true);
      }),
      tries(40),
    );
  });
});

describe('the bound', () => {
  const many = Array.from({ length: 1_000 }, (_, i) => fired(`pod-${i % 7}`, i, i + 1));

  test('keeps the latest 300 and counts the others', () => {
    const log = logOf(...many);
    expect(log.firings).toEqual(many.slice(-300));
    expect(alertCountOf(log)).toBe(1_000);
  });

  test('does not count again what was dropped', () => {
    const log = logOf(...many);
    expect(mergeLogs(log, many.slice(0, 500))).toEqual(log);
    expect(many.every((it) => knows(log, it))).toBe(true);
  });

  test('keeps what goes on', () => {
    const log = logOf(fired('old', 0), ...many);
    expect(log.firings[0]).toEqual(fired('old', 0));
    expect(mergeLogs(log, [fired('old', 0, 2_000)]).firings[0]).toEqual(fired('old', 0, 2_000));
  });

  test('holds for what goes on as well', () => {
    const log = logOf(...many.map((it) => ({ ...it, to: null })));
    expect(log.firings).toHaveLength(300);
    expect(alertCountOf(log)).toBe(1_000);
  });

  test('keeps the mark below half of what an issue takes, whatever the names', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: codePoint, maxLength: 200 }), { minLength: 350, maxLength: 350 }),
        (names) => {
          const log = mergeLogs(
            { ...EMPTY, key: fittedLog(names.join(''), 200) },
            names.map((name, i) => fired(name, i, i + 1)),
          );
          expect(alertMark(log).length).toBeLessThan(32_000);
        },
      ),
      tries(8),
    );
  });

  test('gives way to a body that people have made long', () => {
    const body = withLog({ body: `${alertMark(EMPTY)}\n${'x'.repeat(65_000)}`, number: 0 }, logOf(...many));
    expect(body.length).toBeLessThanOrEqual(65_536);
    const log = readAlertLog(issueWith(body))!;
    expect(alertCountOf(log)).toBe(1_000);
    expect(many.every((it) => knows(log, it))).toBe(true);
  });
});
