import { describe } from 'vitest';
import type { Clocked } from '../../src/engine/clocked.ts';
import { at, level, moment, stretch, type Name } from './scene.ts';
import { breach, hold, repeated, sent, share, start, UNTIL_TAKEN } from './sendings.ts';

describe('a change of priority', () => {
  const raised: Partial<Clocked<Name>> = { priorities: [stretch(0, 'P1'), stretch(3, 'P0')] };
  const another: Partial<Clocked<Name>> = { ...raised, escalationOf: (priority) => `page ${priority}` };
  const taken: Partial<Clocked<Name>> = { levels: [level(1, 0, 1)], acknowledged: moment(1) };
  hold({
    'starts again where it becomes more urgent than ever, though the policy is the same': {
      now: 5,
      steps: [start()],
      parts: { ...raised, done: sent('start', 0) },
      due: ['start @3 since 3'],
    },
    'starts nothing again for what is not urgent, though the policy is the same': {
      now: 5,
      steps: [start()],
      parts: { priorities: [stretch(0, 'P3'), stretch(3, 'P2')], done: sent('start', 0) },
    },
    'starts nothing again where it is once more what it was, and the policy is the same': {
      now: 9,
      steps: [start()],
      parts: {
        priorities: [stretch(0, 'P0'), stretch(3, 'P1'), stretch(6, 'P0')],
        done: sent('start', 0),
      },
    },
    'starts again where another policy comes into force': {
      now: 5,
      steps: [start()],
      parts: { ...another, done: sent('start', 0, 0, null, 'page P1') },
      due: ['start @3 since 3'],
    },
    'starts nothing again where somebody assessed it as what it was': {
      now: 5,
      steps: [start()],
      parts: {
        ...another,
        priorities: [stretch(0, 'P1'), stretch(3, 'P1')],
        done: sent('start', 0, 0, null, 'page P1'),
      },
    },
    'starts again where the policy of before comes back': {
      now: 9,
      steps: [start()],
      parts: {
        ...another,
        priorities: [stretch(0, 'P1'), stretch(3, 'P0'), stretch(6, 'P1')],
        done: sent('start', 0, 0, null, 'page P1'),
      },
      due: ['start @6 since 6'],
    },
    'tells those whom the new policy starts with, though somebody took on what it was': {
      now: 5,
      steps: [start(UNTIL_TAKEN)],
      parts: { ...another, ...taken },
      due: ['start @3 since 3'],
    },
    'tells them until something moves again': {
      now: 9,
      steps: [start({ ...UNTIL_TAKEN, ...repeated(2) })],
      parts: { ...another, ...taken, progress: [at(2), at(4), at(8)], done: sent('start', 3, 0, 3, 'page P0') },
    },
    'tells them nothing where something moved before any run saw it': {
      now: 9,
      steps: [start(UNTIL_TAKEN)],
      parts: { ...another, ...taken, progress: [at(2), at(3), at(4)] },
      skipped: ['start @3 since 3: acknowledged'],
    },
    'tells them where nothing moved since the raise': {
      now: 9,
      steps: [start(UNTIL_TAKEN)],
      parts: { ...another, ...taken, progress: [at(2), at(3)] },
      due: ['start @3 since 3'],
    },
    'tells them nothing where it was taken on since': {
      now: 9,
      steps: [start({ ...UNTIL_TAKEN, ...repeated(2) })],
      parts: {
        ...another,
        levels: [level(1, 0, 4)],
        acknowledged: moment(4),
        done: sent('start', 3, 0, 3, 'page P0'),
      },
    },
    'ends what watches a clock where somebody had taken it on before': {
      now: 9,
      targets: { fix: 4 },
      steps: [breach('fix', 0, UNTIL_TAKEN)],
      parts: { ...raised, ...taken },
    },
    'makes due at once what the shorter target has passed': {
      now: 4,
      targets: { fix: { P1: 8, P0: 4 } },
      steps: [share('fix', 50), breach('fix')],
      parts: raised,
      due: ['fix 50% @3 since 3', 'fix due @4 since 3'],
    },
    'makes due at once also what a lower one has passed, under the policy of before': {
      now: 4,
      targets: { fix: { P2: 100, P3: 4 } },
      steps: [share('fix', 50)],
      parts: { priorities: [stretch(0, 'P2'), stretch(3, 'P3')] },
      due: ['fix 50% @3 since 3'],
    },
    'that is no raise starts another policy as of its minute': {
      now: 2,
      steps: [start()],
      parts: {
        priorities: [stretch(0, 'P1'), stretch(1, 'P2')],
        escalationOf: (priority) => `page ${priority}`,
        done: sent('start', 1, 0, 1 - 0.5 / 60, 'page P2'),
      },
    },
    'after the resolution says nothing anew of what goes on': {
      now: 9,
      targets: { review: 4 },
      steps: [breach('review')],
      parts: {
        priorities: [stretch(0, 'P1'), stretch(8, 'P0')],
        resolved: moment(2),
        done: sent('review due', 6, 0, 2),
      },
    },
    'measures the step anew, though it went out before': {
      now: 6,
      targets: { fix: { P1: 2, P0: 5 } },
      steps: [breach('fix')],
      parts: { ...raised, done: sent('fix due', 2) },
      due: ['fix due @5 since 3'],
    },
  });
});
