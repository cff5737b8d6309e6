// @module-tag slow

import { describe, expect, test } from 'vitest';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import type { Failure } from '../../src/rehearsal/github/faults.ts';
import type { Stage, StageOptions } from '../../src/rehearsal/stage.ts';
import { build, toldStage } from '../stories/discussions-story.ts';
import { share } from '../support/tries.ts';
import { killed, MINUTE, writes, type Place } from './story.ts';

/* Law 5 for what subscribers are told: a build is killed at any request, GitHub fails there, or another build comes between, and the next
 * one makes the Discussions what they are without: nothing twice, nothing lost. */

const say =
  (text: string, issue = 1) =>
  (hub: EmbeddedGitHub): void => {
    hub.clock.advance(MINUTE);
    hub.as('alice').comment(issue, text);
  };

const STEPS: readonly ((hub: EmbeddedGitHub) => void)[] = [
  say('/ack'),
  say('/update Payments hang.'),
  (hub) => {
    hub.as('bob').label(hub.as('nora').openIssue({ title: 'API is slow' }), 'P1', 'api');
    say('/update One.')(hub);
    say('/update Two.')(hub);
  },
  say('/correct Three.\n/public title No payments'),
  // Two builds at once would have told this twice.
  (hub) => {
    const [first] = hub.discussions();
    const bot = hub.as('github-actions[bot]');
    bot.openDiscussion({ category: 'Announcements', title: first!.title, body: first!.body });
    bot.remark(first!.number, first!.comments[0]!.body);
  },
  say('/public off a mistake'),
  say('/public on'),
  say('/resolve restarted'),
];

/** What is there to read, without ids; numbers tell which one stayed. */
const read = (hub: EmbeddedGitHub) =>
  hub.discussions().map(({ comments, ...it }) => ({ ...it, comments: comments.map(({ body }) => body) }));

/** A build of the story: the world before it, how many requests it is, and what there is to read after it, undisturbed. */
interface Build {
  readonly world: Stage;
  readonly requests: number;
  readonly expected: ReturnType<typeof read>;
}

/** Plays the story, undisturbed. */
async function played(options: StageOptions): Promise<readonly Build[]> {
  const builds: Build[] = [];
  const stage = await toldStage(['P0', 'checkout'], options);
  for (const [at, happen] of STEPS.entries()) {
    happen(stage.hub);
    while (await stage.react()) continue;
    await stage.sweep();
    const world = stage.fork();
    const before = stage.hub.requests.length;
    await build(stage);
    const requests = stage.hub.requests.length - before;
    const calm = stage.fork();
    const expected = read(calm.hub);
    await build(calm);
    expect(writes(calm.hub.requests.slice(before + requests)), `step ${at}`).toEqual([]);
    builds.push({ world, requests, expected });
    stage.hub.takeEvents();
  }
  return builds;
}

const stories = new Map<boolean, Promise<readonly Build[]>>();

/** Disturbs each build of the story in `during`, which gets a world of its own and what it is like undisturbed. */
async function play(
  during: (world: () => Stage, requests: number, expected: ReturnType<typeof read>, at: number) => Promise<void>,
  deletesDiscussions: boolean,
): Promise<void> {
  const story = stories.get(deletesDiscussions) ?? played({ deletesDiscussions });
  stories.set(deletesDiscussions, story);
  for (const [at, { world, requests, expected }] of (await story).entries())
    await during(() => world.fork(), requests, expected, at);
}

const numbers = (most: number): number[] => Array.from({ length: most }, (_, i) => i + 1);

describe.each([true, false])('where the token may delete: %s,', (deletesDiscussions) => {
  test('a build is killed at each request, and the next one makes up for it', async () => {
    let kills = 0;
    await play(async (world, requests, expected, at) => {
      const places = numbers(requests).flatMap((request): Place[] =>
        (['drop-before', 'drop-after'] as const).map((how) => ({ request, writing: false, how })),
      );
      for (const place of share(places, at)) {
        const stage = world();
        kills += (await killed(() => build(stage), stage.hub, place)) ? 1 : 0;
        await build(stage);
        expect(read(stage.hub), `step ${at}, killed at ${JSON.stringify(place)}`).toEqual(expected);
      }
    }, deletesDiscussions);
    expect(kills).toBeGreaterThan(10);
  });

  test('GitHub fails at a request, and this build or the next one makes up for it', async () => {
    const ways: readonly Failure[] = [
      'drop-before',
      'drop-after',
      'truncate',
      { status: 502, handled: true },
      { secondaryLimit: true, retryAfter: 3600 },
    ];
    let struck = 0;
    await play(async (world, requests, expected, at) => {
      const places = numbers(requests).flatMap((request) => ways.map((how) => ({ request, how })));
      for (const { request, how } of share(places, at)) {
        const stage = world();
        stage.hub.faults.add({ when: { request }, how });
        await build(stage).catch(() => null);
        struck += stage.hub.faults.pending() === 0 ? 1 : 0;
        stage.hub.faults.clear();
        await build(stage);
        expect(read(stage.hub), `step ${at}, ${JSON.stringify(how)} at ${request}`).toEqual(expected);
      }
    }, deletesDiscussions);
    expect(struck).toBeGreaterThan(10);
  });

  test('a whole build comes before a write of another: what both told is told once after the next', async () => {
    let races = 0;
    await play(async (world, _requests, expected, at) => {
      for (const request of [1, 2, 3]) {
        const stage = world();
        const race = async (): Promise<void> => {
          races += 1;
          await build(stage);
        };
        stage.hub.faults.add({
          when: { request, matches: ({ kind }) => kind === 'mutation' },
          how: { hook: race, at: 'before' },
        });
        await build(stage);
        stage.hub.faults.clear();
        await build(stage);
        const live = (all: ReturnType<typeof read>) =>
          all
            .filter(({ closed }) => closed === null)
            .map(({ title, body, comments }) => ({
              title,
              body,
              comments: comments.filter((it) => !it.includes('"off":true')),
            }));
        expect(live(read(stage.hub)), `step ${at}, a race at ${request}`).toEqual(live(expected));
        const before = stage.hub.requests.length;
        await build(stage);
        expect(writes(stage.hub.requests.slice(before)), `step ${at}, after a race at ${request}`).toEqual([]);
      }
    }, deletesDiscussions);
    expect(races).toBeGreaterThan(5);
  });
});
