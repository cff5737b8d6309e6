import { describe, expect, test } from 'vitest';
import { countNotifications, notifiedMentionsIn, readOf, wordCount } from '../../src/rehearsal/notifications.ts';
import { card, MINUTE, notices, stageOf } from '../support/stage.ts';
import { report } from '../support/report.ts';

/* What people get over a whole P0 that is run well: what is right in itself may be too much together. */

const POLICY = (language: 'en' | 'fr') => `
language: ${language}
timezone: Europe/Berlin
roles:
  responder: [tess]
  incident-manager: [ada]
  management: [grace]
  operator: [oscar]
inform: management
fallback: grace
categories: [checkout, network]
notifiers: { pager: { type: pagerduty, key: PAGERDUTY_KEY } }
priorities:
  P0: { acknowledge: 15m, workaround: 2h, resolve: 4h, update-every: 30m, escalation: urgent }
escalation-policies:
  urgent:
    - { at: start, notify: responder, assign: true }
    - { at: acknowledge due, notify: [responder, management] }
    - { at: workaround due, notify: management }
    - { at: resolve due, notify: [responder, management] }
`;
const PEOPLE = { tess: 'write', ada: 'maintain', grace: 'maintain', oscar: 'triage' } as const;

const played = new Map<string, ReturnType<typeof playIn>>();

/** The whole of it, played once in each language. */
function play(language: 'en' | 'fr'): ReturnType<typeof playIn> {
  const before = played.get(language) ?? playIn(language);
  played.set(language, before);
  return before;
}

async function playIn(language: 'en' | 'fr') {
  const stage = await stageOf({ policy: POLICY(language), people: PEOPLE, start: Date.parse('2026-11-20T02:00:00Z') });
  const { hub } = stage;
  const facts = { system: 'checkout, eu-west-1', scope: 'all in EU', impact: 'all access lost' };
  const body = report(
    { originator: 'A customer', customers: 'All of them', time: '2026-11-20 02:55', ...facts },
    language,
  );
  hub.as('rita').openIssue({ title: 'Checkout is down in Europe', body, labels: [] });
  hub.as('oscar').label(1, 'incident', 'P0');
  await stage.react();
  const opened = card(hub.issue(1));
  await stage.pass(16 * MINUTE, 8 * MINUTE);
  const mentionedBefore = notices(hub.issue(1))
    .flatMap(notifiedMentionsIn)
    .filter((login) => login === 'tess').length;
  const act = async (who: string, text: string, then: number): Promise<void> => {
    hub.as(who).comment(1, text);
    await stage.react();
    await stage.pass(then * MINUTE, 5 * MINUTE);
  };
  await act('tess', '/ack\n/category checkout', 10);
  await act('tess', '/update we are on it, the gateway drops connections', 10);
  await act('tess', '/workaround customers can pay by invoice', 20);
  // Nobody gives the update that is due now.
  await stage.pass(15 * MINUTE, 5 * MINUTE);
  await act('tess', '/update still working on the gateway', 5);
  await act('tess', '/mitigate traffic moved to transit B', 10);
  await act('tess', '/resolve the gateway was replaced', 5);
  return { issue: await stage.read(1), hub, opened, mentionedBefore };
}

describe.each(['en', 'fr'] as const)('a whole P0 in %s', (language) => {
  test('is at most six comments of five lines and sixty words besides the card', { tags: 'slow' }, async () => {
    const { hub, mentionedBefore, issue } = await play(language);
    const comments = notices(hub.issue(1));
    expect(comments.length, comments.join('\n=====\n')).toBeLessThanOrEqual(6);
    for (const comment of comments) {
      const lines = readOf(comment);
      expect(lines.length, comment).toBeLessThanOrEqual(5);
      expect(wordCount(lines.join('\n')), comment).toBeLessThanOrEqual(60);
    }
    expect(mentionedBefore).toBeLessThanOrEqual(2);
    const counts = countNotifications([issue]);
    const of = (who: string) => counts.find(({ login }) => login === who);
    expect(of('tess')).toMatchObject({ mentions: 2, assignments: 1 });
  });

  test('has on its card, first of all, what to do now', { tags: 'slow' }, async () => {
    const { opened } = await play(language);
    const [title, next] = opened.split('\n').filter((line) => line !== '');
    expect(title).toMatch(/^## 🔴 P0 /);
    expect(next).toContain('`/ack`');
    expect(opened.slice(0, opened.indexOf('<details>'))).not.toContain('|');
  });
});
