import { describe, expect, test } from 'vitest';
import { measureClocks } from '../../src/engine/clocks.ts';
import { hold } from './measured.ts';
import { at, incident, level, moment, span, verdict } from './scene.ts';

describe('a verdict on record', () => {
  hold({
    'wins over the target of today': {
      now: 3,
      targets: { fix: 8 },
      parts: { verdicts: [verdict('fix', 'P1', 0, false, 1)] },
      shows: ['fix P1 missed 0-1 @1'],
      judges: ['fix P1 missed 0-1 @1 #0'],
    },
    'shows a clock that has no target any more': {
      now: 3,
      targets: {},
      parts: { verdicts: [verdict('fix', 'P1', 0, false, 1)] },
      shows: ['fix P1 missed 0-1 @1'],
      judges: ['fix P1 missed 0-1 @1 #0'],
    },
    'is of its clock and its priority alone': {
      now: 3,
      targets: { fix: 8 },
      parts: { verdicts: [verdict('detour', 'P1', 0, false, 1), verdict('fix', 'P0', 0, false, 1)] },
      shows: ['detour P1 missed 0-1 @1', 'fix P1 running 0-8'],
      judges: ['detour P1 missed 0-1 @1 #0', 'fix P0 missed 0-1 @1 #0'],
    },
    'is of its start, give or take a minute': {
      now: 5,
      targets: { beat: 2 },
      parts: {
        signs: { beat: [at(3)] },
        verdicts: [verdict('beat', 'P1', 1 / 60, false, 1), verdict('beat', 'P1', 3 + 1.1 / 60, false, 4)].map(
          (it) => ({
            ...it,
            due: it.at,
          }),
        ),
      },
      shows: ['beat P1 missed 3-5 @5'],
      judges: [
        `beat P1 missed ${1 / 60}-1 @1 #0`,
        `beat P1 missed ${3 + 1.1 / 60}-4 @4 #0`,
        'beat P1 missed 3-5 @5 #0',
      ],
    },
    'that the resolution met is undone by the reopening': {
      now: 7,
      targets: { fix: 4 },
      parts: { gaps: [span(2, 5)], verdicts: [verdict('fix', 'P1', 0, true, 2)] },
      shows: ['fix P1 missed 0-7 @7'],
      judges: ['fix P1 met 0-1 @2 #0', 'fix P1 missed 0-7 @7 #1'],
    },
    'that the second resolution met is not undone by the first reopening': {
      now: 6,
      targets: { fix: 4 },
      parts: { gaps: [span(2, 5)], resolved: moment(6), verdicts: [verdict('fix', 'P1', 0, true, 6, 1)] },
      shows: ['fix P1 met 0-1 @6 |6'],
      judges: ['fix P1 met 0-1 @6 #1'],
    },
    'that a detour met stays after the reopening': {
      now: 7,
      targets: { detour: 4 },
      parts: { gaps: [span(2, 5)], moments: { detour: at(1) }, verdicts: [verdict('detour', 'P1', 0, true, 1)] },
      shows: ['detour P1 met 0-1 @1 |1'],
      judges: ['detour P1 met 0-1 @1 #0'],
    },
    'of a miss stays after the reopening': {
      now: 6,
      targets: { fix: 4 },
      parts: { gaps: [span(2, 5)], verdicts: [verdict('fix', 'P1', 0, false, 1)] },
      shows: ['fix P1 missed 0-1 @1'],
      judges: ['fix P1 missed 0-1 @1 #0'],
    },
    'that somebody took it on stays after the reopening': {
      now: 6,
      targets: { take: 4 },
      parts: { gaps: [span(2, 5)], levels: [level(1, 0, 1)], verdicts: [verdict('take', 'P1', 0, true, 1)] },
      shows: ['take P1 met 0-1 @1 |1'],
      judges: ['take P1 met 0-1 @1 #0'],
    },
    'is the last one where there are several': {
      now: 9,
      targets: { fix: 4 },
      parts: { verdicts: [verdict('fix', 'P1', 0, false, 1), verdict('fix', 'P1', 0, false, 2)] },
      shows: ['fix P1 missed 0-1 @2'],
      judges: ['fix P1 missed 0-1 @1 #0', 'fix P1 missed 0-1 @2 #0'],
    },
  });

  test('keeps the words of its target, and a new one has those of today and when it was seen', () => {
    const old = verdict('detour', 'P1', 0, false, 1);
    const { verdicts, current } = measureClocks(incident(9, { detour: 2, fix: 4 }, { verdicts: [old] }));
    expect(verdicts).toEqual([
      old,
      {
        clock: 'fix',
        priority: 'P1',
        start: at(0),
        episode: 0,
        met: false,
        target: '4h',
        due: at(4),
        at: at(4),
        seen: at(9),
      },
    ]);
    expect(current.map(({ target }) => target)).toEqual(['of old', '4h']);
    expect(measureClocks(incident(1, { fix: 4 })).current[0]?.target).toBe('4h');
  });
});
