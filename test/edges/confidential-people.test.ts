import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { card, HOUR, mentioned, MINUTE, notices, visible, whole } from '../support/stage.ts';
import { report, SIX } from '../support/report.ts';
import { stageWith, CATEGORIES, SECRET, tell, idle } from './confidential-story.ts';

/* Ways in which something confidential could be repeated, or told to others than its own responders. */

const DAY = 24 * HOUR;
const spokenTo = (stage: Stage, n: number): string[] => [...new Set(notices(stage.hub.issue(n)).flatMap(mentioned))];

describe('only its own responders are told', () => {
  test('when nobody acknowledges it, though the fallback is a login', async () => {
    const stage = await stageWith(CATEGORIES.replaceAll('notify: management', 'notify: fallback'));
    stage.hub.as('rita').openIssue({ title: SECRET, body: report(), labels: ['incident', 'P0', 'security'] });
    await stage.react();
    await stage.pass(HOUR);
    expect(spokenTo(stage, 1).toSorted()).toEqual(['rita', 'sam']);
  });

  test('when it is reopened while somebody else is assigned', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: 'x', body: report(), labels: ['incident', 'P1'] });
    stage.hub.as('alice').assign(1, 'alice');
    stage.hub.as('sam').comment(1, '/category security');
    await stage.react();
    stage.hub.as('sam').comment(1, '/resolve done');
    await stage.react();
    stage.hub.clock.advance(HOUR);
    stage.hub.as('sam').unlabel(1, 'resolved');
    await stage.react();
    expect(spokenTo(stage, 1)).not.toContain('alice');
    expect(spokenTo(stage, 1)).toContain('sam');
  });

  test('and a comment of somebody else does not stop them from being told', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: SECRET, body: report(), labels: ['incident', 'P0', 'security'] });
    await stage.react();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').comment(1, 'Please do not discuss this here.');
    await stage.react();
    expect(card(stage.hub.issue(1))).toContain('· nobody has it yet\n');
  });

  test('who are not woken for an alert that goes away within its time', async () => {
    const stage = await stageWith(`${CATEGORIES}alerts: { hold: 5m }\n`);
    const alert = { key: 'login', title: 'Logins', category: 'security', priority: 'P0' };
    await tell(stage, { ...alert, at: '2026-11-02T09:00:00Z' });
    stage.hub.clock.advance(2 * MINUTE);
    await tell(stage, { ...alert, status: 'resolved', at: '2026-11-02T09:02:00Z' });
    await stage.pass(HOUR);
    expect(notices(stage.hub.issue(1))).toEqual([]);
  });
});

describe('recognised after its resolution', () => {
  const resolved = async (policy?: string): Promise<Stage> => {
    const stage = await stageWith(policy);
    stage.hub.as('rita').openIssue({ title: 'x', body: report({ ...SIX, scope: SECRET }), labels: ['incident', 'P0'] });
    await stage.react();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').comment(1, '/resolve rolled back');
    await stage.react();
    stage.hub.clock.advance(HOUR);
    stage.hub.as('alice').comment(1, '/category security');
    await stage.react();
    return stage;
  };

  test(
    'its responders are told that the post-mortem which was opened may hold its details, and the record there goes',
    { tags: 'slow' },
    async () => {
      const stage = await resolved();
      expect(whole(stage.hub.issue(2))).not.toContain(SECRET);
      expect(stage.hub.issue(2).comments.map(({ body }) => visible(body))).toEqual([
        'The incident is confidential, so nothing is followed up here.',
      ]);
      expect(notices(stage.hub.issue(1)).join()).toMatch(/@sam [^]*post-mortem #2/);
      await idle(stage);
    },
  );

  test('repeats nothing in its comments, and the sweeps that follow are idle', { tags: 'slow' }, async () => {
    const stage = await resolved();
    expect(
      stage.hub
        .issue(1)
        .comments.filter(({ author }) => author?.endsWith('[bot]'))
        .map(({ body }) => body)
        .join(),
    ).not.toContain(SECRET);
    await idle(stage);
  });
});

describe('its clocks', () => {
  test('no draft is asked for of a post-mortem that it does not get', { tags: 'slow' }, async () => {
    const policy = CATEGORIES.replace('  normal:', '    - { at: post-mortem due, notify: responder }\n  normal:');
    const stage = await stageWith(policy);
    stage.hub.as('rita').openIssue({ title: 'x', body: report(), labels: ['incident', 'P0', 'security'] });
    await stage.react();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('sam').comment(1, '/resolve done');
    await stage.react();
    await stage.pass(7 * DAY, 12 * HOUR);
    expect(notices(stage.hub.issue(1)).join()).not.toContain('Post-mortem');
    expect(card(stage.hub.issue(1))).not.toContain('Post-mortem');
  });
});
