import { describe } from 'vitest';
import { hold, P1_TO_P0 } from './measured.ts';
import { at, moment, span, verdict } from './scene.ts';

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
