import { describe, expect, test } from 'vitest';
import { isRed } from '../../src/run/report.ts';
import { asks, card, HOUR, MINUTE, notices } from '../support/stage.ts';
import { acknowledge, NOTIFIERS, paged, policyOf, watched, type Where } from './answers-story.ts';
import { expectQuiet, watches } from './watch-story.ts';

/* Who acknowledges in the pager has acknowledged on the issue. */

const ALL = Object.keys(NOTIFIERS) as Where[];
/** Those that tell when. */
const TIMED: readonly Where[] = ['pagerduty', 'ntfy'];

describe.each(ALL)('an acknowledgement in %s', (where) => {
  test('is heard by the watch within a minute, and stands on the issue', { tags: 'slow' }, async () => {
    const { shop, services } = await watched(where);
    shop.act(5 * MINUTE, () => {
      acknowledge(services, where, 'alice');
    });
    await shop.until(6 * MINUTE);
    const issue = shop.hub.issue(1);
    expect(issue.assignees).toEqual(['alice']);
    expect(card(issue)).toMatch(/\*\*Acknowledged\*\*: 09:0[56] by `alice`, in the pager: `pager`/);
    expect(notices(issue).at(-1)).toMatch(/^\*\*🔴 `alice` has acknowledged in `pager`, 09:0[56] UTC\.\*\*$/);
    await shop.until(3 * HOUR);
    // Neither the acknowledgement nor its absence is told again.
    expect(notices(shop.hub.issue(1)).filter((it) => /acknowledged in|not acknowledged/.test(it))).toHaveLength(1);
    expectQuiet(shop);
  });

  test('without a watch is heard by the next run, which escalates nothing that it stops', async () => {
    const { stage, services } = await paged(where);
    acknowledge(services, where, 'alice');
    stage.hub.clock.advance(10 * MINUTE);
    if (!TIMED.includes(where)) await stage.sweep();
    stage.hub.clock.advance(53 * MINUTE);
    const report = await stage.sweep();
    expect(isRed(report)).toBe(false);
    const issue = stage.hub.issue(1);
    const said = asks(issue);
    expect(said.slice(1)).toEqual([
      TIMED.includes(where)
        ? '**🔴 `alice` has acknowledged in `pager`, 09:02 UTC.**\n<sub>Noticed 10:05 UTC.</sub>'
        : '**🔴 `alice` has acknowledged in `pager`, 09:12 UTC.**',
    ]);
    expect(card(issue)).toContain(`**Acknowledged**: ${TIMED.includes(where) ? '09:02' : '09:12'} by \`alice\``);
    const before = JSON.stringify(stage.hub.issue(1));
    await stage.sweep();
    expect(JSON.stringify(stage.hub.issue(1))).toBe(before);
  });

  test('of somebody whom the policy does not name stops the page, and not the ladder', async () => {
    const policy = policyOf(where, '', '').replace(
      '- { at: acknowledge due, notify: management }',
      '- { at: acknowledge due, notify: management, repeat: 30m, until: acknowledged }',
    );
    const { stage, services } = await paged(where, { policy });
    const pages = (): number =>
      services.pagerduty.incidents.flatMap(({ log }) => log).length +
      [services.ntfy.messages, services.telegram.sent, services.slack.messages].flat().length;
    acknowledge(services, where, 'eve');
    await stage.sweep();
    expect(asks(stage.hub.issue(1)).at(-1)).toMatch(
      /^\*\*🔴 Was it you who answered in `pager`\? Comment `\/ack`\.\*\*\nSomebody answered there, 09:02 UTC, and nobody/,
    );
    expect(card(stage.hub.issue(1))).not.toContain('Acknowledged**');
    stage.hub.clock.advance(15 * MINUTE);
    await stage.sweep();
    // The step tells its own people, and pages them.
    expect(asks(stage.hub.issue(1)).at(-1)).toMatch(/^@grace \*\*🔴 P0 not acknowledged/);
    const said = asks(stage.hub.issue(1)).length;
    const sent = pages();
    stage.hub.clock.advance(31 * MINUTE);
    acknowledge(services, where, 'eve');
    await stage.sweep();
    // Said again on the issue, and to nobody's phone. What pressed the button of the second page is told once more.
    expect(asks(stage.hub.issue(1)).length).toBeGreaterThan(said);
    expect(asks(stage.hub.issue(1)).filter((it) => it.includes('Somebody answered')).length).toBeLessThanOrEqual(2);
    expect(pages() - sent).toBeLessThanOrEqual(1);
  });

  test('of somebody whom nobody names acknowledges where the policy trusts them', async () => {
    const trusting = policyOf(where, '', '').replace(
      NOTIFIERS[where],
      NOTIFIERS[where].replace(/ \}$/, ', trust: true }'),
    );
    const { stage, services } = await paged(where, { policy: trusting });
    acknowledge(services, where, 'eve');
    await stage.sweep();
    expect(card(stage.hub.issue(1))).toContain('**Acknowledged**: 09:02 by somebody, in the pager: `pager`');
    expect(asks(stage.hub.issue(1)).at(-1)).toBe('**🔴 Somebody has acknowledged in `pager`, 09:02 UTC.**');
    stage.hub.clock.advance(HOUR);
    await stage.sweep();
    expect(asks(stage.hub.issue(1)).some((it) => it.includes('not acknowledged'))).toBe(false);
  });

  test('in French', async () => {
    const { stage, services } = await paged(where, { policy: `language: fr\n${policyOf(where)}` });
    acknowledge(services, where, 'alice');
    await stage.sweep();
    expect(card(stage.hub.issue(1))).toContain('par `alice`, depuis le moyen d’appel\u00a0: `pager`');
    expect(asks(stage.hub.issue(1)).at(-1)).toContain('`alice` a pris l’incident en charge depuis `pager`');
  });
});

test('the watch goes on for its horizon after a page, though nothing else is due', { tags: 'slow' }, async () => {
  const steps = /escalation-policies:[\s\S]*? {2}normal:/;
  const policy = policyOf('telegram').replace(
    steps,
    'escalation-policies:\n  urgent:\n    - { at: start, notify: responder }\n    - { at: resolve due, notify: management }\n  normal:',
  );
  const { shop, services } = await watched('telegram', policy);
  shop.act(50 * MINUTE, () => {
    acknowledge(services, 'telegram', 'alice');
  });
  await shop.until(52 * MINUTE);
  expect(card(shop.hub.issue(1))).toContain('**Acknowledged**: 09:50 by `alice`');
  await shop.until(2 * HOUR);
  expect(watches(shop)).toHaveLength(1);
  expectQuiet(shop);
});
