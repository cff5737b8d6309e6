import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { recorder } from '../support/pager.ts';
import { DAY, HOUR, MINUTE, stageOf } from '../support/stage.ts';
import { PAGE_POLICY, say } from './status-page-story.ts';

/* What customers are told goes through the notifiers that are for them as well, once each, and nothing else ever does. */

const POLICY = `${PAGE_POLICY}
notifiers:
  pager: { type: pagerduty, key: PAGERDUTY_KEY }
  customers: { type: slack, url: CUSTOMER_SLACK }
  list: { type: mail, url: SMTP_URL, from: MAIL_FROM, to: MAIL_TO }
inform-public: [customers, list]
`;

type Recorder = ReturnType<typeof recorder>;
const outside = ({ pages }: Recorder): readonly string[] =>
  pages
    .filter(({ action }) => action === 'announce')
    .flatMap(({ title, summary, takers }) => takers.map((to) => `${to}: ${title}: ${summary}`));

async function begun(pager: Recorder): Promise<Stage> {
  const stage = await stageOf({ policy: POLICY, pager: pager.pager });
  stage.hub.as('alice').openIssue({ title: 'Orders hang on pay-eu-3', labels: ['incident'] });
  stage.hub.as('bob').label(1, 'P0', 'checkout');
  await stage.react();
  return stage;
}

describe('a public update', () => {
  test(
    'goes to each notifier for customers once, with what stands on the page and nothing else',
    { tags: 'slow' },
    async () => {
      const pager = recorder();
      const stage = await begun(pager);
      await say(stage, 'alice', '/ack\n/update identified: a release is at fault');
      await say(stage, 'alice', '/correct A setting is at fault.');
      await stage.pass(HOUR);
      expect(outside(pager)).toEqual([
        'customers: Investigating · Checkout: outage: We are looking into a problem with Checkout.',
        'list: Investigating · Checkout: outage: We are looking into a problem with Checkout.',
        'customers: Identified · Checkout: outage: A release is at fault',
        'list: Identified · Checkout: outage: A release is at fault',
        'customers: Identified · Checkout: outage: Correction: A setting is at fault.',
        'list: Identified · Checkout: outage: Correction: A setting is at fault.',
      ]);
      const said = JSON.stringify(pager.pages.filter(({ action }) => action === 'announce'));
      for (const word of ['pay-eu-3', 'alice', 'acme', '/issues/', 'P0']) expect(said).not.toContain(word);
      expect(said).toMatch(/https:\/\/status\.example\.com\/incidents\/[a-z0-9]{12}\.html/);
      expect(pager.pages.find(({ summary }) => summary.startsWith('A release'))?.until?.value).toBe('by 09:31 UTC');
      // Nobody outside is woken, and whoever is on call hears nothing of it.
      expect(pager.pages.filter(({ takers }) => takers.includes('pager')).map(({ action }) => action)).not.toContain(
        'announce',
      );
      const others = pager.pages.filter(({ action }) => action !== 'announce');
      expect(others.flatMap(({ takers }) => takers).filter((it) => it !== 'pager')).toEqual([]);
    },
  );

  test('that does not go out is said again by the next run, before what came after it, and makes runs red', async () => {
    const state = { broken: true };
    const pager = recorder((_, notifier) => state.broken && notifier === 'customers');
    const stage = await begun(pager);
    await say(stage, 'alice', '/update Payments hang.');
    const report = await stage.sweep();
    expect(report.settled.flatMap(({ alarms }) => alarms).join()).toContain('customers: the connection was refused');
    expect(outside(pager).filter((it) => it.startsWith('customers'))).toEqual([]);
    state.broken = false;
    stage.hub.clock.advance(MINUTE);
    await stage.sweep();
    await stage.sweep();
    expect(outside(pager).filter((it) => it.startsWith('customers'))).toEqual([
      'customers: Investigating · Checkout: outage: We are looking into a problem with Checkout.',
      'customers: Investigating · Checkout: outage: Payments hang.',
    ]);
    expect(outside(pager).filter((it) => it.startsWith('list'))).toHaveLength(2);
  });

  test('is no news after a day', async () => {
    const pager = recorder((_, notifier) => notifier === 'customers');
    const stage = await begun(pager);
    stage.hub.clock.advance(DAY + HOUR);
    const tried = pager.pages.length;
    await stage.sweep();
    expect(pager.pages.slice(tried).filter(({ action }) => action === 'announce')).toEqual([]);
  });

  test('of what is taken off the page, or was never on it, goes nowhere', async () => {
    const pager = recorder();
    const stage = await stageOf({ policy: POLICY, pager: pager.pager });
    stage.hub.as('alice').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.react();
    await say(stage, 'alice', '/update It is down.\n/public off wrong issue');
    await say(stage, 'alice', '/affects api');
    expect(outside(pager)).toEqual([]);
  });
});
