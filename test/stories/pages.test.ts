import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE, notices, stageOf } from '../support/stage.ts';
import { report } from '../support/report.ts';
import { NOTIFIERS, recorder } from '../support/pager.ts';
import { TEAM } from '../support/team.ts';
import { opened, POLICY } from './people-story.ts';

/** The reporter has a say: what a stranger reports wakes nobody. */
const VOUCHED = { ...TEAM, rita: 'triage' } as const;

describe('pages', () => {
  test('go out before the comment, once, and the pager hears how it goes on', { tags: 'slow' }, async () => {
    const { pager, pages } = recorder();
    const { stage, say, issue } = await opened(NOTIFIERS, { pager, people: VOUCHED });
    expect(pages.map(({ action, key, by }) => [action, key, by])).toEqual([['trigger', 'acme/shop#1', 'pager']]);
    expect(pages[0]!.summary).toContain('P0: comment /ack before 09:15 UTC.');
    expect(notices(issue())[0]).toContain('Paged by `pager`.');
    await stage.sweep();
    expect(pages).toHaveLength(1);
    await say('alice', '/ack');
    await say('alice', '/resolve rolled back');
    await stage.pass(HOUR);
    expect(pages.map(({ action }) => action)).toEqual(['trigger', 'acknowledge', 'resolve']);
  });

  test(
    'go out again when it becomes more urgent than ever, to those who wait for that too, and once',
    { tags: 'slow' },
    async () => {
      const { pager, pages } = recorder();
      const { stage, hub, say, issue } = await opened(NOTIFIERS, { pager, people: VOUCHED, priority: 'P1' });
      await say('alice', '/ack');
      hub.clock.advance(20_000);
      pages.length = 0;
      const before = notices(issue()).length;
      await say('alice', '/priority P0 everybody is cut off');
      expect(pages.map(({ action, priority }) => [action, priority])).toContainEqual(['trigger', 'P0']);
      const [told, ...more] = notices(issue()).slice(before);
      expect(told).toMatch(/^@\w+ .*P0/);
      expect(told).not.toMatch(/^[^*]*@alice/);
      expect(more).toEqual([expect.stringContaining('@rita **Your report is a P0 now.**')]);
      const count = pages.length;
      hub.clock.advance(MINUTE);
      await say('alice', '/priority P1 calmer');
      hub.clock.advance(MINUTE);
      await say('alice', '/priority P0 not at all');
      hub.clock.advance(MINUTE);
      await stage.sweep();
      expect(pages.slice(count).filter(({ action }) => action === 'trigger')).toEqual([]);
    },
  );

  test('go to PagerDuty and Slack at once where the policy says so, and both hear the end', async () => {
    const { pager, pages } = recorder();
    const both = NOTIFIERS.replace('for: [P0] }', 'for: [P0], also: true }');
    const { say, issue } = await opened(both, { pager, people: VOUCHED });
    await say('alice', '/ack');
    await say('alice', '/resolve rolled back');
    expect(pages.map(({ action, takers }) => `${action}: ${takers.join(' ')}`)).toEqual([
      'trigger: pager chat',
      'acknowledge: pager',
      'resolve: pager',
      'resolve: chat',
    ]);
    expect(notices(issue())[0]).toContain('Paged by `pager`. Paged by `chat`.');
  });

  test('a notifier that fails is named, and the next one takes the page', async () => {
    const { pager } = recorder((_, notifier) => notifier === 'pager');
    const { issue } = await opened(NOTIFIERS, { pager, people: VOUCHED });
    expect(notices(issue())[0]).toContain('⚠️ The page did not go out through `pager`: the connection was refused.');
    expect(notices(issue())[0]).toContain('Paged by `chat`.');
  });

  test('that reach nobody are said on the incident, and the run is red', async () => {
    const { pager } = recorder(() => true);
    const stage = await stageOf({ policy: `${POLICY}${NOTIFIERS}`, people: VOUCHED, pager });
    stage.hub.as('rita').openIssue({ title: 'Shop down', body: report(), labels: ['incident', 'P0'] });
    const run = (await stage.react())!;
    expect(notices(stage.hub.issue(1))[0]).toContain('🚨 The page reached nobody: no notifier took it.');
    expect(run.settled[0]!.alarms.join()).toContain('The page reached nobody');
  });

  test('/test-page goes the whole way', async () => {
    const { pager, pages } = recorder();
    const { say, last } = await opened(NOTIFIERS, { pager, people: VOUCHED });
    await say('bob', '/test-page');
    expect(pages.at(-1)!.action).toBe('test');
    expect(last()).toContain('@bob **The test page**');
    expect(last()).toContain('Paged by `pager`.');
  });

  test('nothing of a confidential incident is in them; a dry run sends none', async () => {
    const { pager, pages } = recorder();
    const policy = `${POLICY}${NOTIFIERS}categories: [{ name: security, owner: management, confidential: true }]\n`;
    const stage = await stageOf({ policy, people: VOUCHED, pager });
    stage.hub.as('rita').openIssue({ title: 'hunter2 leaked', body: report(), labels: ['incident', 'P0', 'security'] });
    await stage.react({ dryRun: true });
    expect(pages).toEqual([]);
    await stage.sweep();
    expect(pages).toHaveLength(1);
    expect(JSON.stringify(pages)).not.toContain('hunter2');
  });
});

describe('what wakes nobody', () => {
  const URGENT = `roles: { responder: [alice, bob], management: [grace] }
fallback: grace
notifiers: { duty: { type: pagerduty, key: PAGERDUTY_KEY, for: [P0, P1, P2, P3] } }
priorities:
  P1: { acknowledge: 30m, update-every: 1h, no-progress: 90m, escalation: watch, post-mortem: { draft: 24h, review: 72h, calendar: always } }
escalation-policies:
  watch:
    - { at: acknowledge due, notify: responder }
    - { at: update due, notify: responder, repeat: 1h, until: resolved }
    - { at: no-progress due, notify: responder }
    - { at: no-progress due + 1h, notify: management }
    - { at: post-mortem due, notify: management, repeat: 24h }
    - { at: review due, notify: management }
`;
  const told = (pages: readonly { readonly step: string | null }[]): (string | null)[] => pages.map(({ step }) => step);

  test('is a first missed update; what is ignored does', { tags: 'slow' }, async () => {
    const { pager, pages } = recorder();
    const stage = await stageOf({ policy: URGENT, people: VOUCHED, pager });
    const { hub } = stage;
    const issue = hub.as('alice').openIssue({ title: 'Shop down', labels: ['incident', 'P1'] });
    hub.as('alice').comment(issue, '/ack');
    await stage.react();
    await stage.pass(65 * MINUTE);
    expect(notices(hub.issue(issue)).join()).toContain('P1: update overdue.');
    expect(told(pages)).toEqual([]);
    await stage.pass(60 * MINUTE);
    expect(notices(hub.issue(issue)).join()).toContain('no-progress due');
    expect(told(pages)).toEqual(['watch:update due#1']);
    await stage.pass(40 * MINUTE);
    expect(told(pages)).toEqual(['watch:update due#1', 'watch:no-progress due + 1h']);
  });

  test('is a post-mortem that is late', { tags: 'slow' }, async () => {
    const { pager, pages } = recorder();
    const stage = await stageOf({ policy: URGENT, people: VOUCHED, pager });
    const { hub } = stage;
    const issue = hub.as('alice').openIssue({ title: 'Shop down', labels: ['incident', 'P1'] });
    await stage.react();
    hub.clock.advance(HOUR);
    await stage.sweep();
    hub.as('alice').comment(issue, '/resolve rolled back');
    await stage.react();
    expect(pages.map(({ action }) => action)).toEqual(['trigger', 'resolve']);
    await stage.pass(100 * HOUR, 6 * HOUR);
    const said = notices(hub.issue(issue)).join();
    expect(said).toContain('post-mortem due');
    expect(said).toContain('review due');
    expect(pages.map(({ action }) => action)).toEqual(['trigger', 'resolve']);
  });
});
