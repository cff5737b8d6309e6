import { describe, expect, test } from 'vitest';
import type { Page } from '../../src/notify/message.ts';
import { QUIET_PAGER, type Stage } from '../../src/rehearsal/stage.ts';
import { card, MINUTE, notices, POLICY, stageOf } from '../support/stage.ts';

const RANKED = `${POLICY}
notifiers:
  pager: { type: pagerduty, key: PAGERDUTY_KEY, for: [P0] }
triage:
  - { if: { severity: critical }, priority: P0, apply: true }
`;
const RUNBOOK = 'https://runbooks.example/shop';
const LINK = `[${RUNBOOK}](${RUNBOOK})`;

/** An alert of a P0, filed on a stage that keeps the pages. */
async function alerted({ policy = RANKED, ...changes }: { policy?: string; runbook?: string | null; body?: string }) {
  const pages: Page[] = [];
  const stage = await stageOf({
    policy,
    pager: {
      ...QUIET_PAGER,
      sendFirst: (notifiers, page) => {
        pages.push(page);
        return QUIET_PAGER.sendFirst(notifiers, page);
      },
    },
  });
  await tell(stage, { key: 'shop', title: 'The shop is down', severity: 'critical', runbook: RUNBOOK, ...changes });
  return { stage, hub: stage.hub, pages };
}

async function tell(stage: Stage, alert: object): Promise<void> {
  stage.hub.as('watch').dispatch('tocsin-alert', { alert });
  const event = stage.hub.takeEvents().at(-1)!;
  await stage.sweep({ event: event.name, payload: event.payload, command: 'intake' });
  await stage.sweep({ event: event.name, payload: event.payload });
}

describe('the runbook of an alert', () => {
  test('stands in the comment, on the card and in the page', async () => {
    const { hub, pages } = await alerted({});
    expect(notices(hub.issue(1))[0]).toContain(`Runbook: ${LINK}`);
    expect(card(hub.issue(1))).toContain(`**Links**: ${LINK}`);
    expect(pages.map(({ runbook }) => runbook)).toEqual([RUNBOOK]);
  });

  test.each([
    ['fr', RANKED, `language: fr\n${RANKED}`],
    ['en', `language: fr\n${RANKED}`, RANKED],
  ])('stays when the language of the policy becomes %s', async (_, before, after) => {
    const { stage, hub, pages } = await alerted({ policy: before });
    hub.commit({ '.github/tocsin.yml': after });
    hub.clock.advance(20 * MINUTE);
    await stage.sweep();
    expect(notices(hub.issue(1)).at(-1)).toContain(LINK);
    expect(pages.map(({ runbook }) => runbook)).toEqual([RUNBOOK, RUNBOOK]);
  });

  test('is still known after the alert fired again, which changes the text of the issue', async () => {
    const { stage, hub } = await alerted({});
    const before = hub.issue(1).body;
    hub.clock.advance(5 * MINUTE);
    await tell(stage, { key: 'shop', title: 'The shop is down', severity: 'critical', runbook: RUNBOOK });
    expect(hub.issue(1).body).not.toBe(before);
    hub.clock.advance(15 * MINUTE);
    await stage.sweep();
    expect(notices(hub.issue(1))).toHaveLength(2);
    expect(notices(hub.issue(1)).at(-1)).toContain(LINK);
    expect(card(hub.issue(1))).toContain(LINK);
  });

  test('is no longer vouched for once a person has changed the text', async () => {
    const { stage, hub } = await alerted({});
    hub.as('alice').editBody(1, hub.issue(1).body.replaceAll('runbooks.example', 'elsewhere.example'));
    hub.clock.advance(20 * MINUTE);
    await stage.sweep();
    expect(notices(hub.issue(1)).at(-1)).not.toContain('elsewhere');
  });

  test('is not what the text of the alert pretends', async () => {
    const { hub, pages } = await alerted({
      runbook: null,
      body: 'Down\n- [Runbook](https://elsewhere.example)',
    });
    expect(notices(hub.issue(1))[0]).not.toContain('Runbook: ');
    expect(pages.map(({ runbook }) => runbook)).toEqual([null]);
  });
});
