import { describe } from 'vitest';
import type { Clocked } from '../../src/engine/clocked.ts';
import { LONGEST_RUN } from '../../src/model/limits.ts';
import { HOUR } from '../../src/calendar/length.ts';
import { stretch, type Name } from './scene.ts';
import { breach, hold, sent, start } from './sendings.ts';

/* A raise bears the time of a person's act from the first; one of our own bears that of our clock until GitHub has stamped it. */

const SECOND = 1 / 3600;
/** Half a minute after the opening, and an hour after it. */
const SOON = 30 * SECOND;
const RUN = LONGEST_RUN / HOUR;
const raised = (from: number, own: boolean): Partial<Clocked<Name>> => ({
  priorities: [stretch(0, 'P1'), { ...stretch(from, 'P0'), own }],
});
/** What was sent as the start of an instant, and what is due of it then. */
const given = (from: number, own: boolean, since: number | null) => ({
  now: from,
  steps: [start()],
  parts: { ...raised(from, own), done: sent('start', since ?? 0, 0, since) },
});

describe('a raise by a person', () => {
  hold({
    'right after the opening is told, though the opening was': {
      ...given(SOON, false, null),
      due: [`start @${SOON} since ${SOON}`],
    },
    'is told once': given(SOON, false, SOON),
    'is the same within a second': given(1, false, 1 - 0.5 * SECOND),
    'is another at a second': { ...given(1, false, 1 - SECOND), due: ['start @1 since 1'] },
    'is another before it': { ...given(1, false, 0.9), due: ['start @1 since 1'] },
    'at the opening itself is the opening, give or take a minute': {
      now: 1,
      steps: [start()],
      parts: { priorities: [stretch(0, 'P0')], done: sent('start', 0, 0, SOON) },
    },
    'to what is not urgent starts nothing, give or take a minute': {
      now: 1,
      steps: [start()],
      parts: { priorities: [stretch(0, 'P3'), stretch(SOON, 'P2')], done: sent('start', 0) },
    },
    'counts for its deadlines as of its minute': {
      now: 3,
      steps: [breach('fix', 0)],
      targets: { fix: 2 },
      parts: { ...raised(1, false), restartsAtPriority: true, done: sent('fix due', 2, 0, 1 - SOON) },
    },
  });
});

describe('a raise of our own', () => {
  hold({
    'was told before GitHub has stamped it, up to the length of a run': given(1, true, 1 - RUN),
    'was told by no longer run': { ...given(1, true, 1 - RUN - SECOND), due: ['start @1 since 1'] },
    'was told if it was stamped within a minute before': given(1, true, 1 + SOON),
    'was not told by what began well after it': { ...given(1, true, 1.05), due: ['start @1 since 1'] },
    'is no raise of a person, of which the last run tells nothing': {
      now: 1,
      steps: [start()],
      parts: {
        priorities: [{ ...stretch(0, 'P1'), own: true }, stretch(1, 'P0')],
        done: sent('start', 1 - RUN / 2, 0, 1 - RUN / 2),
      },
      due: ['start @1 since 1'],
    },
  });
});

describe('a step of a clock that repeats', () => {
  hold({
    'before its deadline is sent once': {
      now: 3,
      steps: [breach('beat', -1)],
      targets: { beat: 2 },
      parts: { done: sent('beat due', 1, 0, null) },
    },
    'well after its deadline is sent a quarter as often': {
      now: 4,
      steps: [breach('beat', 1)],
      targets: { beat: 2 },
      due: ['beat due @3'],
      next: 'beat due @11 *1',
    },
    'at its deadline is sent as often as the sign is due': {
      now: 3,
      steps: [breach('beat', 0)],
      targets: { beat: 2 },
      due: ['beat due @2'],
      next: 'beat due @4 *1',
    },
  });
});
