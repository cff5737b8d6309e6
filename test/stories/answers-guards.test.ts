import { describe, expect, test } from 'vitest';
import { failuresOf, isRed } from '../../src/run/report.ts';
import { expectNoSecret } from '../notify/pager.ts';
import { SECRETS } from '../notify/samples.ts';
import { asks, card, DAY, HOUR, MINUTE, POLICY, whole } from '../support/stage.ts';
import { acknowledge, NOTIFIERS, paged, policyOf } from './answers-story.ts';

/* What counts as an answer, and what does not; what is lost when a service, GitHub or the run fails. */

const isAcknowledged = (stage: Awaited<ReturnType<typeof paged>>['stage'], number = 1): boolean =>
  card(stage.hub.issue(number)).includes('**Acknowledged**');

describe('whose answer', () => {
  test('of somebody who may not acknowledge here is told, and stops nothing', async () => {
    const { stage, services } = await paged('pagerduty');
    acknowledge(services, 'pagerduty', 'nora');
    await stage.sweep();
    expect(asks(stage.hub.issue(1)).at(-1)).toBe(
      '**🔴 `nora` has acknowledged in `pager`, 09:02 UTC, and may not acknowledge here.**\nThe escalation goes on; a page that is out is not repeated for now.',
    );
    stage.hub.clock.advance(15 * MINUTE);
    await stage.sweep();
    expect(asks(stage.hub.issue(1)).at(-1)).toMatch(/^@grace \*\*🔴 P0 not acknowledged/);
  });

  test('of somebody with the right of the command alone counts', async () => {
    const rights = 'commands: { ack: [read, triage, write, maintain, admin] }\n';
    const { stage, services } = await paged('pagerduty', { policy: policyOf('pagerduty', rights) });
    acknowledge(services, 'pagerduty', 'nora');
    await stage.sweep();
    expect(card(stage.hub.issue(1))).toContain('by `nora`, in the pager');
  });

  test('after somebody unknown counts as soon as it comes', async () => {
    const { stage, services } = await paged('pagerduty');
    acknowledge(services, 'pagerduty', 'eve');
    await stage.sweep();
    stage.hub.clock.advance(MINUTE);
    acknowledge(services, 'pagerduty', 'alice');
    await stage.sweep();
    expect(card(stage.hub.issue(1))).toContain('09:03 by `alice`, in the pager');
    expect(asks(stage.hub.issue(1)).map((it) => it.split('\n', 1)[0])).toEqual([
      expect.stringContaining('@alice @bob'),
      expect.stringContaining('Somebody has acknowledged'),
      expect.stringContaining('`alice` has acknowledged'),
    ]);
  });

  test('resolved in PagerDuty is acknowledged here', async () => {
    const { stage, services } = await paged('pagerduty');
    services.pagerduty.act('PALICE1', 'resolve');
    await stage.sweep();
    expect(isAcknowledged(stage)).toBe(true);
    expect(stage.hub.issue(1).state).toBe('OPEN');
  });

  test('given back in PagerDuty before it was noticed is none', async () => {
    const { stage, services } = await paged('pagerduty');
    acknowledge(services, 'pagerduty', 'alice');
    stage.hub.clock.advance(MINUTE);
    services.pagerduty.act('PALICE1', 'unacknowledge');
    await stage.sweep();
    expect(isAcknowledged(stage)).toBe(false);
  });

  test('Tocsin’s own word to PagerDuty is no answer of anybody', async () => {
    const { stage, services } = await paged('pagerduty');
    stage.hub.as('bob').comment(1, '/ack');
    await stage.sweep();
    expect(services.pagerduty.incidents[0]!.status).toBe('acknowledged');
    expect(services.pagerduty.incidents[0]!.log.at(-1)!.agent.type).toBe('service_reference');
    stage.hub.as('bob').comment(1, '/level 2');
    await stage.sweep();
    await stage.sweep();
    expect(asks(stage.hub.issue(1)).some((it) => it.includes('in `pager`'))).toBe(false);
  });

  test('another reaction in Slack says nothing', async () => {
    const { stage, services } = await paged('slack');
    services.slack.react('UALICE1', 'eyes');
    services.slack.react('UALICE1', 'tada');
    await stage.sweep();
    expect(isAcknowledged(stage)).toBe(false);
    services.slack.react('UALICE1', 'heavy_check_mark');
    await stage.sweep();
    expect(isAcknowledged(stage)).toBe(true);
  });

  test('one of several who react counts, and only one is told of', async () => {
    const { stage, services } = await paged('slack');
    for (const user of ['UEVE001', 'UNORA01', 'UALICE1']) services.slack.react(user);
    await stage.sweep();
    expect(card(stage.hub.issue(1))).toContain('by `alice`');
    expect(asks(stage.hub.issue(1))).toHaveLength(2);
  });
});

describe('what is forged, or old', () => {
  const MAC = '0'.repeat(32);
  test.each(['ack 1', '/ack', `ack 1 1762074000 ${MAC}`, `ack 1 1762074000 `, '{"ack":1}', 'x'.repeat(5_000)])(
    'in ntfy: %s',
    async (text) => {
      const { stage, services } = await paged('ntfy');
      services.ntfy.publish('answers-of-swordfish', text);
      await stage.sweep();
      expect(asks(stage.hub.issue(1))).toHaveLength(1);
      expect(isAcknowledged(stage)).toBe(false);
    },
  );

  test('a button of one incident acknowledges no other', async () => {
    const { stage, services } = await paged('ntfy');
    stage.hub.as('bob').openIssue({ title: 'Mail is down', labels: ['incident', 'P0'] });
    await stage.sweep();
    const { body = '' } = services.ntfy.button('swordfish');
    expect(body).toMatch(/^ack 2 /);
    services.ntfy.publish('answers-of-swordfish', body.replace('ack 2', 'ack 1'));
    await stage.sweep();
    expect([isAcknowledged(stage, 1), isAcknowledged(stage, 2)]).toEqual([false, false]);
  });

  test('what an app sends to the Telegram bot without a button is taken for none, and forgotten', async () => {
    const { stage, services } = await paged('telegram');
    services.telegram.press(111, `ack 1 1762074000 ${MAC}`);
    services.telegram.press(111, '/ack');
    await stage.sweep();
    expect(isAcknowledged(stage)).toBe(false);
    expect(services.telegram.updates).toEqual([]);
  });

  test('the button of a page from before the next level of support has it counts for nothing there', async () => {
    const policy = policyOf('ntfy').replace('fallback: grace', '  level-2: [grace]\nfallback: grace');
    const { stage, services } = await paged('ntfy', { policy });
    stage.hub.as('bob').comment(1, '/ack');
    await stage.sweep();
    stage.hub.clock.advance(HOUR);
    stage.hub.as('bob').comment(1, '/level 2');
    await stage.sweep();
    expect(asks(stage.hub.issue(1)).at(-1)).toMatch(/^@grace /);
    stage.hub.clock.advance(MINUTE);
    services.ntfy.publish('answers-of-swordfish', services.ntfy.button('swordfish', 0).body ?? '');
    await stage.sweep();
    expect(isAcknowledged(stage)).toBe(false);
    acknowledge(services, 'ntfy', 'alice');
    await stage.sweep();
    expect(card(stage.hub.issue(1))).toContain('**Acknowledged**: 10:03 by `alice`, in the pager');
  });
});

describe('what a button shows', () => {
  test('is no secret but the address of the answers, and no login', async () => {
    const { services } = await paged('ntfy');
    const button = JSON.stringify(services.ntfy.button('swordfish'));
    expect(button).toContain('https://ntfy.example.com/answers-of-swordfish');
    for (const secret of [SECRETS.NTFY_TOKEN, SECRETS.NTFY_URL]) expect(button).not.toContain(secret);
    expect(button).not.toMatch(/Authorization|Bearer|headers/);
  });

  test('nothing where nobody asks for answers', async () => {
    const policy = policyOf('telegram').replace(', answers: true', '');
    const { services } = await paged('telegram', { policy });
    expect(services.telegram.sent[0]!.reply_markup).toBeUndefined();
    expect(services.requests.filter((it) => it.includes('getUpdates'))).toEqual([]);
  });
});

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
  test('other pagers hear that it was acknowledged in one, and that one does not', async () => {
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

  test('nobody asks any more once it is acknowledged, nor of what has no page out', async () => {
    const { stage, services } = await paged('pagerduty');
    stage.hub.as('alice').comment(1, '/ack');
    await stage.sweep();
    services.pagerduty.asked.splice(0);
    stage.hub.as('bob').openIssue({ title: 'Slow', labels: ['incident', 'P3'] });
    stage.hub.clock.advance(MINUTE);
    await stage.sweep();
    expect(services.pagerduty.asked).toEqual([]);
  });

  test('of very many pages fifty are asked about at a time', async () => {
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
  test('the post-mortem, among what happened', async () => {
    const { stage, services } = await paged('pagerduty');
    acknowledge(services, 'pagerduty', 'alice');
    stage.hub.clock.advance(5 * MINUTE);
    await stage.sweep();
    stage.hub.as('alice').comment(1, '/resolve restarted');
    await stage.sweep();
    const postMortem = stage.hub.issues().at(-1)!;
    expect(whole(postMortem)).toMatch(/\| 09:02 +\| `alice` +\| acknowledged in `pager` \(\[↗\]/);
  });

  test('the head of the card, where somebody unknown is trusted', async () => {
    const policy = policyOf('pagerduty', '', '').replace('API_KEY }', 'API_KEY, trust: true }');
    const { stage, services } = await paged('pagerduty', { policy });
    acknowledge(services, 'pagerduty', 'eve');
    await stage.sweep();
    expect(card(stage.hub.issue(1)).split('\n')[0]).toBe('## 🔴 P0 Critical · acknowledged');
  });
});
