// @module-tag slow

import { describe, expect, test } from 'vitest';
import type { Failure } from '../../src/rehearsal/github/faults.ts';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import type { VisibleState } from '../../src/rehearsal/github/views.ts';
import { inShare } from '../support/tries.ts';
import { madeUpFor } from './forks.ts';
import { POST_MORTEM_POLICY as policy, POST_MORTEM_STORY as steps } from './post-mortem-story.ts';
import {
  courseOf,
  cuts,
  failed,
  killed,
  places,
  play,
  setStage,
  writes,
  writingPlaces,
  type Course,
  type Place,
} from './story.ts';

/*
 * Law 5 for post-mortems: a run is killed at any place, GitHub fails there, or another run comes between, and the next one makes the world
 * what it is without: no second card, issue, notice or published text.
 */

const open = () => setStage(policy);

test('undisturbed it ends closed, its items done or waived, and a run that follows finds nothing to do', async () => {
  const course = await courseOf(steps, policy);
  await play(
    steps,
    async (run, stage, at) => {
      const { hub } = stage;
      await run();
      const before = hub.requests.length;
      await run();
      await stage.sweep();
      expect(writes(hub.requests.slice(before)), steps[at]!.name).toEqual([]);
    },
    { policy },
  );
  const issues = course.after.at(-1)!.issues;
  expect(issues.map(({ number, state }) => [number, state])).toEqual([
    [1, 'OPEN'],
    [2, 'CLOSED'],
    [3, 'CLOSED'],
    [4, 'OPEN'],
    [5, 'CLOSED'],
  ]);
});

/** Whether the card or the record comes first on a post-mortem is nothing to anybody. */
function inAnyOrder({ issues, ...rest }: VisibleState): VisibleState {
  const text = ({ body }: { readonly body: string }): string => body;
  return {
    ...rest,
    issues: issues.map((it) => ({ ...it, comments: it.comments.toSorted((a, b) => (text(a) < text(b) ? -1 : 1)) })),
  };
}

/** How many runs were disturbed at a place of the course; each is made up for. */
async function everywhere(placesOf: (course: Course) => readonly Place[], disturb: typeof killed): Promise<number> {
  const course = await courseOf(steps, policy);
  return madeUpFor({ steps, course, open }, placesOf(course), disturb, inAnyOrder);
}

describe('killed, and the next run makes up for it:', () => {
  test('at each request', async () => {
    const struck = await everywhere((course) => places(course, ['drop-before']), killed);
    expect(struck).toBeGreaterThanOrEqual(inShare(40));
  });

  test('after each writing request', async () => {
    const struck = await everywhere((course) => writingPlaces(course, ['drop-after']), killed);
    expect(struck).toBeGreaterThanOrEqual(inShare(21));
  });

  test('between any two mutations of a request', async () => {
    expect(await everywhere(cuts, killed)).toBeGreaterThanOrEqual(inShare(11));
  });
});

describe('one fault:', () => {
  test.each<[string, Failure]>([
    ['a connection lost before handling', 'drop-before'],
    ['an answer lost', 'drop-after'],
    ['an answer cut in the middle', 'truncate'],
    ['a 502 after handling', { status: 502, handled: true }],
    ['the secondary limit for long', { secondaryLimit: true, retryAfter: 3600 }],
  ])('%s', async (_, how) => {
    const struck = await everywhere((course) => places(course, [how]), failed);
    expect(struck).toBeGreaterThanOrEqual(inShare(6));
  });
});

/** What would be there twice. */
function withoutDoubles({ issues }: { readonly issues: ReturnType<EmbeddedGitHub['issues']> }): void {
  for (const { number, comments } of issues) {
    const marks = comments.map(({ body }) => body.split('\n', 1)[0]!).filter((it) => it.startsWith('<!-- tocsin:'));
    expect(marks.filter((it) => it.startsWith('<!-- tocsin:card')).length, `cards of #${number}`).toBeLessThan(2);
    expect(marks.filter((it) => it.startsWith('<!-- tocsin:record')).length, `records of #${number}`).toBeLessThan(2);
    const keys = marks.flatMap((it) => /"keys":\[(.*?)\]/.exec(it)?.[1] ?? []);
    expect(keys, `notices of #${number}`).toEqual([...new Set(keys)]);
    const chased = marks.flatMap((it) => (it.startsWith('<!-- tocsin:digest') ? it.match(/n:overdue[^"]*/g)! : []));
    expect(chased, `digests on #${number}`).toEqual([...new Set(chased)]);
  }
}

describe('two racing runs', () => {
  test.each([1, 2, 3])('a whole run comes before mutation request %i of another', async (request) => {
    let races = 0;
    await play(
      steps,
      async (run, stage, at) => {
        const { hub } = stage;
        const race = async (): Promise<void> => {
          races += 1;
          await stage.sweep();
        };
        // The first two steps are of the incident alone: of these, another post-mortem may come, which is told elsewhere.
        if (at > 1)
          hub.faults.add({
            when: { request, matches: ({ kind }) => kind === 'mutation' },
            how: { hook: race, at: 'before' },
          });
        await run();
        hub.faults.clear();
        await stage.sweep();
        withoutDoubles({ issues: hub.issues() });
        const before = hub.requests.length;
        await stage.sweep();
        expect(writes(hub.requests.slice(before)), steps[at]!.name).toEqual([]);
        const open = hub.issues().filter(({ labels, state }) => labels.includes('action-item') && state === 'OPEN');
        expect(new Set(open.map(({ title }) => title)).size, steps[at]!.name).toBe(open.length);
      },
      { policy },
    );
    expect(races).toBeGreaterThan(2);
  });
});
