// @module-tag slow

import { describe, expect, test } from 'vitest';
import type { Failure } from '../../src/rehearsal/github/faults.ts';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import { DAY } from '../support/stage.ts';
import { withItems } from '../stories/post-mortem-story.ts';
import { madeUpFor } from './forks.ts';
import {
  courseOf,
  cuts,
  failed,
  killed,
  MINUTE,
  places,
  play,
  POLICY,
  setStage,
  writes,
  writingPlaces,
} from './story.ts';
import type { Course, Place, Step } from './story.ts';

/* Law 5 for problem tickets: whatever dies when, and whoever comes between, there is one ticket, one card, and each is told once. */

const policy = `${POLICY}
categories: [{ name: checkout, owner: lead }]
problems: { for: [P1], root-cause: 2d, plan: 4d }
`;

const say = (issue: number, text: string) => (hub: EmbeddedGitHub) => {
  hub.clock.advance(MINUTE);
  hub.as('alice').comment(issue, text);
};

/** From its opening to its closing: somebody joins, its root cause is overdue, its plan has an item, it is closed too early. */
const steps: readonly Step[] = [
  {
    name: 'a P1 comes in',
    happen: (hub) => hub.as('rita').openIssue({ title: 'Shop slow', labels: ['incident', 'P1', 'checkout'] }),
  },
  { name: 'it is resolved', happen: say(1, '/resolve more memory') },
  {
    name: 'another comes in',
    happen: (hub) => hub.as('rita').openIssue({ title: 'Shop slow again', labels: ['incident', 'P3'] }),
  },
  { name: 'it joins', happen: say(3, '/problem #2') },
  { name: 'it asks for another title', happen: say(1, '/problem The cache has no limit') },
  {
    name: 'the root cause is overdue',
    happen: (hub) => {
      hub.clock.advance(2 * DAY);
      hub.takeEvents();
    },
  },
  { name: 'it is known', happen: say(2, '/root-cause no limit') },
  {
    name: 'the plan is there',
    happen: (hub) => {
      hub.as('alice').editBody(2, withItems('- [ ] Give the cache a limit @bob')(hub.issue(2).body));
      say(2, '/plan')(hub);
    },
  },
  {
    name: 'it is closed too early',
    happen: (hub) => {
      hub.clock.advance(MINUTE);
      hub.as('bob').close(2);
    },
  },
  {
    name: 'its item is done',
    happen: (hub) => {
      hub.clock.advance(MINUTE);
      hub.as('bob').close(4);
    },
  },
];

const open = () => setStage(policy);

/** Each run is made up for that is disturbed at a place of the course, and some are. */
async function everywhere(placesOf: (course: Course) => readonly Place[], disturb: typeof killed): Promise<void> {
  const course = await courseOf(steps, policy);
  expect(await madeUpFor({ steps, course, open }, placesOf(course), disturb)).toBeGreaterThan(0);
}

test('undisturbed it ends closed', async () => {
  const { issues } = (await courseOf(steps, policy)).after.at(-1)!;
  expect(issues.map(({ number, state }) => [number, state])).toEqual([
    [1, 'OPEN'],
    [2, 'CLOSED'],
    [3, 'OPEN'],
    [4, 'CLOSED'],
  ]);
});

describe('killed, and the next run makes up for it:', () => {
  test('at each request', () => everywhere((course) => places(course, ['drop-before']), killed));
  test('after each writing request', () => everywhere((course) => writingPlaces(course, ['drop-after']), killed));
  test('between any two mutations of a request', () => everywhere(cuts, killed));
});

test.each<[string, Failure]>([
  ['an answer lost', 'drop-after'],
  ['an answer cut in the middle', 'truncate'],
  ['the secondary limit for long', { secondaryLimit: true, retryAfter: 3600 }],
])('one fault: %s', (_, how) => everywhere((course) => places(course, [how]), failed));

test.each([1, 2, 3])('a whole run comes before mutation request %i of another', async (request) => {
  await play(
    steps,
    async (run, stage, at) => {
      const { hub } = stage;
      if (at > 0)
        hub.faults.add({
          when: { request, matches: ({ kind }) => kind === 'mutation' },
          how: { hook: () => stage.sweep().then(() => undefined), at: 'before' },
        });
      await run();
      hub.faults.clear();
      await stage.sweep();
      const before = hub.requests.length;
      await stage.sweep();
      expect(writes(hub.requests.slice(before)), steps[at]!.name).toEqual([]);
      const tickets = hub.issues().filter(({ labels, state }) => labels.includes('problem-ticket') && state === 'OPEN');
      expect(tickets.length, steps[at]!.name).toBeLessThan(2);
      for (const { number, comments } of hub.issues()) {
        const marks = comments.map(({ body }) => body.split('\n', 1)[0]!);
        expect(marks.filter((it) => it.startsWith('<!-- tocsin:card')).length, `#${number}`).toBeLessThan(2);
        const keys = marks.flatMap((it) => /"keys":\[(.*?)\]/.exec(it)?.[1] ?? []);
        expect(keys, `#${number}`).toEqual([...new Set(keys)]);
      }
    },
    { policy },
  );
});
