import { describe, expect, test } from 'vitest';
import { measureClocks } from '../../src/engine/clocks.ts';
import type { ClockVerdict } from '../../src/engine/record.ts';
import { hold } from './measured.ts';
import { at, hours, incident, level, moment, span, verdict, type Name, type Targets } from './scene.ts';

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

describe('a miss that somebody may have met whose role nobody knows', () => {
  /** What a run some hours later records, on what is on record. */
  const recorded = (now: number, since: number | null, before: readonly ClockVerdict<Name>[] = []) =>
    measureClocks(
      incident(
        now,
        { fix: 2, beat: 2 },
        { verdicts: before, unjudgedSince: () => (since === null ? null : at(since)) },
      ),
    ).verdicts.map(
      ({ clock, met, seen, unsure }) =>
        `${clock} ${met ? 'met' : 'missed'} seen ${hours(seen)}${unsure ? ' unsure' : ''}`,
    );
  const unsure = { ...verdict('fix', 'P1', 0, false, 2), unsure: true };

  test.each<[string, number, number | null, readonly ClockVerdict<Name>[], string[]]>([
    ['is unsure', 3, 1, [], ['fix missed seen 3 unsure', 'beat missed seen 3']],
    ['is unsure if that was when it was due', 3, 2, [], ['fix missed seen 3 unsure', 'beat missed seen 3']],
    ['is sure if that came after it was due', 3, 2.5, [], ['fix missed seen 3', 'beat missed seen 3']],
    ['is sure where everybody is known', 3, null, [], ['fix missed seen 3', 'beat missed seen 3']],
    ['keeps when it was first seen', 5, 1, [unsure], ['fix missed seen 2 unsure', 'beat missed seen 5']],
    ['also once it is sure', 5, null, [unsure], ['fix missed seen 2', 'beat missed seen 5']],
    ['is unsure for less than a day', 25.9, 1, [unsure], ['fix missed seen 2 unsure', 'beat missed seen 25.9']],
    ['is sure after a day', 26, 1, [unsure], ['fix missed seen 2', 'beat missed seen 26']],
    [
      'was seen first where another clock or priority was',
      5,
      1,
      [{ ...unsure, priority: 'P0' }],
      ['fix missed seen 5 unsure', 'beat missed seen 5'],
    ],
  ])('%s', (_, now, since, before, verdicts) => {
    expect(recorded(now, since, before)).toEqual(verdicts);
  });

  test('is none once it is known to have been met, which was seen then', () => {
    const parts = { verdicts: [unsure], resolved: moment(1), moments: { public: null } };
    const [met, ...others] = measureClocks(incident(5, { fix: 2 }, parts)).verdicts;
    expect([met!.met, hours(met!.at), hours(met!.seen), met!.unsure, others]).toEqual([true, 1, 5, undefined, []]);
  });

  test.each<[string, Targets]>([
    ['another target', { fix: 9 }],
    ['no target', {}],
  ])('is judged by the target of that day, though there is %s today', (_, targets) => {
    const { verdicts } = measureClocks(incident(5, targets, { verdicts: [unsure], moments: { public: null } }));
    expect(verdicts.map(({ met, target, due, at, unsure }) => [met, target, hours(due), hours(at), unsure])).toEqual([
      [false, 'of old', 1, 1, undefined],
    ]);
  });

  test('what was met is sure', () => {
    const met = measureClocks(incident(5, { fix: 2 }, { resolved: moment(1), unjudgedSince: () => at(0) }));
    expect(met.verdicts).toMatchObject([{ met: true }]);
    expect(met.verdicts[0]).not.toHaveProperty('unsure');
  });
});
