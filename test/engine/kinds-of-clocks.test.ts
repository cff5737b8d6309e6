import { describe } from 'vitest';
import { hold, P1_TO_P0 } from './measured.ts';
import { at, level, moment, span, stretch, verdict } from './scene.ts';

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

describe('a clock that repeats', () => {
  hold({
    'starts again at every sign, and a sign in time is worth no verdict': {
      now: 4,
      targets: { beat: 2 },
      parts: { signs: { beat: [at(1.5), at(3)], other: [at(3.5)] } },
      shows: ['beat P1 running 3-5'],
      judges: [],
    },
    'is missed once for every sign that came too late': {
      now: 9,
      targets: { beat: 2 },
      parts: { signs: { beat: [at(3), at(4), at(7)] } },
      shows: ['beat P1 missed 7-9 @9'],
      judges: ['beat P1 missed 0-2 @2 #0', 'beat P1 missed 4-6 @6 #0', 'beat P1 missed 7-9 @9 #0'],
    },
    'starts with its priority, whatever signs there were before': {
      now: 4,
      targets: { beat: { P1: 4, P0: 2 } },
      parts: { ...P1_TO_P0, signs: { beat: [at(1), at(3)] } },
      shows: ['beat P0 running 3-5'],
      judges: [],
    },
    'counts no sign of the priority before for the next one': {
      now: 9,
      targets: { beat: { P1: 1, P0: 2 } },
      parts: { ...P1_TO_P0, signs: { beat: [at(1), at(3), at(5)] } },
      shows: ['beat P0 missed 5-7 @7'],
      judges: ['beat P1 missed 1-2 @2 #0', 'beat P0 missed 5-7 @7 #0'],
    },
    'is not there while there is nothing to repeat': {
      now: 9,
      targets: { beat: 2 },
      parts: { moments: { public: null } },
      shows: [],
      judges: [],
    },
    'ends with the incident, which is neither met nor missed': {
      now: 9,
      targets: { beat: 2 },
      parts: { signs: { beat: [at(1), at(6)] }, resolved: moment(2) },
      shows: [],
      judges: [],
    },
    'ends with a dismissal as with the resolution': {
      now: 9,
      targets: { beat: 2 },
      parts: { signs: { beat: [at(1)] }, ended: moment(2) },
      shows: [],
      judges: [],
    },
    'was missed before the incident ended': {
      now: 9,
      targets: { beat: 2 },
      parts: { resolved: moment(3) },
      shows: [],
      judges: ['beat P1 missed 0-2 @2 #0'],
    },
    'takes a sign in the moment of the resolution as one in time': {
      now: 9,
      targets: { beat: 2 },
      parts: { signs: { beat: [at(2)] }, resolved: moment(2) },
      shows: [],
      judges: [],
    },
    'does not begin with a priority that came after the end': {
      now: 9,
      targets: { beat: 2 },
      parts: { ...P1_TO_P0, resolved: moment(1) },
      shows: [],
      judges: [],
    },
  });
});

describe('a clock that is not always needed', () => {
  hold({
    'is not there while it is not': { now: 9, targets: { mend: 4 }, shows: [], judges: [] },
    'runs from the opening where it was from the first': {
      now: 1,
      targets: { mend: 4 },
      parts: { moments: { risk: at(0) } },
      shows: ['mend P1 running 0-4'],
      judges: [],
    },
    'runs from when it was': {
      now: 9,
      targets: { mend: 4 },
      parts: { moments: { risk: at(6) } },
      shows: ['mend P1 running 6-10'],
      judges: [],
    },
    'is not met by what was there before': {
      now: 9,
      targets: { mend: 4 },
      parts: { moments: { risk: at(6), mended: at(3) } },
      shows: ['mend P1 running 6-10'],
      judges: [],
    },
    'is met by what was there since': {
      now: 9,
      targets: { mend: 4 },
      parts: { moments: { risk: at(6), mended: at(7) } },
      shows: ['mend P1 met 6-10 @7 |7'],
      judges: ['mend P1 met 6-10 @7 #0'],
    },
    'has missed nothing once it turns out that nobody needed it': {
      now: 9,
      targets: { mend: 4 },
      parts: { verdicts: [verdict('mend', 'P1', 0, false, 4)] },
      shows: [],
      judges: [],
    },
  });
});

describe('a clock that starts at the resolution', () => {
  hold({
    'is not there before': { now: 2, targets: { review: 4 }, shows: [], judges: [] },
    'runs from it': {
      now: 3,
      targets: { review: 4 },
      parts: { resolved: moment(2) },
      shows: ['review P1 running 2-6'],
      judges: [],
    },
    'is met by what came since, not before': {
      now: 3,
      targets: { review: 4 },
      parts: { resolved: moment(2), moments: { reviewed: at(1) } },
      shows: ['review P1 running 2-6'],
      judges: [],
    },
    'is met by what came with it': {
      now: 3,
      targets: { review: 4 },
      parts: { resolved: moment(2), moments: { reviewed: at(2) } },
      shows: ['review P1 met 2-6 @2 |2'],
      judges: ['review P1 met 2-6 @2 #0'],
    },
    'counts the time between an end and a reopening, which other clocks do not': {
      now: 3,
      targets: { review: 4, fix: 4 },
      parts: { resolved: moment(2), gaps: [span(0.5, 1)] },
      shows: ['fix P1 met 0-4.5 @2 |2', 'review P1 running 2-6'],
      judges: ['fix P1 met 0-4.5 @2 #1'],
    },
    'is not there where no review is due': {
      now: 3,
      targets: { review: 4 },
      parts: { resolved: moment(2), moments: { public: null } },
      shows: [],
      judges: [],
    },
  });
});
