// @module-tag slow

import { describe, expect, test } from 'vitest';
import type { Failure } from '../../src/rehearsal/github/faults.ts';
import type { VisibleState } from '../../src/rehearsal/github/views.ts';
import { merge, MORE_RIGHTS, shopThatDeploys, tokenWith, CHANGES_POLICY } from '../stories/changes-story.ts';
import { madeUpFor } from './forks.ts';
import {
  cuts,
  failed,
  killed,
  MINUTE,
  places,
  runFor,
  writes,
  writingPlaces,
  type Course,
  type Place,
  type Step,
} from './story.ts';

/* Law 5 for what changed before: a run is killed at any place, or GitHub fails there, and the next one makes the card what it is without. */

const policy = CHANGES_POLICY.replace('  cause: release', '  cause: release\n  rollback: { workflow: rollback.yml }');
const open = () => shopThatDeploys({ policy, tokens: tokenWith({ ...MORE_RIGHTS, actions: 'write' }) });

const NUMBER = 4;
const say =
  (text: string): Step['happen'] =>
  (hub) => {
    hub.clock.advance(MINUTE);
    hub.as('alice').comment(NUMBER, text);
  };

const steps: readonly Step[] = [
  {
    name: 'a P0 comes in',
    happen: (hub) => hub.as('nora').openIssue({ title: 'Payments fail', labels: ['incident', 'P0', 'payment'] }),
  },
  { name: 'its impact began earlier', happen: say('/impact 08:58') },
  { name: 'the change is named', happen: say('/culprit #2') },
  { name: 'a rollback is asked for', happen: say('/rollback') },
  { name: 'it is mitigated', happen: say('/mitigate rolled back') },
  { name: 'it is resolved', happen: say('/resolve rolled back') },
];

/** Of a rollback whoever asked hears at once, also that nobody knows: it is never started again by itself. */
const calm = steps.filter(({ name }) => name !== 'a rollback is asked for');

const courses = new Map<readonly Step[], Promise<Course>>();

/** The undisturbed course of these steps, played once. */
function undisturbed(some: readonly Step[] = steps): Promise<Course> {
  const course = courses.get(some) ?? playAlone(some);
  courses.set(some, course);
  return course;
}

async function playAlone(some: readonly Step[]): Promise<Course> {
  const stage = await open();
  const { hub } = stage;
  const played = { after: [] as Course['after'][number][], requests: [] as Course['requests'][number][] };
  for (const step of some) {
    step.happen(hub);
    const before = hub.requests.length;
    await runFor(stage, hub.takeEvents().at(-1));
    played.requests.push(hub.requests.slice(before));
    played.after.push(hub.snapshot());
  }
  return played;
}

test('undisturbed, a run that follows at once finds nothing to do', async () => {
  const stage = await open();
  const { hub } = stage;
  for (const step of steps) {
    step.happen(hub);
    await runFor(stage, hub.takeEvents().at(-1));
    const before = hub.requests.length;
    await stage.sweep();
    expect(writes(hub.requests.slice(before)), step.name).toEqual([]);
  }
  expect((await undisturbed()).requests.flat().filter(({ operationName }) => operationName === 'Shipped')).toHaveLength(
    4,
  );
});

/** In which order the record came to know things is nothing to anybody. */
function inAnyOrder({ issues, ...rest }: VisibleState): VisibleState {
  const sorted = (body: string): string =>
    body.replace(/^<!-- tocsin:card (\{.*\}) -->/, (_, mark: string) => {
      const record = JSON.parse(mark) as { judged: Record<string, unknown> };
      return JSON.stringify({ ...record, judged: Object.entries(record.judged).sort(([a], [b]) => (a < b ? -1 : 1)) });
    });
  const plain = <T extends { readonly body: string }>(it: T): T => ({ ...it, body: sorted(it.body) });
  return { ...rest, issues: issues.map((it) => ({ ...it, comments: it.comments.map(plain) })) };
}

async function everywhere(
  placesOf: (of: Course) => readonly Place[],
  disturb: typeof killed,
  some: readonly Step[] = calm,
): Promise<void> {
  const course = await undisturbed(some);
  expect(await madeUpFor({ steps: some, course, open }, placesOf(course), disturb, inAnyOrder)).toBeGreaterThan(0);
}

describe('killed, and the next run makes up for it:', () => {
  test('at each request', () => everywhere((of) => places(of, ['drop-before']), killed));
  test('after each writing request', () => everywhere((of) => writingPlaces(of, ['drop-after']), killed));
  test('between any two mutations of a request', () => everywhere(cuts, killed));
});

test.each<[string, Failure]>([
  ['an answer lost', 'drop-after'],
  ['an answer cut in the middle', 'truncate'],
  ['a 502 after handling', { status: 502, handled: true }],
  ['the secondary limit for long', { secondaryLimit: true, retryAfter: 3600 }],
])('one fault: %s', (_, how) => everywhere((of) => places(of, [how]), failed));

test('a rollback is started at most once, wherever a run is killed', async () => {
  const played = await undisturbed();
  const starts = (hub: Parameters<typeof killed>[1]): number =>
    hub.events.filter(({ name, payload }) => name === 'workflow_dispatch' && 'workflow' in payload).length;
  const found: number[] = [];
  for (const place of places(played, ['drop-before', 'drop-after'])) {
    const stage = await open();
    const { hub } = stage;
    for (const step of steps.slice(0, 3)) {
      step.happen(hub);
      await runFor(stage, hub.takeEvents().at(-1));
    }
    steps[3]!.happen(hub);
    const event = hub.takeEvents().at(-1);
    await killed(() => runFor(stage, event), hub, place);
    for (let i = 0; i < 3; i++) await stage.sweep();
    found.push(starts(hub));
    const said = hub.issue(NUMBER).comments.filter(({ body }) => /Rollback to|whether the rollback/.test(body));
    expect(said, JSON.stringify(place)).toHaveLength(1);
  }
  expect(Math.max(...found)).toBe(1);
  expect(found.filter((it) => it === 1).length).toBeGreaterThan(5);
});

test('racing runs leave one card, which says what changed', async () => {
  const stage = await open();
  const { hub } = stage;
  steps[0]!.happen(hub);
  const event = hub.takeEvents().at(-1);
  hub.faults.add({
    when: { matches: ({ operationName }) => operationName === 'Shipped' },
    how: { hook: () => stage.sweep().then(() => undefined), at: 'before' },
  });
  await runFor(stage, event);
  await stage.sweep();
  const cards = hub.issue(NUMBER).comments.filter(({ body }) => body.startsWith('<!-- tocsin:card'));
  expect(cards).toHaveLength(1);
  expect(cards[0]!.body).toContain('Retry payments twice');
  expect(merge(stage, 'later', { 'a.txt': 'a' })).toBe(NUMBER + 1);
});
