import { describe } from 'vitest';
import { hold, P1_TO_P0 } from './measured.ts';
import { at, moment, span, stretch } from './scene.ts';

describe('a clock that starts at the opening', () => {
  hold({
    'runs towards its deadline': { now: 1, targets: { fix: 4 }, shows: ['fix P1 running 0-4'], judges: [] },
    'is not there without a target': { now: 1, targets: {}, shows: [], judges: [] },
    'is missed at its deadline, though no run saw it, and goes on': {
      now: 9,
      targets: { fix: 4 },
      shows: ['fix P1 missed 0-4 @4'],
      judges: ['fix P1 missed 0-4 @4 #0'],
    },
    'is missed in the very moment of its deadline': {
      now: 4,
      targets: { fix: 4 },
      shows: ['fix P1 missed 0-4 @4'],
      judges: ['fix P1 missed 0-4 @4 #0'],
    },
    'is met by the resolution in time': {
      now: 9,
      targets: { fix: 4 },
      parts: { resolved: moment(2) },
      shows: ['fix P1 met 0-4 @2 |2'],
      judges: ['fix P1 met 0-4 @2 #0'],
    },
    'is met by a resolution at the last moment': {
      now: 9,
      targets: { fix: 4 },
      parts: { resolved: moment(4) },
      shows: ['fix P1 met 0-4 @4 |4'],
      judges: ['fix P1 met 0-4 @4 #0'],
    },
    'is missed where the resolution came too late': {
      now: 9,
      targets: { fix: 4 },
      parts: { resolved: moment(5) },
      shows: ['fix P1 missed 0-4 @4 |5'],
      judges: ['fix P1 missed 0-4 @4 #0'],
    },
    'is void once the incident was dismissed': {
      now: 9,
      targets: { fix: 4 },
      parts: { ended: moment(2) },
      shows: ['fix P1 void 0-4 |2'],
      judges: [],
    },
    'was missed before the incident was dismissed': {
      now: 9,
      targets: { fix: 4 },
      parts: { ended: moment(5) },
      shows: ['fix P1 missed 0-4 @4 |5'],
      judges: ['fix P1 missed 0-4 @4 #0'],
    },
    'is void where the resolution came after the end, and the reverse is met': {
      now: 9,
      targets: { fix: 4, detour: 4 },
      parts: { ended: moment(2), resolved: moment(3), moments: { detour: at(1) } },
      shows: ['detour P1 met 0-4 @1 |1', 'fix P1 void 0-4 |2'],
      judges: ['detour P1 met 0-4 @1 #0'],
    },
    'is met where the incident was dismissed in that very moment': {
      now: 9,
      targets: { detour: 4 },
      parts: { ended: moment(2), moments: { detour: at(2) } },
      shows: ['detour P1 met 0-4 @2 |2'],
      judges: ['detour P1 met 0-4 @2 #0'],
    },
    'is met by the first of the moments that it waits for': {
      now: 9,
      targets: { detour: 4 },
      parts: { moments: { detour: at(3), bypass: at(2), other: at(1) }, resolved: moment(5) },
      shows: ['detour P1 met 0-4 @2 |2'],
      judges: ['detour P1 met 0-4 @2 #0'],
    },
    'is paused while a pause goes on': {
      now: 9,
      targets: { fix: 4 },
      parts: { pausesOf: () => [span(2)] },
      shows: ['fix P1 paused 0-Infinity'],
      judges: [],
    },
    'runs longer by what it was paused, overlaps once': {
      now: 3,
      targets: { fix: 4 },
      parts: { pausesOf: () => [span(1, 2), span(1.5, 2.5)] },
      shows: ['fix P1 running 0-5.5'],
      judges: [],
    },
    'is paused for itself alone': {
      now: 3,
      targets: { fix: 4, detour: 4 },
      parts: { pausesOf: (name) => (name === 'fix' ? [span(1, 2)] : []) },
      shows: ['detour P1 running 0-4', 'fix P1 running 0-5'],
      judges: [],
    },
    'is met within a pause, which ends there': {
      now: 9,
      targets: { fix: 4 },
      parts: { pausesOf: () => [span(1)], resolved: moment(6) },
      shows: ['fix P1 met 0-9 @6 |6'],
      judges: ['fix P1 met 0-9 @6 #0'],
    },
  });
});

describe('a change of priority', () => {
  hold({
    'measures from the opening, and the breach of a shorter target is the raise': {
      now: 4,
      targets: { fix: { P1: 8, P0: 2 } },
      parts: P1_TO_P0,
      shows: ['fix P0 missed 0-2 @3'],
      judges: ['fix P0 missed 0-2 @3 #0'],
    },
    'measures from the raise where the policy says so': {
      now: 4,
      targets: { fix: { P1: 8, P0: 2 } },
      parts: { ...P1_TO_P0, restartsAtPriority: true },
      shows: ['fix P0 running 3-5'],
      judges: [],
    },
    'measures nothing anew where somebody assessed it as what it was': {
      now: 4,
      targets: { fix: 8 },
      parts: { priorities: [stretch(0, 'P1'), stretch(2, 'P1'), stretch(3, 'P1')], restartsAtPriority: true },
      shows: ['fix P1 running 0-8'],
      judges: [],
    },
    'measures from the last change, not from the first': {
      now: 5,
      targets: { fix: 8 },
      parts: {
        priorities: [stretch(0, 'P0'), stretch(2, 'P1'), stretch(3, 'P0'), stretch(4, 'P0')],
        restartsAtPriority: true,
      },
      shows: ['fix P0 running 3-11'],
      judges: [],
    },
    'keeps the miss of the priority before, whose deadline was its own': {
      now: 4,
      targets: { fix: { P1: 2, P0: 8 } },
      parts: P1_TO_P0,
      shows: ['fix P0 running 0-8'],
      judges: ['fix P1 missed 0-2 @2 #0'],
    },
    'misses nothing where the deadline and the raise fall together': {
      now: 4,
      targets: { fix: { P1: 3, P0: 8 } },
      parts: P1_TO_P0,
      shows: ['fix P0 running 0-8'],
      judges: [],
    },
    'has no clock that only the priority before had': {
      now: 4,
      targets: { fix: { P1: 8 } },
      parts: P1_TO_P0,
      shows: [],
      judges: [],
    },
    'shows nothing of what was over before, and judges it once': {
      now: 4,
      targets: { detour: 8, fix: 8 },
      parts: { ...P1_TO_P0, moments: { detour: at(2) } },
      shows: ['fix P0 running 0-8'],
      judges: ['detour P1 met 0-8 @2 #0'],
    },
    'shows what was dismissed in the moment of the raise': {
      now: 4,
      targets: { fix: 8 },
      parts: { ...P1_TO_P0, ended: moment(3) },
      shows: ['fix P0 void 0-8 |3'],
      judges: [],
    },
    'judges under the new priority what came in the moment of the raise': {
      now: 4,
      targets: { detour: 8 },
      parts: { ...P1_TO_P0, moments: { detour: at(3) } },
      shows: ['detour P0 met 0-8 @3 |3'],
      judges: ['detour P0 met 0-8 @3 #0'],
    },
    'misses what was stopped later than the deadline that came with it': {
      now: 9,
      targets: { detour: { P1: 8, P0: 2 } },
      parts: { ...P1_TO_P0, moments: { detour: at(3) } },
      shows: ['detour P0 missed 0-2 @3 |3'],
      judges: ['detour P0 missed 0-2 @3 #0'],
    },
  });
});
