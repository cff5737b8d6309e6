import { madeUpFor } from './forks.ts';
import { INTAKE_POLICY, INTAKE_STORY } from './intake-story.ts';
import { describe, expect, test } from 'vitest';
import {
  courseOf,
  cuts,
  killed,
  MAIN_STORY,
  places,
  play,
  setStage,
  SHORT_STORY,
  writes,
  writingPlaces,
  type Course,
  type Place,
  type Step,
} from './story.ts';
import { inShare } from '../support/tries.ts';

/*
 * Law 5: nothing twice, nothing lost. The main story is played, and each of its runs is killed at every place, each in a world of
 * its own; the run that follows at the same instant must make the world what it is without the kill.
 */

test('the undisturbed story: a run that follows at once finds nothing to do', { tags: 'slow' }, async () => {
  const course = await courseOf(MAIN_STORY);
  await play(MAIN_STORY, async (run, stage, at) => {
    const { hub } = stage;
    await run();
    const before = hub.requests.length;
    await run();
    await stage.sweep();
    expect(writes(hub.requests.slice(before)), MAIN_STORY[at]!.name).toEqual([]);
    expect(hub.snapshot()).toEqual(course.after[at]);
  });
});

/** Plays a story, kills each run at each place that it comes to, runs again, and compares with the undisturbed course. */
function killEverywhere(
  steps: readonly Step[],
  course: Course,
  all: readonly Place[],
  policy?: string,
): Promise<number> {
  return madeUpFor({ steps, course, open: () => setStage(policy) }, all, killed);
}

describe('killed, and the next run makes up for it:', () => {
  test('before the first request and after each, in the core of the story', async () => {
    const short = await courseOf(SHORT_STORY);
    const kills = await killEverywhere(SHORT_STORY, short, [
      { request: 1, writing: false, how: 'drop-before' },
      ...places(short, ['drop-after']),
    ]);
    expect(kills).toBeGreaterThanOrEqual(inShare(16));
  });

  // A kill after a read leaves what the write before it has left: of the whole story only the writes are tried.
  test('after each writing request of the whole story', { tags: 'slow' }, async () => {
    const course = await courseOf(MAIN_STORY);
    expect(await killEverywhere(MAIN_STORY, course, writingPlaces(course, ['drop-after']))).toBeGreaterThanOrEqual(
      inShare(21),
    );
  });

  test('between any two mutations of a request', { tags: 'slow' }, async () => {
    const course = await courseOf(MAIN_STORY);
    expect(await killEverywhere(MAIN_STORY, course, cuts(course))).toBeGreaterThanOrEqual(inShare(21));
  });
});

describe('what comes in, killed, and the next run makes up for it:', () => {
  test('undisturbed it ends as it must, and a run that follows finds nothing to do', { tags: 'slow' }, async () => {
    const intake = await courseOf(INTAKE_STORY, INTAKE_POLICY);
    await play(
      INTAKE_STORY,
      async (run, { hub }, at) => {
        await run();
        const before = hub.requests.length;
        await run();
        expect(writes(hub.requests.slice(before)), INTAKE_STORY[at]!.name).toEqual([]);
      },
      { policy: INTAKE_POLICY },
    );
    const states = intake.after.at(-1)!.issues.map(({ number, state, stateReason }) => [number, state, stateReason]);
    expect(states).toEqual([
      [1, 'OPEN', null],
      [2, 'CLOSED', 'NOT_PLANNED'],
      [3, 'OPEN', 'REOPENED'],
      [4, 'CLOSED', 'DUPLICATE'],
      [5, 'OPEN', null],
    ]);
  });

  test('after each writing request', { tags: 'slow' }, async () => {
    const intake = await courseOf(INTAKE_STORY, INTAKE_POLICY);
    const all = writingPlaces(intake, ['drop-after']);
    expect(await killEverywhere(INTAKE_STORY, intake, all, INTAKE_POLICY)).toBeGreaterThanOrEqual(inShare(16));
  });

  test('between any two mutations of a request', { tags: 'slow' }, async () => {
    const intake = await courseOf(INTAKE_STORY, INTAKE_POLICY);
    expect(await killEverywhere(INTAKE_STORY, intake, cuts(intake), INTAKE_POLICY)).toBeGreaterThanOrEqual(inShare(11));
  });
});
