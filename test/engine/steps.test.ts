import { describe } from 'vitest';
import { always } from '../../src/calendar/calendar.ts';
import type { Clocked } from '../../src/engine/clocked.ts';
import { at, level, moment, span, type Name } from './scene.ts';
import { hold, repeated, sent, share, start, UNTIL_TAKEN } from './sendings.ts';

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
    'is still due where something moved, but nobody took it on': {
      now: 2,
      steps: [start(UNTIL_TAKEN)],
      parts: { progress: [at(1)] },
      due: ['start @0'],
    },
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
