import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { writes } from '../laws/story.ts';
import { HOUR, MINUTE } from '../support/stage.ts';
import { build, mailsOf, quoted, sayAndBuild, toldStage, TOLD_POLICY } from './discussions-story.ts';
import { PAGE_POLICY, say } from './status-page-story.ts';

/* What stands in the way is said once a run, with what to change, and neither the page nor anything else waits for it. */

/** One build of a page with an incident: what is said, that the page is built, and that the run is not red. */
async function advised(stage: Stage, changes: Parameters<typeof build>[1] = {}): Promise<readonly string[]> {
  const { advice, failures, site } = await build(stage, changes);
  expect(failures).toEqual([]);
  expect(site?.isChanged).toBe(true);
  return advice;
}

describe('a build that cannot tell subscribers says what to change', () => {
  test('where the token has no right', { tags: 'slow' }, async () => {
    const stage = await toldStage(['P0', 'checkout']);
    const line =
      'Subscribers were not told: the token may not write Discussions. Give the job `page` of the workflow `discussions: write` under `permissions`.';
    expect(await advised(stage, { token: 'test-token' })).toEqual([line]);
    const hidden = await toldStage(['P0', 'checkout'], { visibility: 'private' });
    expect(await advised(hidden, { token: 'test-token' })).toEqual([line]);
    // A run that could not once it may: nothing is lost.
    expect(await advised(stage)).toEqual([]);
    expect(stage.hub.discussions()).toHaveLength(1);
  });

  test('where there is no such category, or there are no Discussions', { tags: 'slow' }, async () => {
    const none = await toldStage(['P0', 'checkout'], { discussions: ['General', 'Ideas'] });
    expect(await advised(none)).toEqual([
      'Subscribers were not told: the repository has no category `Announcements` of Discussions: it has General, Ideas. Mend `discussions` under `status-page`, or make the category in Discussions → Edit categories.',
    ]);
    const off = await toldStage(['P0', 'checkout'], { discussions: null });
    expect(await advised(off)).toEqual([
      'Subscribers were not told: the repository has no Discussions. Switch them on in Settings → General → Features, or take `discussions` out of `status-page`.',
    ]);
    const french = await toldStage(['P0', 'checkout'], {
      discussions: ['General'],
      policy: `language: fr\n${TOLD_POLICY}`,
    });
    expect((await advised(french))[0]).toContain(
      'le dépôt n’a pas de catégorie de discussions `Announcements`\u00a0: il a General.',
    );
  });

  test('where one is locked, and tells of the others', { tags: 'slow' }, async () => {
    const stage = await toldStage(['P0', 'checkout']);
    stage.hub.as('nora').openIssue({ title: 'Slow' });
    stage.hub.as('bob').label(2, 'P1', 'api');
    await stage.react();
    await build(stage);
    stage.hub.as('grace').lockDiscussion(3);
    await say(stage, 'alice', '/update Payments hang.');
    await say(stage, 'alice', '/update Still.');
    const { advice } = await sayAndBuild(stage, 'alice', '/update It is slow.', 2);
    expect(advice).toEqual([
      'Subscribers were not told: Discussion #3 is locked, so GitHub takes no comment there. Unlock it, or they hear nothing more.',
    ]);
    expect(stage.hub.discussions().map(({ comments }) => comments.length)).toEqual([0, 1]);
  });

  test('where GitHub asks to wait, and the next run knows that the page is due again', { tags: 'slow' }, async () => {
    let served: string | null = null;
    const stage = await toldStage(['P0', 'checkout'], { look: () => Promise.resolve(served) });
    stage.hub.faults.add({
      when: { matches: ({ kind }) => kind === 'mutation' },
      how: { secondaryLimit: true, retryAfter: 3600 },
    });
    const first = await build(stage);
    expect(first.advice).toEqual([
      'Subscribers may not have been told: GitHub asks to wait: too many requests in a short time. The next run goes on.',
    ]);
    served = first.site!.files.get('build.json')!;
    expect((await stage.sweep()).isPageDue).toBe(true);
    const second = await build(stage);
    expect(second.site?.isChanged).toBe(true);
    served = second.site!.files.get('build.json')!;
    expect((await stage.sweep()).isPageDue).toBe(false);
    expect(stage.hub.discussions()).toHaveLength(1);
  });

  test('where one is deleted meanwhile, and opens another with the next', { tags: 'slow' }, async () => {
    const stage = await toldStage(['P0', 'checkout']);
    await build(stage);
    await say(stage, 'alice', '/update Payments hang.');
    const remove = (): void => {
      stage.hub.as('grace').deleteDiscussion(2);
    };
    stage.hub.faults.add({
      when: { matches: ({ kind }) => kind === 'mutation' },
      how: { hook: remove, at: 'before' },
    });
    const { advice } = await build(stage);
    expect(advice).toEqual([expect.stringMatching(/^Subscribers were not told: Could not resolve/)]);
    await build(stage);
    expect(stage.hub.discussions().map((it) => mailsOf(it).map(quoted))).toEqual([
      ['We are looking into a problem with Checkout.', 'Payments hang.'],
    ]);
  });
});

test.each(['drop-before', 'drop-after', 'truncate'] as const)(
  'an answer that is lost (%s) is made up for in the same build',
  async (how) => {
    const stage = await toldStage(['P0', 'checkout']);
    await say(stage, 'alice', '/update Payments hang.');
    for (const request of [1, 2])
      stage.hub.faults.add({ when: { request, matches: ({ kind }) => kind === 'mutation' }, how });
    expect((await build(stage)).advice).toEqual([]);
    expect(stage.hub.faults.pending()).toBe(0);
    expect(stage.hub.discussions().map((it) => mailsOf(it).map(quoted))).toEqual([
      ['We are looking into a problem with Checkout.', 'Payments hang.'],
    ]);
  },
);

describe('what it costs', () => {
  test('a build with nothing new asks once more, and none without `discussions`', { tags: 'slow' }, async () => {
    const stage = await toldStage(['P0', 'checkout']);
    await sayAndBuild(stage, 'alice', '/update Payments hang.');
    const asked = async (on: Stage): Promise<readonly (string | null)[]> => {
      const before = on.hub.requests.length;
      await build(on);
      return on.hub.requests.slice(before).map(({ operationName }) => operationName);
    };
    const plain = await toldStage(['P0', 'checkout'], { policy: PAGE_POLICY });
    const without = await asked(plain);
    expect(await asked(stage)).toEqual([...without, 'DiscussionsRecent']);
    expect(stage.hub.requests.at(-1)!.points).toBe(1);
    expect(plain.hub.discussions()).toEqual([]);
  });

  test('a dry run writes nothing, and says what it would', async () => {
    const stage = await toldStage(['P0', 'checkout']);
    const before = stage.hub.requests.length;
    const { filed } = await build(stage, { dryRun: true });
    expect(filed.map(({ what }) => what)).toEqual(['told subscribers: opened the Discussion Checkout: outage']);
    expect(writes(stage.hub.requests.slice(before))).toEqual([]);
  });

  test(
    'a busy repository is asked for the category, and a long Discussion is read to its end before it goes on',
    { tags: 'slow' },
    async () => {
      const stage = await toldStage(['P0', 'checkout']);
      await sayAndBuild(stage, 'alice', '/update Payments hang.');
      const [ours] = stage.hub.discussions();
      stage.hub.clock.advance(MINUTE);
      for (let i = 0; i < 120; i++) stage.hub.as('nora').remark(ours!.number, `me too ${i}`);
      await build(stage);
      stage.hub.clock.advance(MINUTE);
      for (let i = 0; i < 60; i++)
        stage.hub.as('nora').openDiscussion({ category: 'Ideas', title: `Idea ${i}`, body: 'x' });
      await build(stage);
      await sayAndBuild(stage, 'alice', '/update Payments hang less.');
      const told = stage.hub.discussions()[0]!.comments.filter(({ author }) => author !== 'nora');
      expect(told).toHaveLength(2);
      expect(stage.hub.discussions().filter(({ category }) => category === 'Announcements')).toHaveLength(1);
    },
  );

  test(
    'a crowd of Discussions hides none that is ours, and where it would, nothing is told twice',
    { tags: 'slow' },
    async () => {
      const stage = await toldStage(['P0', 'checkout']);
      await sayAndBuild(stage, 'alice', '/update Payments hang.');
      const flood = (many: number): void => {
        stage.hub.clock.advance(MINUTE);
        for (let i = 0; i < many; i++)
          stage.hub.as('nora').openDiscussion({ category: 'Announcements', title: `Idea ${i}`, body: 'x' });
      };
      const told = () => stage.hub.discussions().filter(({ author }) => author !== 'nora');
      flood(120);
      expect((await sayAndBuild(stage, 'alice', '/update Payments hang less.')).advice).toEqual([]);
      expect(told()).toMatchObject([{ comments: [{}, {}] }]);
      flood(520);
      stage.hub.as('bob').label(stage.hub.as('nora').openIssue({ title: 'Slow' }), 'P1', 'api');
      await stage.react();
      expect((await build(stage)).advice).toEqual([
        'Subscribers were not told: the category `Announcements` has more new Discussions than are read. Let only maintainers begin one: its format Announcement does.',
      ]);
      // What began after the crowd has surely none yet.
      expect(told().map(({ title }) => title)).toEqual(['Checkout: outage', 'API: partial outage']);
    },
  );

  test('what was promised and is late is no news: it tells nothing', { tags: 'slow' }, async () => {
    const stage = await toldStage(['P0', 'checkout']);
    await sayAndBuild(stage, 'alice', '/ack\n/update Payments hang.');
    stage.hub.clock.advance(HOUR);
    const before = stage.hub.requests.length;
    await build(stage);
    expect(writes(stage.hub.requests.slice(before))).toEqual([]);
  });
});
