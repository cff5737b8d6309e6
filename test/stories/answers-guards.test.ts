import { describe, expect, test } from 'vitest';
import { SECRETS } from '../notify/samples.ts';
import { asks, card, HOUR, MINUTE } from '../support/stage.ts';
import { acknowledge, isAcknowledged, paged, policyOf } from './answers-story.ts';

/* What counts as an answer, and what does not. */

describe('whose answer', () => {
  test('of somebody who may not acknowledge here is told, and stops nothing', async () => {
    const { stage, services } = await paged('pagerduty');
    acknowledge(services, 'pagerduty', 'nora');
    await stage.sweep();
    expect(asks(stage.hub.issue(1)).at(-1)).toBe(
      '**🔴 Nobody has it yet. Comment `/ack`.**\n`nora` answered in `pager`, 09:02 UTC, but may not acknowledge here.\nThe escalation goes on; a page that is out is not repeated for now.',
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
      expect.stringContaining('Was it you who answered'),
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

  test(
    'the button of a page from before the next level of support has it counts for nothing there',
    { tags: 'slow' },
    async () => {
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
    },
  );
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
