import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedInTurn } from '../../src/notify/answers/turn.ts';
import { createPager } from '../../src/notify/send.ts';
import { failuresOf, isRed } from '../../src/run/report.ts';
import { SECRETS } from '../notify/samples.ts';
import { createServices } from '../support/services/services.ts';
import { MINUTE, stageOf } from '../support/stage.ts';
import { isAcknowledged, acknowledge, paged, policyOf } from './answers-story.ts';

/* What goes wrong with answers in the services that carry them. */

const hmac = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('hex');

describe('a message that somebody has deleted', () => {
  test('deafens all others', async () => {
    const { stage, services } = await paged('slack');
    stage.hub.as('bob').openIssue({ title: 'Mail is down', labels: ['incident', 'P0'] });
    await stage.sweep();
    (services.slack.messages as unknown[]).splice(0, 1); // somebody deletes the message of #1
    services.slack.react('UALICE1'); // and alice answers that of #2
    stage.hub.clock.advance(MINUTE);
    const report = await stage.sweep();
    expect.soft(failuresOf(report)).toEqual([]);
    expect(isAcknowledged(stage, 2)).toBe(true);
  });
});

describe('a service that is silent about one incident', () => {
  test('others are heard', async () => {
    const holder: { stage?: Awaited<ReturnType<typeof stageOf>> } = {};
    const services = createServices({ now: () => holder.stage?.hub.clock.now() ?? 0 });
    const pager = createPager({
      fetch: (address, { method, headers, body = '' }) => {
        const url = new URL(address);
        const service = [services.pagerduty.events, services.pagerduty.rest].find(
          ({ origin }) => origin === url.origin,
        )!;
        if (url.searchParams.get('incident_key')?.endsWith('#1'))
          return Promise.reject(new DOMException('', 'TimeoutError'));
        const { status, body: said } = service.answer({ method, url, headers, body });
        return Promise.resolve(new Response(typeof said === 'string' ? said : JSON.stringify(said), { status }));
      },
      mail: () => Promise.reject(new Error()),
      sleep: () => Promise.resolve(),
      env: SECRETS,
      sign: hmac,
    });
    const stage = await stageOf({ policy: policyOf('pagerduty'), pager });
    holder.stage = stage;
    stage.hub.as('bob').openIssue({ title: 'a', labels: ['incident', 'P0'] });
    stage.hub.as('bob').openIssue({ title: 'b', labels: ['incident', 'P0'] });
    await stage.sweep();
    stage.hub.clock.advance(MINUTE);
    services.pagerduty.act('PALICE1', 'acknowledge', 'acme/shop#2');
    await stage.sweep();
    expect(isAcknowledged(stage, 2)).toBe(true);
  });
});

describe('more pages than a service lets be asked about', () => {
  test('have their turn one after the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 20 }), fc.nat(), (count, most, start) => {
        const all = Array.from({ length: count }, (_, i) => i);
        const looks = Array.from({ length: Math.ceil(count / most) || 1 }, (_, i) =>
          askedInTurn(all, most, start + i * 20_000),
        );
        for (const some of looks) expect(some.length).toBeLessThanOrEqual(most);
        expect(new Set(looks.flat()).size).toBe(count);
      }),
    );
  });
});

describe('an outage of sixty, of which ten have a button', () => {
  test('one of the ten is heard', { tags: 'slow' }, async () => {
    const holder: { stage?: Awaited<ReturnType<typeof stageOf>> } = {};
    const services = createServices({ now: () => holder.stage?.hub.clock.now() ?? 0 });
    const stage = await stageOf({ policy: policyOf('telegram', 'most-new: 500\n'), pager: services.pager });
    holder.stage = stage;
    for (let i = 0; i < 60; i++) stage.hub.as('bob').openIssue({ title: `Down ${i}`, labels: ['incident', 'P0'] });
    await stage.sweep();
    await stage.sweep();
    stage.hub.clock.advance(MINUTE);
    const codes = services.telegram.sent.flatMap((it) => it.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? []);
    for (const code of codes) services.telegram.press(111, code);
    await stage.sweep();
    const numbers = codes.map((it) => Number(it.split(' ')[1]));
    expect(numbers.filter((n) => !isAcknowledged(stage, n))).toEqual([]);
  });
});

describe('a server whose clock is behind', () => {
  test('by five minutes', async () => {
    const holder: { stage?: Awaited<ReturnType<typeof stageOf>> } = {};
    const services = createServices({ now: () => (holder.stage?.hub.clock.now() ?? 0) - 5 * MINUTE });
    const stage = await stageOf({ policy: policyOf('ntfy'), pager: services.pager });
    holder.stage = stage;
    stage.hub.as('bob').openIssue({ title: 'Checkout is down', labels: ['incident', 'P0'] });
    await stage.sweep();
    stage.hub.clock.advance(2 * MINUTE);
    acknowledge(services, 'ntfy', 'alice');
    await stage.sweep();
    stage.hub.clock.advance(20 * MINUTE);
    await stage.sweep();
    expect(isAcknowledged(stage)).toBe(true);
  });
});

describe('a flood in the topic of answers', () => {
  test('does not hide an answer nor make every run red', async () => {
    const { stage, services } = await paged('ntfy');
    for (let i = 0; i < 600; i++) services.ntfy.publish('answers-of-swordfish', 'x'.repeat(4000));
    acknowledge(services, 'ntfy', 'alice');
    const report = await stage.sweep();
    expect.soft(isRed(report)).toBe(false);
    expect(isAcknowledged(stage)).toBe(true);
  });
});
