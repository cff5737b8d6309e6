import { describe, expect, test } from 'vitest';
import type { DiscussionView } from '../../src/rehearsal/github/discussions.ts';
import { DAY } from '../support/stage.ts';
import { build, mailsOf, quoted, sayAndBuild, toldStage } from './discussions-story.ts';
import { say } from './status-page-story.ts';

/* What leaves the page leaves the Discussions: at the next build, by itself. Mails cannot be called back. */

describe('an incident that leaves the page', () => {
  test('takes its Discussion along, where the token may delete it', { tags: 'slow' }, async () => {
    const stage = await toldStage(['P1', 'api']);
    await sayAndBuild(stage, 'alice', '/update It is slow.');
    expect(stage.hub.discussions()).toHaveLength(1);
    const { filed } = await sayAndBuild(stage, 'alice', '/public off it was ours alone');
    expect(stage.hub.discussions()).toEqual([]);
    expect(filed.map(({ what }) => what)).toEqual(['took back a Discussion that is not on the status page any more']);
    await sayAndBuild(stage, 'alice', '/public on');
    expect(mailsOf(stage.hub.discussions()[0]!).map(quoted)).toEqual([
      'We are looking into a problem with API.',
      'It is slow.',
    ]);
  });

  test('leaves a line where it may not, and gets its words again if it comes back', { tags: 'slow' }, async () => {
    const stage = await toldStage(['P1', 'api'], { deletesDiscussions: false });
    await sayAndBuild(stage, 'alice', '/update It is slow.');
    stage.hub.as('nora').remark(2, 'Thank you.');
    const before = mailsOf(stage.hub.discussions()[0]!);
    await sayAndBuild(stage, 'alice', '/public off it was ours alone');
    const [thread] = stage.hub.discussions();
    const line = 'This was withdrawn: it is not on the status page any more.';
    expect(mailsOf(thread!)).toEqual([`Withdrawn\n${line}`, line, 'Thank you.']);
    const quiet = stage.hub.requests.length;
    await build(stage);
    expect(stage.hub.requests.slice(quiet).map(({ kind }) => kind)).toEqual(['query', 'query']);
    stage.hub.clock.advance(3 * DAY);
    await sayAndBuild(stage, 'alice', '/public on');
    expect(mailsOf(stage.hub.discussions()[0]!)).toEqual(before);
  });

  test('be it confidential now, or no incident any more; a duplicate says so', { tags: 'slow' }, async () => {
    const stage = await toldStage(['P0', 'checkout']);
    for (const number of [2, 3]) {
      stage.hub.as('nora').openIssue({ title: `Down ${number}` });
      stage.hub.as('bob').label(number, 'P1', 'api');
      await stage.react();
    }
    await build(stage);
    expect(stage.hub.discussions()).toHaveLength(3);
    stage.hub.as('bob').label(1, 'security');
    await stage.react();
    await sayAndBuild(stage, 'alice', '/duplicate #2', 3);
    const titles = () => stage.hub.discussions().map(({ title }) => title);
    expect(titles()).toEqual(['API: partial outage', 'API: partial outage']);
    expect(
      stage.hub
        .discussions()
        .map((it) => mailsOf(it).at(-1))
        .join(),
    ).toContain('part of another problem');
    stage.hub.as('alice').comment(3, '/public off a duplicate');
    await stage.react();
    await build(stage);
    expect(titles()).toEqual(['API: partial outage']);
    stage.hub.as('bob').unlabel(2, 'incident', 'P1');
    await stage.react();
    await build(stage);
    expect(stage.hub.discussions()).toEqual([]);
  });
});

describe('what is not ours stays', () => {
  test(
    'a mark proves nothing in the words of others, and words of others are left alone',
    { tags: 'slow' },
    async () => {
      const stage = await toldStage(['P1', 'api']);
      await build(stage);
      const [ours] = stage.hub.discussions();
      const copy = stage.hub.as('nora').openDiscussion({ category: 'General', title: 'Copy', body: ours!.body });
      const same = stage.hub.as('nora').openDiscussion({ category: 'Announcements', title: 'Copy', body: ours!.body });
      stage.hub.as('nora').remark(ours!.number, ours!.body);
      await sayAndBuild(stage, 'alice', '/update It is slow.');
      const forged = stage.hub.discussions()[0]!.comments.at(-1)!.body.replace('slow', 'fine');
      stage.hub.as('nora').remark(ours!.number, forged);
      await sayAndBuild(stage, 'alice', '/correct It is very slow.');
      await sayAndBuild(stage, 'alice', '/public off a test');
      expect(stage.hub.discussions().map(({ number }) => number)).toEqual([copy, same]);
    },
  );

  test(
    'a mark in the words of others, written before ours, keeps nothing from being told',
    { tags: 'slow' },
    async () => {
      const stage = await toldStage(['P1', 'api']);
      const foreseen = async (): Promise<DiscussionView> => {
        const fork = stage.fork();
        await build(fork);
        return fork.hub.discussions().find(({ author }) => author !== 'nora')!;
      };
      const { title, body } = await foreseen();
      stage.hub.as('nora').openDiscussion({ category: 'Announcements', title, body });
      await build(stage);
      expect(stage.hub.discussions().map(({ author }) => author)).toEqual(['nora', 'github-actions[bot]']);
      await say(stage, 'alice', '/update It is slow.');
      const { number, comments } = await foreseen();
      stage.hub.as('nora').remark(number, comments[0]!.body);
      await build(stage);
      const told = stage.hub.discussions()[1]!.comments;
      expect(told.map(({ author }) => author)).toEqual(['nora', 'github-actions[bot]']);
    },
  );

  test(
    'what a maintainer edits in ours is told no second time, and stands until there is something new',
    { tags: 'slow' },
    async () => {
      const stage = await toldStage(['P1', 'api']);
      await build(stage);
      const [ours] = stage.hub.discussions();
      stage.hub.as('grace').editDiscussion(ours!.number, `${ours!.body}\n\nSee also our blog.`);
      await sayAndBuild(stage, 'alice', '/update It is slow.');
      const all = stage.hub.discussions();
      expect(all).toHaveLength(1);
      expect(all[0]!.body).toContain('our blog');
      expect(all[0]!.comments).toHaveLength(1);
    },
  );
});
