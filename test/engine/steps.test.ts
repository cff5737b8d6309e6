import { describe } from 'vitest';
import { always } from '../../src/calendar/calendar.ts';
import type { Clocked } from '../../src/engine/clocked.ts';
import { at, level, moment, span, stretch, type Name } from './scene.ts';
import { breach, hold, repeated, sent, share, start, UNTIL_TAKEN } from './sendings.ts';

describe('a step at the start', () => {
  hold({
    'is due at the opening': { now: 0, steps: [start()], due: ['start @0'] },
    'is due at the opening, however late the run': { now: 9, steps: [start()], due: ['start @0'] },
    'is not sent twice': { now: 9, steps: [start()], parts: { done: sent('start', 0) } },
    'is sent although another step or policy of that name was': {
      now: 9,
      steps: [start()],
      parts: { done: { ...sent('fix due', 0), ...sent('start', 0, 0, null, 'other') } },
      due: ['start @0'],
    },
    'is sent whatever else is on record': {
      now: 9,
      steps: [start()],
      parts: { done: { 'x:eve': { at: at(0) }, nonsense: { at: at(0) } } },
      due: ['start @0'],
    },
    'is sent after all where what had stopped it is undone': {
      now: 9,
      steps: [start()],
      parts: { done: { [Object.keys(sent('start', 0))[0]!]: { at: at(0), skipped: 'acknowledged' } } },
      due: ['start @0'],
    },
    'is not there without a policy': { now: 9, steps: [start()], parts: { escalationOf: () => null } },
    'waits while nobody is told': {
      now: 1,
      steps: [start()],
      parts: { mutedUntil: at(2) },
      next: 'start @2',
    },
    'repeats until somebody takes it on': {
      now: 5,
      steps: [start({ ...repeated(2), ...UNTIL_TAKEN })],
      parts: { done: sent('start', 0) },
      due: ['start @4 *1'],
      next: 'start @6 *2',
    },
    'repeats at the very moment': {
      now: 4,
      steps: [start(repeated(2))],
      parts: { done: { ...sent('start', 0), ...sent('start', 2, 1) } },
      due: ['start @4 *2'],
      next: 'start @6 *3',
    },
    'does not repeat before': {
      now: 3.9,
      steps: [start(repeated(2))],
      parts: { done: { ...sent('start', 0), ...sent('start', 2, 1) } },
      next: 'start @4 *2',
    },
    'is silent once it was taken on': {
      now: 5,
      steps: [start({ ...repeated(2), ...UNTIL_TAKEN })],
      parts: { done: sent('start', 0), levels: [level(1, 0, 1)] },
    },
    'goes on until the resolution where the policy says so': {
      now: 5,
      steps: [start(repeated(2))],
      parts: { done: sent('start', 0), levels: [level(1, 0, 1)] },
      due: ['start @4 *1'],
      next: 'start @6 *2',
    },
    'is skipped where it was taken on before any run saw it': {
      now: 5,
      steps: [start(UNTIL_TAKEN)],
      parts: { levels: [level(1, 0, 1)] },
      skipped: ['start @0: acknowledged'],
    },
    'is skipped where it was handed on before any run saw it': {
      now: 5,
      steps: [start(UNTIL_TAKEN)],
      parts: { levels: [level(1, 0), level(2, 1)] },
      skipped: ['start @0: acknowledged'],
    },
    'counts as taken on when it was taken on, not when it was handed on later': {
      now: 5,
      steps: [start(UNTIL_TAKEN)],
      parts: { levels: [level(1, 0, 1), level(2, 2)], mutedUntil: at(1.5) },
    },
    'counts as handed on then, not as taken on by the next level later': {
      now: 5,
      steps: [start(UNTIL_TAKEN)],
      parts: { levels: [level(1, 0), level(2, 1, 2)], mutedUntil: at(1.5) },
    },
    'is no concern of the level to which it was handed, taken on or not': {
      now: 5,
      steps: [start({ ...repeated(2), ...UNTIL_TAKEN })],
      parts: { done: sent('start', 0), levels: [level(1, 0, 3), level(2, 1.5, 3)] },
    },
    'is not skipped where it was taken on as it fell due: it was never to be sent': {
      now: 5,
      steps: [start(UNTIL_TAKEN)],
      parts: { levels: [level(1, 0, 0)] },
    },
    'is skipped by the resolution, and by a dismissal': {
      now: 5,
      steps: [start()],
      parts: { ended: moment(1) },
      skipped: ['start @0: resolved'],
    },
    'is stopped by the acknowledgement where that came first': {
      now: 5,
      steps: [start(UNTIL_TAKEN)],
      parts: { levels: [level(1, 0, 1)], resolved: moment(2) },
      skipped: ['start @0: acknowledged'],
    },
    'is stopped by the resolution where that came first': {
      now: 5,
      steps: [start(UNTIL_TAKEN)],
      parts: { levels: [level(1, 0, 2)], resolved: moment(1) },
      skipped: ['start @0: resolved'],
    },
    'is not there any more once it was sent before the resolution': {
      now: 5,
      steps: [start(repeated(1))],
      parts: { done: sent('start', 0), resolved: moment(3) },
    },
  });
});

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

describe('a target in days', () => {
  const DAYS = { text: '2 days', calendar: always('UTC'), amount: { days: 2, semantics: 'same-time' } } as const;
  const targetOf: Clocked<Name>['targetOf'] = (_, clock) => (clock === 'fix' ? DAYS : undefined);
  hold({
    'has shares of its open time': {
      now: 30,
      steps: [share('fix', 50), share('fix', 75)],
      parts: { targetOf },
      due: ['fix 50% @24'],
      next: 'fix 75% @36',
    },
    'has shares up to a pause that goes on, as far as it is known': {
      now: 20,
      steps: [share('fix', 25), share('fix', 75)],
      parts: { targetOf, pausesOf: () => [span(18)] },
      due: ['fix 25% @12'],
    },
  });
});
