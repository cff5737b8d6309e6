import { describe, expect, test } from 'vitest';
import { HOUR, notices, stageOf } from '../support/stage.ts';
import { report } from '../support/report.ts';
import { NOTIFIERS, recorder } from '../support/pager.ts';
import { TEAM } from '../support/team.ts';
import { opened, POLICY } from './people-story.ts';

describe('pages', () => {
  test('go out before the comment, once, and the pager hears how it goes on', async () => {
    const { pager, pages } = recorder();
    const { stage, say, issue } = await opened(NOTIFIERS, { pager });
    expect(pages.map(({ action, key, by }) => [action, key, by])).toEqual([['trigger', 'acme/shop#1', 'pager']]);
    expect(pages[0]!.summary).toContain('P0: acknowledge this incident.');
    expect(notices(issue())[0]).toContain('The page went out through `pager`.');
    await stage.sweep();
    expect(pages).toHaveLength(1);
    await say('alice', '/ack');
    await say('alice', '/resolve rolled back');
    await stage.pass(HOUR);
    expect(pages.map(({ action }) => action)).toEqual(['trigger', 'acknowledge', 'resolve']);
  });

  test('a notifier that fails is named, and the next one takes the page', async () => {
    const { pager } = recorder((_, notifier) => notifier === 'pager');
    const { issue } = await opened(NOTIFIERS, { pager });
    expect(notices(issue())[0]).toContain('⚠️ The page did not go out through `pager`: the connection was refused.');
    expect(notices(issue())[0]).toContain('The page went out through `chat`.');
  });

  test('that reach nobody are said on the incident, and the run is red', async () => {
    const { pager } = recorder(() => true);
    const stage = await stageOf({ policy: `${POLICY}${NOTIFIERS}`, people: TEAM, pager });
    stage.hub.as('rita').openIssue({ title: 'Shop down', body: report(), labels: ['incident', 'P0'] });
    const run = (await stage.react())!;
    expect(notices(stage.hub.issue(1))[0]).toContain('🚨 The page reached nobody: no notifier took it.');
    expect(run.settled[0]!.alarms.join()).toContain('The page reached nobody');
  });

  test('/test-page goes the whole way', async () => {
    const { pager, pages } = recorder();
    const { say, last } = await opened(NOTIFIERS, { pager });
    await say('bob', '/test-page');
    expect(pages.at(-1)!.action).toBe('test');
    expect(last()).toContain('@bob **The test page**');
    expect(last()).toContain('The page went out through `pager`.');
  });

  test('nothing of a confidential incident is in them; a dry run sends none', async () => {
    const { pager, pages } = recorder();
    const policy = `${POLICY}${NOTIFIERS}categories: [{ name: security, owner: management, confidential: true }]\n`;
    const stage = await stageOf({ policy, people: TEAM, pager });
    stage.hub.as('rita').openIssue({ title: 'hunter2 leaked', body: report(), labels: ['incident', 'P0', 'security'] });
    await stage.react({ dryRun: true });
    expect(pages).toEqual([]);
    await stage.sweep();
    expect(pages).toHaveLength(1);
    expect(JSON.stringify(pages)).not.toContain('hunter2');
  });
});
