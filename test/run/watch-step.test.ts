import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EVERY,
  nextStart,
  nextStep,
  restAfterReading,
  type WatchKnowledge,
  type WatchStep,
} from '../../src/run/watch/step.ts';
import { HOUR, MINUTE } from '../support/stage.ts';
import { tries } from '../support/tries.ts';

/* What a watch does next. It began at 0, when it read that something is due in 10 minutes. */

const KNOWN: WatchKnowledge = {
  due: 10 * MINUTE,
  waits: null,
  readAt: 0,
  rest: MINUTE,
  isChanged: false,
  end: 5 * HOUR,
  isSpent: false,
};
const sleep = (ms: number): WatchStep => ({ do: 'sleep', ms });

describe('a watch', () => {
  test.each<[string, Partial<WatchKnowledge>, number, WatchStep]>([
    ['looks every twenty seconds', {}, MINUTE, sleep(EVERY)],
    ['wakes in the moment when something is due', {}, 10 * MINUTE - 5_000, sleep(5_000)],
    ['starts a run when it is', {}, 10 * MINUTE, { do: 'start' }],
    ['starts a run at once for what is due already', { due: -MINUTE }, 0, { do: 'start' }],
    ['reads again what has changed', { isChanged: true }, 2 * MINUTE, { do: 'read' }],
    ['but not sooner than it may', { isChanged: true, rest: 5 * MINUTE }, 2 * MINUTE, sleep(EVERY)],
    ['but not sooner than after a minute', { isChanged: true }, 30_000, sleep(EVERY)],
    ['wakes when it may read again', { isChanged: true, due: null }, 50_000, sleep(10_000)],
    ['starts what is due, though something has changed', { isChanged: true, due: 30_000 }, 31_000, { do: 'start' }],
    ['ends when nothing is due', { due: null }, MINUTE, { do: 'end', why: 'idle' }],
    ['stays while somebody may answer a page', { due: null, waits: HOUR }, MINUTE, sleep(EVERY)],
    ['and no longer', { due: null, waits: HOUR }, HOUR, { do: 'end', why: 'idle' }],
    ['hands over when its time is up', {}, 5 * HOUR, { do: 'end', why: 'handed-over' }],
    ['ends when its minutes are spent', { isSpent: true }, 5 * HOUR, { do: 'end', why: 'spent' }],
  ])('%s', (_, changes, now, step) => {
    expect(nextStep({ ...KNOWN, ...changes }, now)).toEqual(step);
  });

  test('never sleeps longer than until the next look, nor less than a second, nor past its end', () => {
    const instant = fc.integer({ min: -HOUR, max: 6 * HOUR });
    fc.assert(
      fc.property(
        fc.record({
          due: fc.option(instant),
          waits: fc.option(instant),
          readAt: instant,
          rest: fc.constantFrom(MINUTE, 15 * MINUTE),
          isChanged: fc.boolean(),
          end: instant,
          isSpent: fc.boolean(),
        }),
        instant,
        (known, now) => {
          const step = nextStep(known, now);
          if (step.do !== 'sleep') return;
          expect(step.ms).toBeGreaterThanOrEqual(1_000);
          expect(step.ms).toBeLessThanOrEqual(EVERY);
          expect(now).toBeLessThan(known.end);
        },
      ),
      tries(200),
    );
  });
});

test('reads less often when others have used the allowance', () => {
  expect([1, 0.61, 0.5, 0.4, 0].map((left) => restAfterReading(left) / MINUTE)).toEqual([1, 1, 5, 15, 15]);
});

describe('the next run is started', () => {
  const dues = new Map([
    [1, 0],
    [2, 30 * MINUTE],
  ]);
  const tried = (count: number, at: number) => new Map([[1, { count, at }]]);
  test.each([
    ['when something is due first', new Map(), 0],
    ['again after a minute for what a run has left due', tried(1, 0), MINUTE],
    ['then after two', tried(2, MINUTE), 3 * MINUTE],
    ['then after eight', tried(4, 7 * MINUTE), 15 * MINUTE],
    ['and not for that any more, but for what is due of another', tried(5, 15 * MINUTE), 30 * MINUTE],
    ['for another in between', tried(4, 29 * MINUTE), 30 * MINUTE],
  ])('%s', (_, tries, at) => {
    expect(nextStart(dues, tries)).toBe(at);
  });

  test('for nothing where nothing is due, or nothing that a run would do', () => {
    expect(nextStart(new Map(), new Map())).toBeNull();
    expect(nextStart(new Map([[1, 0]]), tried(5, 0))).toBeNull();
  });
});
