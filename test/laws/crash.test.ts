import { beforeAll, describe, expect, test } from 'vitest';
import {
  cuts,
  killed,
  MAIN_STORY,
  places,
  play,
  SHORT_STORY,
  undisturbed,
  writes,
  writingPlaces,
  type Course,
  type Place,
  type Step,
} from './story.ts';

/*
 * Law 5: nothing twice, nothing lost. The main story is played again and again, and in every play each of its runs is killed
 * at the same place; the run that follows at the same instant must make the world what it is without the kill.
 */

let course: Course;
beforeAll(async () => {
  course = await undisturbed(MAIN_STORY);
});

test('the undisturbed story: a run that follows at once finds nothing to do', async () => {
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

/** Plays a story once for each place, kills every run there, runs again, and compares with the undisturbed course. */
async function killEverywhere(steps: readonly Step[], course: Course, all: readonly Place[]): Promise<number> {
  let kills = 0;
  for (const place of all) {
    await play(steps, async (run, { hub }, at) => {
      if (await killed(run, hub, place)) {
        kills += 1;
        await run();
      }
      expect(hub.snapshot(), `${steps[at]!.name}, killed at ${JSON.stringify(place)}`).toEqual(course.after[at]);
    });
  }
  return kills;
}

describe('killed, and the next run makes up for it:', () => {
  test('before the first request and after each, in the core of the story', async () => {
    const short = await undisturbed(SHORT_STORY);
    const kills = await killEverywhere(SHORT_STORY, short, [
      { request: 1, writing: false, how: 'drop-before' },
      ...places(short, ['drop-after']),
    ]);
    expect(kills).toBeGreaterThan(15);
  }, 30_000);

  // A kill after a read leaves what the write before it has left: of the whole story only the writes are tried.
  test('after each writing request of the whole story', async () => {
    expect(await killEverywhere(MAIN_STORY, course, writingPlaces(course, ['drop-after']))).toBeGreaterThan(20);
  }, 30_000);

  test('between any two mutations of a request', async () => {
    expect(await killEverywhere(MAIN_STORY, course, cuts(course))).toBeGreaterThan(20);
  }, 30_000);
});
