import { expect } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { share } from '../support/tries.ts';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import type { VisibleState } from '../../src/rehearsal/github/views.ts';
import { reaches, runFor, type Course, type Place, type Run, type Step } from './story.ts';

/** A story, what it is like undisturbed, and where it is played. */
export interface Played {
  readonly steps: readonly Step[];
  readonly course: Course;
  readonly open: () => Promise<Stage>;
  readonly fork?: (stage: Stage) => Stage;
}

/**
 * Plays a story once. At each step the world is forked for each place that its run comes to (the suite tries a share of them), and
 * `during` must disturb the run there and set all right again. The story goes on from one of the worlds that were disturbed, each time at another place, so that
 * disturbances add up; it ends where no place can be reached any more.
 */
export async function forkAt(
  { steps, course, open, fork = (stage) => stage.fork() }: Played,
  places: readonly Place[],
  during: (run: Run, stage: Stage, at: number, place: Place) => Promise<void>,
): Promise<void> {
  const reached = course.requests.map((run) => places.filter((place) => reaches(run, place)));
  const last = reached.findLastIndex((found) => found.length > 0);
  let stage = await open();
  for (const [at, step] of steps.slice(0, last + 1).entries()) {
    step.happen(stage.hub);
    const event = stage.hub.takeEvents().at(-1);
    const worlds: Stage[] = [];
    for (const place of share(reached[at]!, at)) {
      const world = fork(stage);
      await during(() => runFor(world, event), world, at, place);
      expect(world.hub.unimplemented).toEqual([]);
      worlds.push(world);
    }
    if (worlds.length === 0) await runFor(stage, event);
    else stage = worlds[at % worlds.length]!;
  }
}

/**
 * Disturbs each run of a story at each place, such as by `killed` or `failed`, runs again, and compares what is there with the undisturbed
 * course, as `visible` shows it. Says how often a run was disturbed.
 */
export async function madeUpFor(
  played: Played,
  places: readonly Place[],
  disturb: (run: Run, hub: EmbeddedGitHub, place: Place) => Promise<boolean>,
  visible: (state: VisibleState) => VisibleState = (state) => state,
): Promise<number> {
  const { steps, course } = played;
  let struck = 0;
  await forkAt(played, places, async (run, { hub }, at, place) => {
    if (await disturb(run, hub, place)) {
      struck += 1;
      await run();
    }
    const what = `${steps[at]!.name}, at ${JSON.stringify(place)}`;
    expect(visible(hub.snapshot()), what).toEqual(visible(course.after[at]!));
  });
  return struck;
}
