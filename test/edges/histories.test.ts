// @module-tag slow

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comment, Issue } from '../../src/model/issue.ts';
import { readMark } from '../../src/engine/mark.ts';
import type { ClockVerdict } from '../../src/engine/record.ts';
import { readIncident } from '../../src/capabilities/reading.ts';
import { planFor } from '../support/plan.ts';
import { tries } from '../support/tries.ts';
import { type History, world, history } from './histories-world.ts';

/* Laws 3 and 5 with pauses, repeated clocks, restarts and the clocks of the post-mortem, on the pure core. */

const own = ({ timeline }: Issue): Comment[] =>
  timeline.flatMap((it) => (it.kind === 'commented' && it.comment.own ? [it.comment] : []));
const sent = (issue: Issue): string[] =>
  own(issue).flatMap(({ body }) => [...new Set((readMark('notice', 1, body)?.keys ?? []) as string[])]);
const recorded = (issue: Issue): readonly ClockVerdict[] =>
  own(issue).flatMap(({ body }) => (readMark('card', 1, body)?.verdicts ?? []) as ClockVerdict[]);

/** Of clocks that start again and again, the last misses stand for the others. */
const isLone = ({ clock }: ClockVerdict): boolean => clock !== 'update' && clock !== 'no-progress';
const missesOn = (all: readonly ClockVerdict[]): number =>
  all.filter((it) => !isLone(it)).reduce((sum, { times = 1 }) => sum + times, 0);

function playOut(told: History): void {
  const it = world(told);
  let verdicts: readonly ClockVerdict[] = [];
  for (const [minutes, by, what] of [...told.acts, [61, 'rita', { do: 'unlabel', label: 'waiting' }] as const]) {
    it.wait(minutes);
    it.happen(by, what);
    for (const body of it.run()) {
      expect(body.replace(/^<!--.*-->/, '')).not.toMatch(/NaN|undefined|Infinity/);
      expect(body.slice(0, body.indexOf('\n'))).not.toMatch(/null|NaN|Infinity/);
    }
    expect(planFor(it.issue, it.ground()).effects, 'a second run finds nothing').toEqual([]);
    const keys = sent(it.issue);
    expect(keys, 'nothing is told twice').toEqual([...new Set(keys)]);
    expect(recorded(it.issue).filter(isLone), 'a verdict stays').toEqual(
      expect.arrayContaining(verdicts.filter(isLone)),
    );
    expect(missesOn(recorded(it.issue)), 'a miss stays counted').toBeGreaterThanOrEqual(missesOn(verdicts));
    verdicts = recorded(it.issue);
  }
}

/** What an incident is, as far as it must not depend on how often somebody looked. */
function essence(it: ReturnType<typeof world>) {
  const { incident, clocks } = readIncident(it.issue, it.ground());
  return {
    status: incident.status,
    acknowledged: incident.acknowledgement?.at,
    resolved: incident.resolution.resolved?.at,
    priorities: incident.priority.periods.map(({ from, priority }) => [from, priority]),
    clocks: clocks.current.map(({ name, state }) => [name, state]),
  };
}

function compare(told: History): void {
  const [often, once] = [world(told), world(told)];
  for (const [minutes, by, what] of told.acts) {
    if (what.do === 'review') continue;
    for (const it of [often, once]) {
      // What happens within one second may be judged either way.
      it.wait(minutes + 1);
      it.happen(by, what);
    }
    often.run();
  }
  for (const it of [often, once]) {
    it.wait(1);
    it.run();
  }
  expect(essence(once)).toEqual(essence(often));
}

describe('any history with pauses and repeated clocks', () => {
  const options = tries(10, 20261122);
  test('settles, tells nothing twice, keeps its verdicts, and prints no number that is none', () => {
    fc.assert(fc.property(history, playOut), options);
  });
  test('comes to the same whether many runs looked at it or one', () => {
    fc.assert(fc.property(history, compare), options);
  });
});
