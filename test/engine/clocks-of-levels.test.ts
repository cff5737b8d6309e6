import { describe } from 'vitest';
import { hold } from './measured.ts';
import { level, moment, span, stretch } from './scene.ts';

describe('a clock of a level of support', () => {
  hold({
    'is met when somebody takes it on': {
      now: 2,
      targets: { take: 1 },
      parts: { levels: [level(1, 0, 0.5)] },
      shows: ['take P1 met 0-1 @0.5 |0.5'],
      judges: ['take P1 met 0-1 @0.5 #0'],
    },
    'starts again with the level that got it, and its miss stays': {
      now: 3.5,
      targets: { take: 1 },
      parts: { levels: [level(1, 0), level(2, 3)] },
      shows: ['take P1 running 3-4'],
      judges: ['take P1 missed 0-1 @1 #0'],
    },
    'is void where it was handed on in time': {
      now: 0.75,
      targets: { take: 1 },
      parts: { levels: [level(1, 0), level(2, 0.5)] },
      shows: ['take P1 running 0.5-1.5'],
      judges: [],
    },
    'is met by each level for itself': {
      now: 5,
      targets: { take: 1 },
      parts: { levels: [level(1, 0, 0.25), level(2, 3, 3.5)] },
      shows: ['take P1 met 3-4 @3.5 |3.5'],
      judges: ['take P1 met 0-1 @0.25 #0', 'take P1 met 3-4 @3.5 #0'],
    },
    'is met by a resolution in time': {
      now: 5,
      targets: { take: 1 },
      parts: { resolved: moment(0.5) },
      shows: ['take P1 met 0-1 @0.5 |0.5'],
      judges: ['take P1 met 0-1 @0.5 #0'],
    },
    'is void where the monitor healed before anybody took it on': {
      now: 5,
      targets: { take: 1 },
      parts: { resolved: { ...moment(0.5), how: 'recovered' } },
      shows: ['take P1 void 0-1 |0.5'],
      judges: [],
    },
    'was met where somebody took it on before the monitor healed': {
      now: 5,
      targets: { take: 1 },
      parts: { levels: [level(1, 0, 0.25)], resolved: { ...moment(0.5), how: 'recovered' } },
      shows: ['take P1 met 0-1 @0.25 |0.25'],
      judges: ['take P1 met 0-1 @0.25 #0'],
    },
    'starts anew with a change of priority where the policy says so, but not before its level': {
      now: 5,
      targets: { take: 2 },
      parts: {
        priorities: [stretch(0, 'P1'), stretch(3, 'P0')],
        levels: [level(1, 0, 1), level(2, 4)],
        restartsAtPriority: true,
      },
      shows: ['take P0 running 4-6'],
      judges: ['take P1 met 0-2 @1 #0'],
    },
    'waits for nobody between an end and a reopening': {
      now: 7,
      targets: { take: 3 },
      parts: { levels: [level(1, 0), level(1, 6)], gaps: [span(2, 6)] },
      shows: ['take P1 running 6-9'],
      judges: [],
    },
    'is not missed where its deadline was the end, whatever came after': {
      now: 13,
      targets: { take: 2 },
      parts: { levels: [level(1, 0), level(1, 6), level(1, 12)], gaps: [span(2, 6), span(8, 12)] },
      shows: ['take P1 running 12-14'],
      judges: [],
    },
    'is missed after a reopening as before it': {
      now: 11,
      targets: { take: 2 },
      parts: { levels: [level(1, 0), level(1, 6), level(2, 10)], gaps: [span(1, 6)] },
      shows: ['take P1 running 10-12'],
      judges: ['take P1 missed 6-8 @8 #1'],
    },
    'starts at the opening for the first level, whenever that was found out': {
      now: 1,
      targets: { take: 2 },
      parts: { levels: [level(1, 0.5)] },
      shows: ['take P1 running 0-2'],
      judges: [],
    },
  });
});
