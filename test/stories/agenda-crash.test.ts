// @module-tag slow

import { expect, test } from 'vitest';
import type { Failure, RequestEntry } from '../../src/rehearsal/github/faults.ts';
import type { VisibleState } from '../../src/rehearsal/github/views.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { forkAt } from '../laws/forks.ts';
import { killed, places, writes, type Course, type Place, type Step } from '../laws/story.ts';
import { inShare } from '../support/tries.ts';
import { at, agendas, opened } from './agenda-story.ts';

/* A run that makes an agenda is killed, and the next one makes up for it: no second agenda, no second comment, no decision lost. */

const step = (name: string, happen: Step['happen']): Step => ({ name, happen });

/** Things that happen, each followed by a sweep: all that is ever written about an agenda is written. */
const steps: readonly Step[] = [
  step('a meeting is near', (hub) => {
    hub.clock.set(at('2026-11-02T10:00Z'));
  }),
  step('on the day of the meeting other facts are true', (hub) => {
    hub.as('grace').editBody(2, hub.issue(2).body.replace('## Decisions\n', '## Decisions\n\n- [ ] Second link\n'));
    hub.as('nora').openIssue({ title: 'Mail is slow', labels: ['incident', 'P1'] });
    hub.clock.set(at('2026-11-03T07:00Z'));
  }),
  step('a second agenda and a second comment, as two runs at once would write them', (hub) => {
    const { body, comments } = hub.issue(2);
    const own = hub.as('github-actions[bot]');
    own.openIssue({ title: 'Incident review', body, labels: ['review'] });
    own.comment(2, comments[0]!.body);
  }),
  step('the next meeting is near', (hub) => {
    hub.clock.set(at('2026-11-09T10:00Z'));
  }),
];

/** The agendas with all that stands there. In what order an incident is told of is another story. */
const agendasIn = ({ issues }: VisibleState) => issues.filter(({ labels }) => labels.includes('review'));

async function open(): Promise<Stage> {
  const { stage, hub } = await opened();
  hub.as('nora').openIssue({ title: 'Printers', labels: ['incident', 'P3'] });
  await stage.sweep();
  hub.takeEvents();
  return stage;
}

async function undisturbed(): Promise<Course> {
  const stage = await open();
  const { hub } = stage;
  const course = { after: [] as VisibleState[], requests: [] as RequestEntry[][] };
  for (const { happen } of steps) {
    happen(hub);
    hub.takeEvents();
    const before = hub.requests.length;
    await stage.sweep();
    course.requests.push(hub.requests.slice(before));
    course.after.push(hub.snapshot());
    const done = hub.requests.length;
    await stage.sweep();
    expect(writes(hub.requests.slice(done))).toEqual([]);
  }
  expect(agendas(hub).map(({ state }) => state)).toEqual(['CLOSED', 'CLOSED', 'OPEN']);
  expect(agendas(hub)[2]!.body).toContain('- [ ] Second link');
  return course;
}

/** The same, each followed by a run on schedule and not by one of its event. */
const sweeping = steps.map(({ name, happen }) =>
  step(name, (hub) => {
    happen(hub);
    hub.takeEvents();
  }),
);

test('at each request, and between any two mutations', async () => {
  const course = await undisturbed();
  const most = Math.max(...course.requests.map(({ length }) => length));
  const mutations = Math.max(...course.requests.flat().map((request) => request.mutations.length));
  const requests = Array.from({ length: most }, (_, i) => i + 1);
  const everywhere = [
    ...requests.flatMap((request): Place[] =>
      (['drop-before', 'drop-after'] as const).map((how) => ({ request, writing: false, how })),
    ),
    ...Array.from({ length: mutations - 1 }, (_, i) => i + 1).flatMap((mutation) =>
      requests.map((request): Place => ({ request, writing: true, how: { mutation, then: 'drop' } })),
    ),
  ];
  let kills = 0;
  await forkAt({ steps: sweeping, course, open }, everywhere, async (run, { hub }, place, where) => {
    if (await killed(run, hub, where)) {
      kills += 1;
      await run();
    }
    expect(agendasIn(hub.snapshot()), `${steps[place]!.name}, killed at ${JSON.stringify(where)}`).toEqual(
      agendasIn(course.after[place]!),
    );
  });
  expect(kills).toBeGreaterThanOrEqual(inShare(24));
});

test.each<[string, Failure]>([
  ['a connection lost before handling', 'drop-before'],
  ['an answer cut in the middle', 'truncate'],
  ['a 502 after handling', { status: 502, handled: true }],
  ['the secondary limit for long', { secondaryLimit: true, retryAfter: 3600 }],
])('%s', async (_name, how) => {
  const course = await undisturbed();
  await forkAt({ steps: sweeping, course, open }, places(course, [how]), async (run, { hub }, at, { request }) => {
    hub.faults.add({ when: { request, matches: ({ kind }) => how !== 'truncate' || kind !== 'rest' }, how });
    await run().catch(() => null);
    if (hub.faults.pending() === 0) await run();
    hub.faults.clear();
    expect(agendasIn(hub.snapshot()), `${steps[at]!.name}, at request ${request}`).toEqual(
      agendasIn(course.after[at]!),
    );
  });
});
