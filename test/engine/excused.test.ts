import { describe, expect, test } from 'vitest';
import { measureClocks } from '../../src/engine/clocks.ts';
import { hold, P1_TO_P0 } from './measured.ts';
import { at, hours, incident, level, moment, span, stretch, verdict } from './scene.ts';

describe('what is missed in a time that is excused', () => {
  hold({
    'is not missed': {
      now: 5,
      targets: { fix: 2 },
      parts: { excused: [span(0, 1), span(1, 3)] },
      shows: ['fix P1 running 0-2'],
      judges: [],
    },
    'is not missed as that time begins': {
      now: 5,
      targets: { fix: 2 },
      parts: { excused: [span(2, 3)] },
      shows: ['fix P1 running 0-2'],
      judges: [],
    },
    'is missed as it ends': {
      now: 5,
      targets: { fix: 2 },
      parts: { excused: [span(1, 2)] },
      shows: ['fix P1 missed 0-2 @2'],
      judges: ['fix P1 missed 0-2 @2 #0'],
    },
    'is missed before it begins': {
      now: 5,
      targets: { fix: 2 },
      parts: { excused: [span(3, 4)] },
      shows: ['fix P1 missed 0-2 @2'],
      judges: ['fix P1 missed 0-2 @2 #0'],
    },
    'is not missed where it was done late': {
      now: 5,
      targets: { fix: 2 },
      parts: { excused: [span(1, 3)], resolved: moment(4) },
      shows: ['fix P1 void 0-2 |4'],
      judges: [],
    },
    'is met where it was done in time': {
      now: 5,
      targets: { fix: 2 },
      parts: { excused: [span(0, 3)], resolved: moment(1) },
      shows: ['fix P1 met 0-2 @1 |1'],
      judges: ['fix P1 met 0-2 @1 #0'],
    },
    'is met where it was done when it was due': {
      now: 5,
      targets: { fix: 2 },
      parts: { excused: [span(0, 3)], resolved: moment(2) },
      shows: ['fix P1 met 0-2 @2 |2'],
      judges: ['fix P1 met 0-2 @2 #0'],
    },
    'is missed by a raise as it is done, in any other time': {
      now: 5,
      targets: { fix: { P0: 2 } },
      parts: { ...P1_TO_P0, resolved: moment(3) },
      shows: ['fix P0 missed 0-2 @3 |3'],
      judges: ['fix P0 missed 0-2 @3 #0'],
    },
    'and is not missed by it in that': {
      now: 5,
      targets: { fix: { P0: 2 } },
      parts: { ...P1_TO_P0, resolved: moment(3), excused: [span(1, 4)] },
      shows: ['fix P0 void 0-2 |3'],
      judges: [],
    },
  });
});

describe('a miss on record', () => {
  hold({
    'stands for the cycles before it: the target of today judges them no more': {
      now: 3.5,
      targets: { beat: 1 },
      parts: { signs: { beat: [at(1.5), at(3)] }, verdicts: [verdict('beat', 'P1', 3, false, 3.25)] },
      shows: ['beat P1 missed 3-4 @3.25'],
      judges: ['beat P1 missed 3-4 @3.25 #0'],
    },
    'of another clock stands for none of this one': {
      now: 3.5,
      targets: { beat: 1 },
      parts: { signs: { beat: [at(1.5), at(3)] }, verdicts: [verdict('fix', 'P1', 3, false, 3.25)] },
      shows: ['beat P1 running 3-4'],
      judges: ['fix P1 missed 3-4 @3.25 #0', 'beat P1 missed 0-1 @1 #0', 'beat P1 missed 1.5-2.5 @2.5 #0'],
    },
    'that stands for others stands for the last cycle of a former priority': {
      now: 6,
      targets: { beat: 1 },
      parts: {
        priorities: [stretch(0, 'P1'), stretch(3, 'P0')],
        verdicts: [{ ...verdict('beat', 'P0', 3, false, 4), times: 2 }],
      },
      shows: ['beat P0 missed 3-4 @4'],
      judges: ['beat P0 missed 3-4 @4 #0'],
    },
    'that stands for itself alone does not': {
      now: 6,
      targets: { beat: 1 },
      parts: {
        priorities: [stretch(0, 'P1'), stretch(3, 'P0')],
        verdicts: [{ ...verdict('beat', 'P0', 3, false, 4), times: 1 }],
      },
      shows: ['beat P0 missed 3-4 @4'],
      judges: ['beat P0 missed 3-4 @4 #0', 'beat P1 missed 0-1 @1 #0'],
    },
    'of a level is its own alone': {
      now: 4,
      targets: { take: 1 },
      parts: { levels: [level(1, 0), level(2, 2)], verdicts: [verdict('take', 'P1', 2, false, 3)] },
      shows: ['take P1 missed 2-3 @3'],
      judges: ['take P1 missed 2-3 @3 #0', 'take P1 missed 0-1 @1 #0'],
    },
  });
});

test('a miss after a reopening was seen when it was, whatever had been met before', () => {
  const met = verdict('fix', 'P1', 0, true, 1);
  const { verdicts } = measureClocks(incident(9, { fix: 4 }, { verdicts: [met], gaps: [span(1, 3)] }));
  expect(verdicts.map(({ met, seen }) => [met, hours(seen)])).toEqual([
    [true, 1],
    [false, 9],
  ]);
});
