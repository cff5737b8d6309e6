// @module-tag slow

import { describe, expect, test } from 'vitest';
import { mergeLogs } from '../../src/capabilities/alerts/log.ts';
import { alertMark } from '../../src/capabilities/alerts/log-mark.ts';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import type { Failure } from '../../src/rehearsal/github/faults.ts';
import { form } from '../stories/maintenance-story.ts';
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

/* Law 5 for planned maintenance: whatever dies when, and whoever comes between, it is told once, and what it holds is told at its end. */

const policy = `${POLICY}
services: { checkout: {}, mail: {} }
maintenance: { announce: [24h, 1h], to: second, overrun: lead }
`;

const say =
  (text: string, by = 'alice') =>
  (hub: EmbeddedGitHub) => {
    hub.clock.advance(MINUTE);
    hub.as(by).comment(1, text);
  };
const until = (time: string) => (hub: EmbeddedGitHub) => {
  hub.clock.set(Date.parse(`2026-11-02T${time}:00Z`));
  hub.takeEvents();
};
const plan = (hub: EmbeddedGitHub, by: string, body: string) =>
  hub.as(by).openIssue({ title: 'New database', body, labels: ['planned-maintenance'] });

/** A stranger plans, somebody confirms, it begins, holds an alert, is extended, runs over, ends. */
const steps: readonly Step[] = [
  { name: 'a stranger plans it', happen: (hub) => plan(hub, 'rita', form()) },
  { name: 'it is confirmed', happen: say('/confirm', 'bob') },
  {
    name: 'the stranger changes it',
    happen: (hub) => {
      hub.clock.advance(MINUTE);
      hub.as('rita').editBody(1, form({ to: '2026-11-06 16:00' }));
    },
  },
  {
    name: 'another one overlaps',
    happen: (hub) => plan(hub, 'alice', form({ from: '2026-11-02 15:30', to: '18:00' })),
  },
  { name: 'it begins', happen: until('14:05') },
  {
    name: 'an alert comes',
    happen: (hub) => {
      hub.clock.advance(MINUTE);
      const firing = { alert: 'db', from: hub.clock.now(), to: null };
      const log = mergeLogs({ key: 'db', source: null, firings: [], earlier: 0 }, [firing]);
      hub.as('github-actions[bot]').openIssue({
        title: 'Database down',
        body: `${alertMark(log)}\nDown`,
        labels: ['incident', 'P1', 'checkout'],
      });
    },
  },
  { name: 'it is extended', happen: say('/extend 30m') },
  { name: 'it runs over', happen: until('16:31') },
  { name: 'nobody answers', happen: until('16:50') },
  { name: 'it is done', happen: say('/done') },
  { name: 'it is completed', happen: say('/done') },
  {
    name: 'it is opened again',
    happen: (hub) => {
      hub.clock.advance(MINUTE);
      hub.as('alice').reopen(1);
    },
  },
  { name: 'it is planned anew', happen: say('/move 2026-11-03 10:00 11:00') },
  { name: 'it is cancelled', happen: say('/cancel no need') },
];

const open = () => setStage(policy);

/** Each run is made up for that is disturbed at a place of the course, and some are. */
async function everywhere(placesOf: (course: Course) => readonly Place[], disturb: typeof killed): Promise<void> {
  const course = await courseOf(steps, policy);
  expect(await madeUpFor({ steps, course, open }, placesOf(course), disturb)).toBeGreaterThan(0);
}

test('undisturbed it ends closed, and what it held was told', async () => {
  const { issues } = (await courseOf(steps, policy)).after.at(-1)!;
  expect(issues.map(({ number, state }) => [number, state])).toEqual([
    [1, 'CLOSED'],
    [2, 'OPEN'],
    [3, 'OPEN'],
  ]);
  expect(JSON.stringify(issues[2]!.comments)).toContain('@alice **🟠 P1');
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
