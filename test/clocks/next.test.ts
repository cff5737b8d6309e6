import { describe, expect, test } from 'vitest';
import type { Clock } from '../../src/capabilities/clocks/clocked.ts';
import { marginOf } from '../../src/capabilities/clocks/margin.ts';
import { actNext } from '../../src/capabilities/clocks/next.ts';
import { at, clock, policyOf, situationAt } from './situations.ts';

/* What those who work on an incident do next, and by when. */

const policy = await policyOf();
const untaken = situationAt(policy, 10.5, 'P1');
const taken = situationAt(policy, 10.5, 'P1', [[10.25, '/ack']]);
const next = (current: readonly Clock[], situation = taken): string | null =>
  actNext({ ...situation, clocks: { current, verdicts: [] } });

describe('what is next', () => {
  test('is what is due first, and then what is due after it', () => {
    const two = [clock('workaround', 'running', { due: at(14) }), clock('update', 'running', { due: at(12) })];
    expect(next(two)).toBe(
      'comment `/update how it stands` before **12:00 UTC**. Then `/workaround what helps` before **14:00 UTC**.',
    );
    expect(next([...two].reverse())).toBe(next(two));
    expect(next([...two, clock('resolve', 'running', { due: at(11) })])).toBe(
      'comment `/resolve what fixed it` before **11:00 UTC**. Then `/update how it stands` before **12:00 UTC**.',
    );
  });

  test('is to take it on before all else, whatever is due before', () => {
    const ack = clock('acknowledge', 'running', { due: at(13) });
    const resolve = clock('resolve', 'running', { due: at(11) });
    const first = 'comment `/ack` before **13:00 UTC**. Then `/resolve what fixed it` before **11:00 UTC**.';
    expect(next([resolve, ack], untaken)).toBe(first);
    expect(next([resolve, ack])).toBe(first);
    // Also where no clock waits for it.
    expect(next([resolve], untaken)).toBe('comment `/ack`. Then `/resolve what fixed it` before **11:00 UTC**.');
  });

  test('of what was missed says when it was due', () => {
    const two = [clock('workaround', 'missed', { due: at(10.25) }), clock('resolve', 'missed', { due: at(10.4) })];
    expect(next(two)).toBe(
      'comment `/workaround what helps` now, due **10:15 UTC**. Then `/resolve what fixed it`, due **10:24 UTC**.',
    );
  });

  test('of what is paused says no time, and comes last', () => {
    const two = [clock('workaround', 'paused', { due: Infinity }), clock('resolve', 'running', { due: at(14) })];
    expect(next(two)).toBe('comment `/resolve what fixed it` before **14:00 UTC**. Then `/workaround what helps`.');
    const both = [clock('workaround', 'paused', { due: Infinity }), clock('resolve', 'paused', { due: Infinity })];
    expect(next(both)).toBe('comment `/workaround what helps`. Then `/resolve what fixed it`.');
    // To take it on comes first all the same.
    expect(next([...both, clock('acknowledge', 'paused', { due: Infinity })], untaken)).toBe(
      'comment `/ack`. Then `/workaround what helps`.',
    );
  });

  test('is nothing that was done, is not needed any more, or nobody can do', () => {
    const resolve = clock('resolve', 'running', { due: at(14) });
    const alone = 'comment `/resolve what fixed it` before **14:00 UTC**.';
    for (const other of [
      clock('workaround', 'met'),
      clock('workaround', 'met', { stoppedAt: null }),
      clock('workaround', 'void'),
      clock('workaround', 'missed', { stoppedAt: at(13) }),
      clock('no-progress', 'running', { due: at(11) }),
    ])
      expect(next([other, resolve]), other.state).toBe(alone);
  });

  test('is to resolve it where no clock waits for anything, unless that is done', () => {
    expect(next([])).toBe('comment `/resolve what fixed it`.');
    expect(next([], untaken)).toBe('comment `/ack`.');
    const resolved = situationAt(policy, 10.5, 'P1', [[10.25, '/resolve a bad deploy']]);
    expect(next([], resolved)).toBeNull();
  });
});

describe('the margin of a deadline', () => {
  const of = (name: 'acknowledge' | 'resolve' | 'restore', due: number, stop: number): number =>
    marginOf(policy, { name, priority: 'P1' }, at(due), at(stop)) / 3_600_000;

  test('is open time of its calendar, and less than nothing where it was late', () => {
    expect([of('acknowledge', 12, 11), of('acknowledge', 12, 12), of('acknowledge', 12, 13.5)]).toEqual([1, 0, -1.5]);
    expect([of('resolve', 34, 16), of('resolve', 16, 34)]).toEqual([2, -2]);
    // Of a clock that the policy has no target for any more, it is time on the wall.
    expect([of('restore', 34, 16), of('restore', 16, 34)]).toEqual([18, -18]);
  });
});
