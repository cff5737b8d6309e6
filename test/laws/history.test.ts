import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comment, Issue } from '../../src/model/issue.ts';
import { nameOfKey } from '../../src/engine/keys.ts';
import { readMark } from '../../src/engine/mark.ts';
import type { ClockVerdict } from '../../src/engine/record.ts';
import { readIncident } from '../../src/capabilities/reading.ts';
import { planFor } from '../support/plan.ts';
import { tries } from '../support/tries.ts';
import { world, history } from './history-world.ts';

/* Laws 3 and 5 for histories that nobody would think of, on the pure core: people act at random, runs come at random and die. */

/** What may still be said when an incident is over: answers to what people have just done. */
const ANSWER = /^(?:c\d+$|refused:|several@|withdrawn@|lowered@|resolved@|explain@)/;
const ROUNDS = 8;

/** One run, which dies after so many effects. Checks what every run must keep to. */
function runOn(stage: ReturnType<typeof world>, left: number): void {
  for (let round = 1; ; round++) {
    const { effects, unknown, incident } = planFor(stage.issue, stage.ground);
    expect(unknown).toEqual([]);
    if (effects.length === 0) return;
    expect(round).toBeLessThanOrEqual(ROUNDS);
    const over = incident.resolution.resolved !== null || incident.resolution.ended !== null;
    for (const effect of effects) {
      if (left === 0) return;
      left -= 1;
      if (over && effect.do === 'comment')
        expect(effect.keys.map(nameOfKey).filter((key) => !ANSWER.test(key))).toEqual([]);
      stage.carryOut(effect);
    }
  }
}

const commentsOf = ({ timeline }: Issue): Comment[] =>
  timeline.flatMap((it) => (it.kind === 'commented' && it.comment.own ? [it.comment] : []));
const keysSent = (issue: Issue): string[] =>
  commentsOf(issue).flatMap(({ body }) => [...new Set((readMark('notice', 1, body)?.keys ?? []) as string[])]);
const onRecord = (issue: Issue): readonly ClockVerdict[] =>
  commentsOf(issue).flatMap(({ body }) => (readMark('card', 1, body)?.verdicts ?? []) as ClockVerdict[]);

function playOut({ labels, acts }: typeof history extends fc.Arbitrary<infer T> ? T : never): void {
  const stage = world(labels);
  let verdicts: readonly ClockVerdict[] = [];
  let acknowledged: string | null = null;
  const look = (): void => {
    const keys = keysSent(stage.issue);
    expect(keys, 'nothing is told twice').toEqual([...new Set(keys)]);
    expect(commentsOf(stage.issue).filter(({ body }) => readMark('card', 1, body)).length).toBeLessThanOrEqual(1);
    const recorded = onRecord(stage.issue);
    expect(recorded, 'a verdict stays').toEqual(expect.arrayContaining([...verdicts]));
    verdicts = recorded;
  };
  for (const [minutes, what] of [...acts, [60, { do: 'run' }] as const]) {
    stage.wait(minutes);
    stage.happen(what);
    if (what.do !== 'run' && what.do !== 'die') continue;
    runOn(stage, what.do === 'die' ? what.left : Infinity);
    look();
    if (what.do === 'die') continue;
    expect(planFor(stage.issue, stage.ground).effects, 'a second run finds nothing').toEqual([]);
    const { incident } = readIncident(stage.issue, stage.ground);
    // Whoever leaves un-acknowledges nothing.
    if (acknowledged !== null) expect(incident.acknowledgement?.by).toBe(acknowledged);
    acknowledged = incident.acknowledgement?.by ?? null;
  }
}

describe('any history', () => {
  test('settles, tells nothing twice, tells nothing after the end, and keeps its verdicts', () => {
    fc.assert(fc.property(history, playOut), tries(50, 20261121));
  });
});
