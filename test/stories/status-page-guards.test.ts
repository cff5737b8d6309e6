import { describe, expect, test } from 'vitest';
import { row } from '../support/card.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { asks, card, HOUR, MINUTE, stageOf } from '../support/stage.ts';
import { filesOf, PAGE_POLICY, reported, say, shown, updates } from './status-page-story.ts';

/* What is not for customers, and who may say what is. */

describe('the status page', () => {
  test(
    'shows nothing of what a stranger reports until somebody with a say stands for it',
    { tags: 'slow' },
    async () => {
      const stage = await stageOf({ policy: PAGE_POLICY });
      // A form may set labels in the name of whoever fills it in.
      stage.hub.as('nora').openIssue({ title: 'Down', labels: ['incident', 'P0', 'checkout'] });
      await stage.react();
      await say(stage, 'nora', '/priority P0\n/affects checkout\n/update Everything is down!');
      await stage.pass(HOUR);
      expect(await shown(stage)).toEqual([]);
      await say(stage, 'alice', '/ack');
      expect(await updates(stage)).toEqual([['investigating', 'We are looking into a problem with Checkout.']]);
    },
  );

  test(
    'takes back that it is over on the word of somebody with a say, and of nobody else',
    { tags: 'slow' },
    async () => {
      const stage = await reported(['P1', 'api']);
      await say(stage, 'alice', '/resolve restarted');
      stage.hub.as('nora').close(1);
      await stage.react();
      await say(stage, 'nora', '/reopen I do not think so');
      expect((await updates(stage)).map(([stage]) => stage)).toEqual(['investigating', 'resolved']);
      await say(stage, 'alice', '/ack she is right');
      expect((await updates(stage)).map(([stage]) => stage)).toEqual(['investigating', 'resolved', 'investigating']);
    },
  );

  test('leaves out and takes in what somebody says, with the reason on the card', { tags: 'slow' }, async () => {
    const stage = await reported(['P1', 'api']);
    await say(stage, 'alice', '/public off');
    expect(asks(stage.hub.issue(1)).at(-1)).toContain('`/public` takes `off REASON`, `on`, or `title TEXT`');
    expect(await shown(stage)).toHaveLength(1);
    await say(stage, 'alice', '/public off nobody outside noticed');
    expect(await shown(stage)).toEqual([]);
    expect(row(card(stage.hub.issue(1)), 'Status page')).toBe('taken off by `alice`: `nobody outside noticed`');
    await say(stage, 'alice', '/public on\n/public title Slow answers');
    expect(await shown(stage)).toMatchObject([{ name: 'Slow answers' }]);
  });

  test(
    'has what is less urgent when somebody writes for customers, and what the policy keeps off never by itself',
    { tags: 'slow' },
    async () => {
      const stage = await reported(['P2', 'api']);
      await stage.pass(HOUR);
      expect(await shown(stage)).toEqual([]);
      await say(stage, 'alice', '/update Some answers are slow.');
      expect(await updates(stage)).toEqual([['investigating', 'Some answers are slow.']]);
      const minor = await reported(['P3', 'api']);
      await say(minor, 'alice', '/update A typo.');
      expect(await shown(minor)).toEqual([]);
      await say(minor, 'alice', '/public on');
      expect(await updates(minor)).toEqual([['investigating', 'A typo.']]);
    },
  );

  test('loses what becomes confidential, and has nothing of what always was', { tags: 'slow' }, async () => {
    const stage = await reported(['P0', 'checkout']);
    await say(stage, 'alice', '/update Payments hang.');
    expect(await shown(stage)).toHaveLength(1);
    stage.hub.as('bob').label(1, 'security');
    await stage.react();
    expect(await shown(stage)).toEqual([]);
    expect([...(await filesOf(stage)).values()].join('\n')).not.toContain('Payments hang');
  });

  test('keeps what customers have read, whatever the policy says later', { tags: 'slow' }, async () => {
    const stage = await reported(['P1', 'api']);
    stage.hub.commit({
      '.github/tocsin.yml': PAGE_POLICY.replace(
        '  entry:',
        '  templates: { investigating: Another text., resolved: "{services}: done." }\n  entry:',
      ),
    });
    await say(stage, 'alice', '/resolve restarted');
    expect(await updates(stage)).toEqual([
      ['investigating', 'We are looking into a problem with API.'],
      ['resolved', 'API: done.'],
    ]);
  });

  test('waits for its services, also where somebody has written already', { tags: 'slow' }, async () => {
    const stage = await reported(['P1']);
    await say(stage, 'alice', '/update It hangs.');
    expect(await shown(stage)).toEqual([]);
    stage.hub.as('bob').label(1, 'api', 'checkout');
    await stage.react();
    expect(await shown(stage)).toMatchObject([{ name: 'Checkout and API: partial outage' }]);
    // What was written is told once, and no template after it.
    expect(await updates(stage)).toEqual([['investigating', 'It hangs.']]);
    await say(stage, 'alice', '/affects api');
    expect(stage.hub.issue(1).labels).not.toContain('checkout');
    expect(await shown(stage)).toMatchObject([{ name: 'API: partial outage' }]);
  });

  test('is for policies that have one: the commands say so elsewhere', async () => {
    const policy = PAGE_POLICY.slice(0, PAGE_POLICY.indexOf('status-page:'));
    const stage = await reported(['P1', 'api'], { policy });
    await say(stage, 'alice', '/correct It does not.\n/public on');
    expect(asks(stage.hub.issue(1)).at(-1)).toContain('`/correct` is about the status page, and the policy has none.');
    await say(stage, 'alice', '/update monitoring is broken as well');
    expect(asks(stage.hub.issue(1)).filter((it) => it.includes('update'))).toEqual([]);
    const { failures, site } = await stage.sweep({ command: 'site' });
    expect(site).toBe(null);
    expect(failures).toEqual([{ issue: null, message: 'The policy has no `status-page`: there is nothing to build.' }]);
  });
});

describe('an alert on the status page', () => {
  const ALERTS = `${PAGE_POLICY}alerts: { recovery: resolve, reopen-within: 12h }\n`;
  const fire = async (stage: Stage, firing: boolean): Promise<void> => {
    const status = firing ? {} : { status: 'resolved' };
    stage.hub.as('watch').dispatch('tocsin-alert', {
      alert: { key: 'api', title: 'API is down on pay-eu-3', priority: 'P0', system: 'api', ...status },
    });
    const event = stage.hub.takeEvents().at(-1)!;
    await stage.sweep({ event: event.name, payload: event.payload, command: 'intake' });
    await stage.sweep({ event: event.name, payload: event.payload });
  };

  test('that comes and goes is told once, and over once it has stayed away', { tags: 'slow' }, async () => {
    const stage = await stageOf({ policy: ALERTS });
    await fire(stage, true);
    for (let i = 0; i < 6; i++) {
      stage.hub.clock.advance(5 * MINUTE);
      await fire(stage, i % 2 === 1);
    }
    stage.hub.clock.advance(MINUTE);
    await fire(stage, false);
    expect(await updates(stage)).toEqual([['investigating', 'We are looking into a problem with API.']]);
    await stage.pass(HOUR);
    expect((await updates(stage)).map(([stage]) => stage)).toEqual(['investigating', 'resolved']);
  });
});
