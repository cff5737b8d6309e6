import { describe, expect, test } from 'vitest';
import { recorder } from '../support/pager.ts';
import { row } from '../support/card.ts';
import { report, SIX } from '../support/report.ts';
import { card, HOUR, MINUTE, notices, stageOf, told } from '../support/stage.ts';

/* An incident that turns out to be confidential: from then on it is its own people's, and nobody else's. */

const POLICY = `
roles: { responder: [alice, bob], management: [grace], security: [sam, sue] }
fallback: grace
priorities: { P1: { acknowledge: 30m, resolve: 4h, update-every: 1h, escalation: urgent } }
categories: [{ name: security, owner: security, confidential: true }, { name: network, owner: management }]
notifiers: { duty: { type: pagerduty, key: PAGERDUTY_KEY, for: [P0, P1] } }
escalation-policies:
  urgent:
    - { at: start, notify: responder, assign: true }
    - { at: update due, notify: [responder, management] }
    - { at: resolve 75%, notify: [responder, management] }
`;
const PEOPLE = { alice: 'write', bob: 'write', grace: 'maintain', sam: 'write', sue: 'write' } as const;

async function turned(files: Record<string, string> = {}, policy = POLICY) {
  const { pager, pages } = recorder();
  const stage = await stageOf({ policy, people: PEOPLE, pager, files });
  const { hub } = stage;
  const n = hub.as('alice').openIssue({ title: 'Odd logins', body: report(SIX), labels: ['incident', 'P1'] });
  await stage.react();
  expect(hub.issue(n).assignees).toEqual(expect.arrayContaining(['alice', 'bob']));
  hub.clock.advance(5 * MINUTE);
  const before = { told: told(hub.issue(n)).length, pages: pages.length };
  hub.as('bob').comment(n, '/category security');
  await stage.react();
  return {
    stage,
    hub,
    n,
    issue: () => hub.issue(n),
    pages: () => pages.slice(before.pages),
    texts: () => notices(hub.issue(n)),
  };
}

describe('an incident that turns confidential', () => {
  test('pages its own people, once', { tags: 'slow' }, async () => {
    const { stage, pages, texts } = await turned();
    expect(pages().map(({ action, step }) => [action, step])).toEqual([['trigger', expect.stringContaining('owner@')]]);
    expect(JSON.stringify(pages())).not.toContain('Odd logins');
    await stage.pass(30 * MINUTE, 10 * MINUTE);
    expect(pages()).toHaveLength(1);
    expect(texts().at(-1)).toMatch(/^@sam @sue /);
    expect(texts().at(-1)).toContain('**Your team owns `security`.**');
  });

  test('wakes nobody where a stranger says so in a form', async () => {
    const { pager, pages } = recorder();
    const notifiers = POLICY.replace('for: [P0, P1]', 'for: [P0, P1, P2, P3]');
    const stage = await stageOf({ policy: notifiers, people: PEOPLE, pager });
    stage.hub.as('mallory').openIssue({ title: 'Odd', body: report(SIX), labels: ['incident', 'security'] });
    await stage.react();
    expect(told(stage.hub.issue(1)).flat()).toContain('sam');
    expect(pages).toEqual([]);
  });

  test('lets the others go, but not whoever is assigned to it afterwards', async () => {
    const { stage, hub, n, issue } = await turned();
    expect(issue().assignees).toEqual([]);
    expect(card(issue())).toContain('· nobody has it yet');
    expect(row(card(issue()), 'Responder')).toBeUndefined();
    expect(row(card(issue()), 'Notified')).toBe('`sam`, `sue`');
    hub.as('sam').assign(n, 'sam');
    hub.as('sam').assign(n, 'alice');
    await stage.react();
    await stage.sweep();
    expect(issue().assignees).toEqual(['sam', 'alice']);
  });

  test('asks nobody to tell the public, and names no role that does not hear of it', { tags: 'slow' }, async () => {
    const { stage, issue, texts, pages } = await turned();
    await stage.pass(3 * HOUR);
    const since = told(issue()).slice(1).flat();
    expect(new Set(since)).toEqual(new Set(['sam', 'sue']));
    expect(texts().join()).not.toMatch(/\/update|customers/);
    expect(card(issue())).not.toMatch(/Next update|\/update how/);
    expect(texts().at(-1)).toContain('Step 3 of 3 of `urgent` (`resolve 75%`) notifies `security`.');
    expect(texts().slice(1).join()).not.toContain('management');
    expect(
      pages()
        .map(({ step }) => step)
        .join(),
    ).not.toContain('update');
  });

  test('hands on no text for those outside, and the card names who hears of it alone', { tags: 'slow' }, async () => {
    const policy = POLICY.replace('roles: {', 'roles: { incident-manager: [grace],').replace(
      'resolve 75%, notify: [responder, management]',
      'resolve 75%, notify: [incident-manager], send: We are still on it.',
    );
    const { stage, issue, texts } = await turned({}, policy);
    expect(card(issue())).toMatch(/→ `security`/);
    expect(card(issue())).not.toContain('incident-manager');
    expect(card(issue()).split('<details>')[0]).not.toContain('grace');
    await stage.pass(3 * HOUR);
    expect(texts().at(-1)).toContain('`resolve 75%`');
    expect(texts().join()).not.toContain('We are still on it.');
  });

  test(
    'links to where the repository says how to go on in private, and nowhere if it does not',
    { tags: 'slow' },
    async () => {
      expect((await turned()).texts().join()).toContain('Go on in private, outside of this repository.');
      const { texts } = await turned({ 'SECURITY.md': 'Write to us.' });
      expect(texts().join()).toContain('[in private](https://github.com/acme/shop/security/policy)');
    },
  );

  test('has its priority by the rule that makes it confidential', async () => {
    const triage = 'triage: [{ if: { impact: data exposed }, category: security, priority: P1, apply: true }]\n';
    const { pager, pages } = recorder();
    const stage = await stageOf({ policy: POLICY + triage, people: PEOPLE, pager });
    const body = report({ ...SIX, impact: 'Data exposed' });
    const n = stage.hub.as('alice').openIssue({ title: 'Leak', body, labels: ['incident'] });
    await stage.react();
    expect(stage.hub.issue(n).labels).toEqual(expect.arrayContaining(['P1', 'security']));
    expect(pages.map(({ action }) => action)).toEqual(['trigger']);
    expect(told(stage.hub.issue(n)).flat()).not.toContain('bob');
  });
});
