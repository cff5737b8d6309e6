import { describe, expect, test } from 'vitest';
import type { Page } from '../../src/notify/message.ts';
import { QUIET_PAGER, type Stage } from '../../src/rehearsal/stage.ts';
import { isRed, type Report } from '../../src/run/report.ts';
import { inline } from '../../src/text/foreign.ts';
import { card, mentioned, MINUTE, notices, POLICY, stageOf } from '../support/stage.ts';

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

async function tell(stage: Stage, alert: object): Promise<Report> {
  stage.hub.as('watch').dispatch('tocsin-alert', { alert });
  const event = stage.hub.takeEvents().at(-1)!;
  const report = await stage.sweep({ event: event.name, payload: event.payload, command: 'intake' });
  await stage.sweep({ event: event.name, payload: event.payload });
  return report;
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

  test('that is a file of the repository is linked there', async () => {
    const { stage, hub, pages } = await alerted({ runbook: 'docs/runbooks/shop(1).md#down' });
    const address = `https://github.com/${pages[0]!.repository}/blob/HEAD/docs/runbooks/shop%281%29.md#down`;
    const link = `[\`docs/runbooks/shop(1).md#down\`](${address})`;
    expect(hub.issue(1).body).toContain(`- Runbook: ${link}`);
    expect(notices(hub.issue(1))[0]).toContain(`Runbook: ${link}`);
    expect(card(hub.issue(1))).toContain(`**Links**: ${link}`);
    expect(pages.map(({ runbook }) => runbook)).toEqual([address]);
    hub.commit({ '.github/tocsin.yml': `language: fr\n${RANKED}` });
    hub.clock.advance(20 * MINUTE);
    await stage.sweep();
    expect(notices(hub.issue(1)).at(-1)).toContain(`Procédure\u00a0: ${link}`);
  });

  test.each(['aka.ms/x', 'runbooks.example/x', 'javascript:alert(1)', '../../x.md', 'a `@bob` [x](https://e.example)'])(
    'that has no address is shown as text: %s',
    async (runbook) => {
      const { hub, pages } = await alerted({ runbook });
      const shown = inline(runbook);
      expect(notices(hub.issue(1))[0]).toContain(`Runbook: ${shown}`);
      expect(card(hub.issue(1))).toContain(`**Links**: ${shown}`);
      expect(mentioned(notices(hub.issue(1))[0]!)).toEqual(mentioned(notices((await alerted({})).hub.issue(1))[0]!));
      expect(pages.map((page) => page.runbook)).toEqual([null]);
      expect(pages[0]!.details).toContainEqual({ label: 'Runbook', value: runbook });
    },
  );

  test('that has no address turns no run red, however often it is told', async () => {
    const { stage } = await alerted({ runbook: 'aka.ms/x' });
    for (const it of [1, 2]) {
      stage.hub.clock.advance(it * MINUTE);
      const report = await tell(stage, { key: 'shop', title: 'The shop is down', runbook: 'aka.ms/x' });
      expect(isRed(report)).toBe(false);
    }
  });
});
