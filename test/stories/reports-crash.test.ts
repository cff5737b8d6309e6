// @module-tag slow

import { expect, test } from 'vitest';
import type { Failure, RequestEntry } from '../../src/rehearsal/github/faults.ts';
import type { VisibleState } from '../../src/rehearsal/github/views.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { madeUpFor, type Played } from '../laws/forks.ts';
import { killed, places, writes, type Course, type Place, type Step } from '../laws/story.ts';
import { inShare } from '../support/tries.ts';
import { at, opened, POLICY, reports } from './reports-story.ts';

/* A run that keeps reports is killed, and the next one makes up for it: no second report, nobody told twice, no month left open. */

/** With a week in short on Tuesdays: the second step is on one. */
const WEEKLY = POLICY.replace('monthly: {', 'weekly: { on: tue, at: 8:00, to: management }, monthly: {');

/** What happens, and a sweep for it. */
const step = (name: string, happen: Step['happen']): Step => ({
  name,
  happen: (hub) => {
    happen(hub);
    hub.takeEvents();
  },
});

const steps: readonly Step[] = [
  step('the first run', () => undefined),
  step('it is resolved', (hub) => {
    hub.as('alice').comment(1, '/resolve Rebooted.');
  }),
  step('on the next day other figures are true', (hub) => {
    hub.clock.set(at('2026-11-03T08:00Z'));
  }),
  step('a second report, as two runs at once would open it', (hub) => {
    const { title, body } = reports(hub)[0]!;
    hub.as('github-actions[bot]').openIssue({ title, body, labels: ['monthly-report'] });
  }),
  step('another month', (hub) => {
    hub.clock.set(at('2026-12-01T08:00Z'));
  }),
  step('the month is closed', (hub) => {
    hub.clock.set(at('2026-12-04T08:00Z'));
  }),
  step('a correction', (hub) => {
    hub.as('alice').comment(1, '/cause overload');
    hub.clock.set(at('2026-12-05T08:00Z'));
  }),
];

/** The reports with all that stands there. In what order an incident is told of is another story. */
const reportsIn = (state: VisibleState): VisibleState => ({
  ...state,
  issues: state.issues.filter(({ labels }) => labels.includes('monthly-report')),
});

async function open(): Promise<Stage> {
  const { stage, hub } = await opened(WEEKLY);
  hub.as('nora').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
  await stage.react();
  hub.takeEvents();
  return stage;
}

async function undisturbed(): Promise<Course> {
  const stage = await open();
  const { hub } = stage;
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
  expect(reports(hub).map(({ state, comments }) => [state, comments.length])).toEqual([
    ['CLOSED', 2],
    ['CLOSED', 0],
    ['OPEN', 1],
  ]);
  return course;
}

const played = async (): Promise<Played> => ({ steps, course: await undisturbed(), open });

test('at each request, and between any two mutations', async () => {
  const story = await played();
  const { requests: all } = story.course;
  const requests = Array.from({ length: Math.max(...all.map(({ length }) => length)) }, (_, i) => i + 1);
  const mutations = Math.max(...all.flat().map((request) => request.mutations.length));
  expect(mutations).toBeGreaterThan(2);
  const everywhere = [
    ...requests.flatMap((request): Place[] =>
      (['drop-before', 'drop-after'] as const).map((how) => ({ request, writing: false, how })),
    ),
    ...Array.from({ length: mutations - 1 }, (_, i) => i + 1).flatMap((mutation) =>
      requests.map((request): Place => ({ request, writing: true, how: { mutation, then: 'drop' } })),
    ),
  ];
  const kills = await madeUpFor(story, everywhere, killed, reportsIn);
  expect(kills).toBeGreaterThanOrEqual(inShare(24));
});

test.each<[string, Failure]>([
  ['a connection lost before handling', 'drop-before'],
  ['an answer cut in the middle', 'truncate'],
  ['a 502 after handling', { status: 502, handled: true }],
  ['the secondary limit for long', { secondaryLimit: true, retryAfter: 3600 }],
])('%s', async (_name, how) => {
  const story = await played();
  await madeUpFor(
    story,
    places(story.course, [how]),
    async (run, hub, { request }) => {
      hub.faults.add({ when: { request, matches: ({ kind }) => how !== 'truncate' || kind !== 'rest' }, how });
      await run().catch(() => null);
      const isStruck = hub.faults.pending() === 0;
      hub.faults.clear();
      return isStruck;
    },
    reportsIn,
  );
});
