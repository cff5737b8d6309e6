import { describe, expect, test } from 'vitest';
import { isRed } from '../../src/run/report.ts';
import { createServices } from '../support/services/services.ts';
import { card, HOUR, MINUTE, stageOf } from '../support/stage.ts';
import { isAcknowledged, acknowledge, paged, policyOf } from './answers-story.ts';

/* What people do with answers in pagers at three in the morning. */

describe('two people who answer at the same instant', () => {
  test.each(['slack', 'telegram'] as const)(
    '%s: nora (no right) and grace (maintain, no responder)',
    { tags: 'slow' },
    async (where) => {
      const policy = policyOf(where).replace('  nora:', '  grace: { slack: UGRACE1, telegram: 444 }\n  nora:');
      const { stage, services } = await paged(where, { policy });
      acknowledge(services, where, 'nora');
      if (where === 'slack') services.slack.react('UGRACE1');
      else services.telegram.press(444);
      await stage.sweep();
      stage.hub.clock.advance(MINUTE);
      await stage.sweep();
      expect(card(stage.hub.issue(1))).toContain('by `grace`');
    },
  );
  test('pagerduty, same second', async () => {
    const policy = policyOf('pagerduty').replace('  nora:', '  grace: { pagerduty: PGRACE1 }\n  nora:');
    const { stage, services } = await paged('pagerduty', { policy });
    services.pagerduty.act('PNORA01', 'acknowledge');
    services.pagerduty.act('PGRACE1', 'acknowledge');
    await stage.sweep();
    expect(card(stage.hub.issue(1))).toContain('by `grace`');
  });
});

describe('an answer that no run came for, and a comment after it', () => {
  test('a mere comment does not take the place of an answer in PagerDuty', async () => {
    const { stage, services } = await paged('pagerduty');
    acknowledge(services, 'pagerduty', 'alice'); // 09:02
    stage.hub.clock.advance(18 * MINUTE);
    stage.hub.as('alice').comment(1, 'Looking at the logs.');
    await stage.react();
    await stage.sweep();
    expect(card(stage.hub.issue(1))).toContain('**Acknowledged**: 09:02 by `alice`');
  });
  test('an assignment neither', async () => {
    const { stage, services } = await paged('pagerduty');
    acknowledge(services, 'pagerduty', 'alice'); // 09:02
    stage.hub.clock.advance(18 * MINUTE);
    stage.hub.as('alice').assign(1, 'alice');
    await stage.react();
    await stage.sweep();
    expect(card(stage.hub.issue(1))).toContain('**Acknowledged**: 09:02 by `alice`');
  });
});

describe('reminders of a step that goes on after an acknowledgement', () => {
  const policy = (where: 'pagerduty' | 'telegram'): string =>
    policyOf(where).replace(
      '- { at: start, notify: responder }',
      '- { at: start, notify: responder, repeat: 30m, until: resolved }',
    );
  test.each(['command', 'pager'] as const)('page on by %s', { tags: 'slow' }, async (how) => {
    const { stage, services } = await paged('telegram', { policy: policy('telegram') });
    if (how === 'pager') acknowledge(services, 'telegram', 'alice');
    else stage.hub.as('alice').comment(1, '/ack');
    await stage.sweep();
    expect(isAcknowledged(stage)).toBe(true);
    const before = services.telegram.sent.length;
    await stage.pass(3 * HOUR);
    expect(services.telegram.sent.length - before).toBeGreaterThan(3);
  });
});

describe('somebody unknown', () => {
  test('does not silence the only thing that is left to wake anybody', { tags: 'slow' }, async () => {
    const policy = policyOf('slack', '', '').replace(
      /escalation-policies:[\s\S]*? {2}normal:/,
      'escalation-policies:\n  urgent:\n    - { at: start, notify: responder, repeat: 30m, until: acknowledged }\n  normal:',
    );
    const { stage, services } = await paged('slack', { policy });
    services.slack.react('UEVE001');
    await stage.sweep();
    const before = services.slack.messages.length;
    let red = false;
    for (let i = 0; i < 48; i++) {
      stage.hub.clock.advance(30 * MINUTE);
      red ||= isRed(await stage.sweep());
    }
    expect(services.slack.messages.length).toBeGreaterThan(before);
  });
});

describe('a run killed between the page and its record', () => {
  test.each(['telegram', 'ntfy'] as const)('%s: the button of the first message counts', async (where) => {
    const holder: { stage?: Awaited<ReturnType<typeof stageOf>> } = {};
    const services = createServices({ now: () => holder.stage?.hub.clock.now() ?? 0 });
    const stage = await stageOf({ policy: policyOf(where), pager: services.pager });
    holder.stage = stage;
    stage.hub.as('bob').openIssue({ title: 'Checkout is down', labels: ['incident', 'P0'] });
    stage.hub.faults.add({
      when: { matches: ({ kind }) => kind === 'mutation' },
      how: { status: 502, handled: false },
      freeze: true,
    });
    await stage.sweep().catch(() => null);
    const sent = where === 'telegram' ? services.telegram.sent.length : services.ntfy.messages.length;
    expect(sent).toBe(1);
    stage.hub.thaw();
    stage.hub.clock.advance(15 * MINUTE - 60_000);
    if (where === 'telegram')
      services.telegram.press(111, services.telegram.sent[0]!.reply_markup!.inline_keyboard[0]![0]!.callback_data);
    else services.ntfy.publish('answers-of-swordfish', services.ntfy.button('swordfish', 0).body ?? '');
    await stage.sweep();
    stage.hub.clock.advance(MINUTE);
    await stage.sweep();
    expect(isAcknowledged(stage)).toBe(true);
  });
});

describe('an old button, pressed after a reopening', () => {
  test('is forgotten', { tags: 'slow' }, async () => {
    const { stage, services } = await paged('telegram');
    acknowledge(services, 'telegram', 'alice');
    await stage.sweep();
    const code = services.telegram.sent[0]!.reply_markup!.inline_keyboard[0]![0]!.callback_data;
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').comment(1, '/resolve restarted');
    stage.hub.as('grace').close(1);
    await stage.sweep();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('grace').reopen(1);
    await stage.sweep();
    stage.hub.clock.advance(MINUTE);
    const open = (title: string): number => (
      stage.hub.as('bob').openIssue({ title, labels: ['incident', 'P0'] }),
      stage.hub.issues().at(-1)!.number
    );
    open('Mail is down');
    await stage.sweep();
    stage.hub.clock.advance(MINUTE);
    services.telegram.press(111, code);
    acknowledge(services, 'telegram', 'alice');
    await stage.sweep();
    await stage.sweep();
    // a fidgety group: the queue fills up to the hundred that are read
    for (let i = 0; i < 100; i++) services.telegram.press(666, code);
    const third = open('Search is down');
    await stage.sweep();
    stage.hub.clock.advance(MINUTE);
    acknowledge(services, 'telegram', 'alice');
    await stage.sweep();
    await stage.sweep();
    expect(services.telegram.updates).toEqual([]);
    expect(isAcknowledged(stage, third)).toBe(true);
  });
});
