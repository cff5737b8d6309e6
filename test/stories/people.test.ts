import { describe, expect, test } from 'vitest';
import { clockRow, row } from '../support/card.ts';
import { card, HOUR, MINUTE, notices, stageOf, told, whole } from '../support/stage.ts';
import { report } from '../support/report.ts';
import { TEAM } from '../support/team.ts';
import { opened, POLICY } from './people-story.ts';

describe('the incident manager', () => {
  test('of a P0 is the one on call, contacted at once, assigned and named on the card', async () => {
    const { issue } = await opened();
    expect(notices(issue())[0]).toContain('@ian **P0: you are the incident manager.**');
    expect(issue().assignees).toEqual(['ian']);
    expect(row(card(issue()), 'Manager')).toBe('`ian`');
  });

  test(
    'is contacted also when somebody has acknowledged already, and stays the same after the hand-off',
    { tags: 'slow' },
    async () => {
      const stage = await stageOf({ policy: POLICY, people: TEAM });
      stage.hub.as('rita').openIssue({ title: 'Slow', body: report(), labels: ['incident', 'P2'] });
      await stage.react();
      stage.hub.as('alice').comment(1, '/ack');
      stage.hub.as('alice').comment(1, '/priority P1 it spreads');
      await stage.react();
      expect(notices(stage.hub.issue(1)).at(-1)).toContain('@ian **🟠 P1: you are the incident manager.**');
      stage.hub.clock.advance(8 * 24 * HOUR);
      await stage.sweep();
      expect(row(card(stage.hub.issue(1)), 'Manager')).toBe('`ian`');
      expect(
        notices(stage.hub.issue(1))
          .join()
          .match(/you are the incident manager/g),
      ).toHaveLength(1);
    },
  );

  test('hands over by command; who takes over is told', async () => {
    const { issue, say, last } = await opened();
    await say('ian', '/role incident-manager @mona');
    expect(last()).toContain('@mona **🔴 P0: you are `incident-manager` now.**');
    expect(row(card(issue()), 'Manager')).toBe('`mona`');
    await say('ian', '/role nobody-knows @mona');
    expect(last()).toContain('`/role` needs a role of the policy and a login');
  });

  test('is not looked for on a P2, nor where the policy has no such role', async () => {
    const stage = await stageOf({ policy: POLICY, people: TEAM });
    stage.hub.as('rita').openIssue({ title: 'Slow', body: report(), labels: ['incident', 'P2'] });
    await stage.react();
    expect(notices(stage.hub.issue(1)).join()).not.toContain('incident manager');
  });
});

describe('commands about people and the record', () => {
  test('/assign assigns and takes on; /unassigned by hand stays so', async () => {
    const { stage, issue, say } = await opened();
    await say('bob', '/assign @alice bob');
    expect(issue().assignees).toEqual(expect.arrayContaining(['ian', 'alice', 'bob']));
    expect(row(card(issue()), 'Acknowledged')).toBe('09:00 by `alice`, by assignment');
    stage.hub.as('grace').unassign(1, 'alice');
    await stage.sweep();
    expect(issue().assignees).not.toContain('alice');
  });

  test('/escalate calls those of the next step at once, with the reason as text', async () => {
    const { say, last, issue } = await opened();
    await say('alice', '/escalate the database is gone @everybody');
    expect(last()).toContain('@grace **🔴 P0: `alice` needs you on this incident.**');
    expect(last()).toContain('Why: `the database is gone @everybody`');
    expect(told(issue()).flat()).not.toContain('everybody');
  });

  test('/silence keeps steps back, and they follow when it ends', { tags: 'slow' }, async () => {
    const { stage, issue, say } = await opened();
    await say('bob', '/silence 1h we are all in the room');
    expect(card(issue())).toContain('somebody asked for silence');
    const before = notices(issue()).length;
    await stage.pass(45 * MINUTE);
    expect(notices(issue())).toHaveLength(before);
    await stage.pass(30 * MINUTE);
    expect(told(issue()).at(-1)).toEqual(['grace']);
    await say('bob', '/silence forever');
    expect(notices(issue()).at(-1)).toContain('needs a time of at most a day and a reason');
  });

  test('/pause and /resume stop and start clocks at the time of the comment', { tags: 'slow' }, async () => {
    const { stage, issue, say } = await opened('pauses: { waiting-for-customer: [resolve] }\n');
    stage.hub.clock.advance(HOUR);
    stage.hub.as('alice').comment(1, '/pause waiting-for-customer they test');
    // The run comes late: what counts is when it was said.
    stage.hub.clock.advance(HOUR);
    await stage.sweep();
    expect(issue().labels).toContain('waiting-for-customer');
    expect(clockRow(card(issue()), 'Resolve')).toBe('⏸️ after the pause (within 4 h) · paused');
    stage.hub.clock.advance(HOUR);
    await say('alice', '/resume');
    expect(issue().labels).not.toContain('waiting-for-customer');
    expect(clockRow(card(issue()), 'Resolve')).toBe('⏳ 15:00 (within 4 h)');
    await say('alice', '/resume');
    expect(notices(issue()).at(-1)).toContain('no clock is paused');
  });

  test('/link, /note and /timeline go on record, and into the post-mortem', { tags: 'slow' }, async () => {
    const { stage, issue, say } = await opened();
    stage.hub.clock.advance(HOUR);
    await say(
      'alice',
      '/link https://graphs.example/shop?x=1\n/note the graph tells\n/timeline 09:20 the first customer called',
    );
    expect(card(issue())).toContain('`https://graphs.example/shop?x=1` (`alice`)');
    await say('alice', '/link javascript:alert(1)');
    expect(notices(issue()).at(-1)).toContain('`/link` needs an address');
    await say('alice', '/timeline 23:59');
    expect(notices(issue()).at(-1)).toContain('`/timeline` needs a time of the past and a text');
    await say('alice', '/resolve done');
    const body = whole(stage.hub.issues().at(-1)!);
    expect(body).toContain('an hour alone is of Mon 2 Nov 2026.');
    expect(body).toContain('- **09:20** `alice` `the first customer called` (');
    expect(body).toContain('https://graphs.example/shop?x=1');
  });

  test('/duplicate closes as a duplicate of an incident that there is', async () => {
    const { stage, hub, say, last } = await opened();
    hub.as('nora').openIssue({ title: 'Cannot pay', body: report(), labels: ['incident'] });
    await stage.react();
    await say('bob', '/duplicate #99');
    expect(last()).toContain('#99 is not an incident');
    hub.as('bob').comment(2, '/duplicate #1');
    await stage.react();
    expect(hub.issue(2)).toMatchObject({ state: 'CLOSED', stateReason: 'DUPLICATE' });
    expect(card(hub.issue(2))).toContain('dismissed');
  });

  test('/help names all of them and who may use which; others are refused in a line', async () => {
    const { say, last, issue } = await opened('commands: { silence: [maintain, admin] }\n');
    await say('bob', '/help');
    expect(last()).toContain('@bob **Commands**');
    expect(last()).toContain('`/ack`');
    expect(last()).toContain('`/silence` takes maintain, admin.');
    await say('bob', '/silence 1h calm\n/note but this is for all');
    expect(last()).toContain(
      '`/silence` was rejected: it takes one of these roles in the repository: maintain, admin.',
    );
    expect(card(issue())).not.toContain('silence');
    expect(issue().comments.at(-2)?.reactions ?? []).toBeDefined();
    await say('grace', '/silence 1h calm');
    expect(card(issue())).toContain('somebody asked for silence');
  });
});

test('in French', { tags: 'slow' }, async () => {
  const { stage, say, issue, last } = await opened('inform: customer-support\n', { language: 'fr' });
  expect(notices(issue())[0]).toContain('vous gérez cet incident');
  await say('alice', '/escalate plus de bras');
  expect(last()).toContain('`alice` a besoin de vous sur cet incident');
  await say('alice', '/help');
  expect(last()).toContain('**Commandes**');
  stage.hub.clock.advance(HOUR);
  await say('alice', '/resolve fini');
  expect(notices(issue()).at(-2)).toMatch(/^@wes \*\*P0 résolu à 10\sh UTC par `alice`\.\*\*\n.*\nfini$/m);
  expect(last()).toContain('@rita **Votre signalement est résolu.**');
});

test('in French, a silence that ends on another day', async () => {
  const { say, issue } = await opened('', { language: 'fr' });
  await say('bob', '/silence 20h nous sommes tous dessus');
  expect(row(card(issue()), 'Notifications suspendues')).toMatch(/^jusqu’à mardi à 5\sh UTC\u00a0: silence demandé/);
});
