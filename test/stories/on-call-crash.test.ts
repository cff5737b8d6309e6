// @module-tag slow

import { describe, expect, test } from 'vitest';
import type { RequestEntry } from '../../src/rehearsal/github/faults.ts';
import type { VisibleState } from '../../src/rehearsal/github/views.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { forkAt } from '../laws/forks.ts';
import { killed, writes, type Course, type Place, type Step } from '../laws/story.ts';
import { inShare } from '../support/tries.ts';
import { DAY, FILE, POLICY, opened } from './on-call-story.ts';

describe('killed, and the next run makes up for it', () => {
  const step = (name: string, happen: Step['happen']): Step => ({ name, happen });
  /** Things that happen, each followed by a sweep: all that a publication ever writes is written. */
  const steps: readonly Step[] = [
    step('a schedule begins', () => undefined),
    step('a week later', (hub) => {
      hub.clock.advance(7 * DAY);
    }),
    step('a second issue, as two runs at once would open it, and a comment again', (hub) => {
      const { body, comments } = hub.issue(1);
      const own = hub.as('github-actions[bot]');
      own.openIssue({ title: 'Who is on call', body, labels: ['on-call'] });
      own.comment(1, comments[0]!.body);
    }),
    step('somebody leaves', (hub) => {
      hub.deleteUser('ian');
    }),
    step('seven weeks later', (hub) => {
      hub.clock.advance(49 * DAY);
    }),
    step('other people', (hub) => void hub.commit({ [FILE]: POLICY.replace('[ian, mona]', '[pat, mona]') })),
  ];

  async function undisturbed(): Promise<Course> {
    const { stage, hub } = await opened();
    const course = { after: [] as VisibleState[], requests: [] as RequestEntry[][] };
    for (const { happen } of steps) {
      happen(hub);
      const before = hub.requests.length;
      await stage.sweep();
      course.requests.push(hub.requests.slice(before));
      course.after.push(hub.snapshot());
      const done = hub.requests.length;
      await stage.sweep();
      expect(writes(hub.requests.slice(done))).toEqual([]);
    }
    return course;
  }

  test('at each request, and between any two mutations', async () => {
    const course = await undisturbed();
    const most = Math.max(...course.requests.map(({ length }) => length));
    const mutations = Math.max(...course.requests.flat().map((request) => request.mutations.length));
    expect(mutations).toBeGreaterThan(2);
    const requests = Array.from({ length: most }, (_, i) => i + 1);
    const places = [
      ...requests.flatMap((request): Place[] =>
        (['drop-before', 'drop-after'] as const).map((how) => ({ request, writing: false, how })),
      ),
      ...Array.from({ length: mutations - 1 }, (_, i) => i + 1).flatMap((mutation) =>
        [1, 2, 3].map((request): Place => ({ request, writing: true, how: { mutation, then: 'drop' } })),
      ),
    ];
    let kills = 0;
    const open = async (): Promise<Stage> => (await opened()).stage;
    await forkAt({ steps, course, open }, places, async (run, { hub }, at, place) => {
      if (await killed(run, hub, place)) {
        kills += 1;
        await run();
      }
      expect(hub.snapshot(), `${steps[at]!.name}, killed at ${JSON.stringify(place)}`).toEqual(course.after[at]);
    });
    expect(kills).toBeGreaterThanOrEqual(inShare(41));
  });
});
