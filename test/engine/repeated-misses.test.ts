import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureClocks } from '../../src/engine/clocks.ts';
import type { Clocked } from '../../src/engine/clocked.ts';
import { fewer } from '../../src/engine/compaction.ts';
import type { ClockVerdict } from '../../src/engine/record.ts';
import { PRIORITIES } from '../../src/model/priority.ts';
import { tries } from '../support/tries.ts';
import { at, incident, moment, stretch, type Name } from './scene.ts';

/*
 * The record keeps two misses of a clock that repeats, the former for all before it. What is recorded is measured again by every
 * run, which must find nothing new in it: or the card is written for ever, each time with more misses.
 */

interface History {
  readonly signs: readonly number[];
  readonly changes: readonly { readonly hour: number; readonly priority: number }[];
  /** When it ends, and so many hours later a run hears of it. */
  readonly end: { readonly hour: number; readonly heard: number; readonly how: 'resolved' | 'ended' } | null;
  /** From when on a sign is gone, as of a comment that is deleted. */
  readonly gone: { readonly sign: number; readonly from: number } | null;
}

const hour = fc.integer({ min: 0, max: 60 }).map((halves) => halves / 2);
const history: fc.Arbitrary<History> = fc.record({
  signs: fc.array(hour, { maxLength: 8 }),
  changes: fc.array(fc.record({ hour, priority: fc.nat({ max: 3 }) }), { maxLength: 4 }),
  end: fc.option(
    fc.record({ hour, heard: fc.nat({ max: 6 }), how: fc.constantFrom('resolved' as const, 'ended' as const) }),
  ),
  gone: fc.option(fc.record({ sign: fc.nat({ max: 7 }), from: hour })),
});

/** What is known of a history some hours after its beginning. */
function knownAt(now: number, { signs, changes, end, gone }: History): Partial<Clocked<Name>> {
  const sorted = [...signs]
    .sort((a, b) => a - b)
    .filter((it, i) => !(gone && i === gone.sign && now >= gone.from) && it <= now);
  const raised = changes.filter((it) => it.hour > 0 && it.hour <= now).sort((a, b) => a.hour - b.hour);
  return {
    signs: { beat: sorted.map(at) },
    priorities: [stretch(0, 'P1'), ...raised.map((it) => stretch(it.hour, PRIORITIES[it.priority]!))],
    ...(end && now >= end.hour + end.heard && { [end.how]: moment(end.hour) }),
  };
}

const doesRepeat = (clock: string): boolean => clock === 'beat';
const measured = (now: number, parts: Partial<Clocked<Name>>, verdicts: readonly ClockVerdict<Name>[] = []) =>
  measureClocks(incident(now, { beat: 2, fix: 9 }, { ...parts, verdicts })).verdicts;
const misses = (verdicts: readonly ClockVerdict<Name>[]): number =>
  verdicts.filter(({ clock }) => clock === 'beat').reduce((sum, { times = 1 }) => sum + times, 0);

/** Lets runs come every hour, each of which records what it measures, and looks at what each has recorded. */
function each(
  told: History,
  look: (recorded: readonly ClockVerdict<Name>[], parts: Partial<Clocked<Name>>, now: number) => void,
): void {
  let recorded: readonly ClockVerdict<Name>[] = [];
  for (let now = 1; now <= 40; now++) {
    const parts = knownAt(now, told);
    recorded = fewer(measured(now, parts, recorded), doesRepeat);
    look(recorded, parts, now);
  }
}

describe('the misses of a clock that repeats', () => {
  test('are the same when what was recorded is measured again, whatever has changed meanwhile', () => {
    fc.assert(
      fc.property(history, (told) => {
        each(told, (recorded, parts, now) => {
          expect(fewer(measured(now, parts, recorded), doesRepeat)).toEqual(recorded);
        });
      }),
      tries(40),
    );
  });

  test('are as many as a run finds that sees all of it for the first time', () => {
    fc.assert(
      fc.property(history, (told) => {
        each({ ...told, gone: null, end: told.end && { ...told.end, heard: 0 } }, (recorded, parts, now) => {
          expect(misses(recorded)).toBe(misses(measured(now, parts)));
        });
      }),
      tries(40),
    );
  });
});
