import { describe, expect, test } from 'vitest';
import { failuresOf, isRed } from '../../src/run/report.ts';
import { expectNoSecret } from '../notify/pager.ts';
import { SECRETS } from '../notify/samples.ts';
import { asks, card, DAY, HOUR, MINUTE, POLICY, whole } from '../support/stage.ts';
import { acknowledge, isAcknowledged, NOTIFIERS, paged, policyOf } from './answers-story.ts';

/* What is lost when a service, GitHub or the run fails: nothing; and how a page goes on. */

describe('when something fails', () => {
  test('a key that PagerDuty refuses makes the run red, in words without the key; the escalation goes on', async () => {
    const { stage, services } = await paged('pagerduty', {
      env: { ...SECRETS, PAGERDUTY_API_KEY: 'u+someOtherKey12' },
    });
    acknowledge(services, 'pagerduty', 'alice');
    stage.hub.clock.advance(15 * MINUTE);
    const report = await stage.sweep();
    expect(failuresOf(report).map(({ message }) => message)).toEqual([
      'Who has answered in `pager` is not known: the answer was status 401, “Unauthorized”.',
    ]);
    expectNoSecret(failuresOf(report));
    expect(asks(stage.hub.issue(1)).at(-1)).toMatch(/^@grace \*\*🔴 P0 not acknowledged/);
  });

  test.each([
    [{ PAGERDUTY_API_KEY: '' }, 'the environment variable PAGERDUTY_API_KEY is not set'],
    [
      { PAGERDUTY_API_KEY: 'two words' },
      'the environment variable PAGERDUTY_API_KEY does not hold a read-only key of the REST API, with which is asked who has acknowledged',
    ],
  ])('a page goes out without the key, and the run says what is missing: %j', async (changes, why) => {
    const { stage, services } = await paged('pagerduty', { env: { ...SECRETS, ...changes } });
    expect(services.pagerduty.incidents).toHaveLength(1);
    const report = await stage.sweep();
    expect(failuresOf(report).map(({ message }) => message)).toEqual([
      `Who has answered in \`pager\` is not known: ${why}.`,
    ]);
  });

  test.each([
    [503, { error: { message: 'try later' } }, 'the answer was status 503, “try later”'],
    [200, { incidents: 'none' }, 'the answer was not as PagerDuty answers'],
    [200, { incidents: [{ id: '../users', status: 'acknowledged' }] }, 'the answer was not as PagerDuty answers'],
  ])('what may pass is said, and makes nothing red: %i %j', async (status, body, why) => {
    const { stage, services } = await paged('pagerduty');
    services.pagerduty.refusal = { status, body };
    const report = await stage.sweep();
    expect(isRed(report)).toBe(false);
    expect(report.advice).toEqual([`Who has answered in \`pager\` is not known: ${why}.`]);
    services.pagerduty.refusal = null;
    acknowledge(services, 'pagerduty', 'alice');
    await stage.sweep();
    expect(isAcknowledged(stage)).toBe(true);
  });

  test('Telegram’s word that somebody else is asking is asked over', async () => {
    const { stage, services } = await paged('telegram');
    acknowledge(services, 'telegram', 'alice');
    services.telegram.conflicts = 1;
    const report = await stage.sweep();
    expect([isRed(report), isAcknowledged(stage)]).toEqual([false, true]);
  });

  test('an answer in Telegram is forgotten there only when it is on record', async () => {
    const { stage, services } = await paged('telegram');
    acknowledge(services, 'telegram', 'alice');
    stage.hub.faults.add({
      when: { matches: ({ kind }) => kind === 'mutation' },
      how: { status: 502, handled: false },
      freeze: true,
    });
    await stage.sweep().catch(() => null);
    expect(services.telegram.updates).toHaveLength(1);
    stage.hub.thaw();
    await stage.sweep();
    expect(isAcknowledged(stage)).toBe(true);
    expect(services.telegram.updates).toEqual([]);
    expect(services.telegram.answered).toHaveLength(1);
  });

  test('an issue that takes no comment has it on its card', async () => {
    const { stage, services } = await paged('pagerduty');
    stage.hub.as('grace').lock(1);
    acknowledge(services, 'pagerduty', 'alice');
    await stage.sweep();
    expect(isAcknowledged(stage)).toBe(true);
    services.pagerduty.refusal = { status: 503, body: '' };
    stage.hub.clock.advance(HOUR);
    await stage.sweep();
    expect(isAcknowledged(stage)).toBe(true);
  });

  test('the answer stays though its comment is deleted, and the pager has forgotten it', async () => {
    const { stage, services } = await paged('ntfy');
    acknowledge(services, 'ntfy', 'alice');
    await stage.sweep();
    const comment = stage.hub.issue(1).comments.find(({ body }) => body.includes('has acknowledged in'))!;
    stage.hub.as('grace').deleteComment(comment.databaseId);
    services.ntfy.messages.splice(0);
    stage.hub.clock.advance(DAY);
    await stage.sweep();
    expect(card(stage.hub.issue(1))).toContain('by `alice`, in the pager');
  });
});

describe('and back', () => {
  test('other pagers hear that it was acknowledged in one, and that one does not', { tags: 'slow' }, async () => {
    const policy = `${POLICY}notifiers:\n  pager: { type: pagerduty, key: PAGERDUTY_KEY, answers: PAGERDUTY_API_KEY }\n  phone: ${NOTIFIERS.ntfy.replace('pager: ', '').replace(' }', ', also: true }')}\npeople:\n  alice: { ntfy: phone, pagerduty: PALICE1 }\n`;
    const { stage, services } = await paged('ntfy', { policy });
    acknowledge(services, 'ntfy', 'alice');
    await stage.sweep();
    expect(services.pagerduty.incidents[0]!.status).toBe('acknowledged');
    const log = services.pagerduty.incidents[0]!.log.length;
    stage.hub.as('alice').comment(1, '/resolve restarted');
    await stage.sweep();
    expect(services.pagerduty.incidents[0]!.status).toBe('resolved');
    expect(services.pagerduty.incidents[0]!.log.length).toBe(log + 1);
  });

  test('nobody asks any more once it is acknowledged, nor of what has no page out', { tags: 'slow' }, async () => {
    const { stage, services } = await paged('pagerduty');
    stage.hub.as('alice').comment(1, '/ack');
    await stage.sweep();
    services.pagerduty.asked.splice(0);
    stage.hub.as('bob').openIssue({ title: 'Slow', labels: ['incident', 'P3'] });
    stage.hub.clock.advance(MINUTE);
    await stage.sweep();
    expect(services.pagerduty.asked).toEqual([]);
  });

  test('of very many pages fifty are asked about at a time', { tags: 'slow' }, async () => {
    const { stage, services } = await paged('pagerduty', { policy: policyOf('pagerduty', 'most-new: 500\n') });
    for (let i = 0; i < 70; i++) stage.hub.as('bob').openIssue({ title: `Down ${i}`, labels: ['incident', 'P0'] });
    await stage.sweep();
    await stage.sweep();
    const asked = [];
    for (let i = 0; i < 2; i++) {
      services.pagerduty.asked.splice(0);
      stage.hub.clock.advance(20_000);
      await stage.sweep();
      asked.push(services.pagerduty.asked.length);
    }
    expect(asked.sort()).toEqual([21, 50]);
  });
});

describe('what else tells of it', () => {
  test('the post-mortem, among what happened', { tags: 'slow' }, async () => {
    const { stage, services } = await paged('pagerduty');
    acknowledge(services, 'pagerduty', 'alice');
    stage.hub.clock.advance(5 * MINUTE);
    await stage.sweep();
    stage.hub.as('alice').comment(1, '/resolve restarted');
    await stage.sweep();
    const postMortem = stage.hub.issues().at(-1)!;
    expect(whole(postMortem)).toMatch(/^- \*\*09:02\*\* `alice` acknowledged in `pager` \(\[↗\]/m);
  });

  test('the head of the card, where somebody unknown is trusted', async () => {
    const policy = policyOf('pagerduty', '', '').replace('API_KEY }', 'API_KEY, trust: true }');
    const { stage, services } = await paged('pagerduty', { policy });
    acknowledge(services, 'pagerduty', 'eve');
    await stage.sweep();
    expect(card(stage.hub.issue(1)).split('\n')[0]).toBe('## 🔴 P0 Critical · acknowledged');
  });
});
