import { describe, expect, test } from 'vitest';
import { clockRow, row } from '../support/card.ts';
import { asks, card, HOUR, MINUTE, notices, stageOf } from '../support/stage.ts';
import { NOTIFIERS, recorder } from '../support/pager.ts';
import { report, SIX } from '../support/report.ts';
import { TEAM } from '../support/team.ts';
import { POLICY } from '../stories/people-story.ts';

/* A stranger pages nobody, whatever they do to their own issue; and what a stranger has reported is not lost. */

const QUIET = 'No page went out: nobody with a say here stands for this P0 yet.';

async function reported(options: Partial<Parameters<typeof stageOf>[0]> = {}) {
  const { pager, pages } = recorder();
  const stage = await stageOf({ policy: `${POLICY}${NOTIFIERS}`, people: TEAM, pager, ...options });
  const { hub } = stage;
  hub.as('rita').openIssue({ title: 'Shop down', body: 'All of it', labels: ['incident', 'P0'] });
  await stage.react();
  const say = async (who: string, text: string): Promise<void> => {
    stage.hub.clock.advance(MINUTE);
    hub.as(who).comment(1, text);
    await stage.react();
  };
  return { stage, hub, say, went: () => pages.map(({ action }) => action), issue: () => hub.issue(1) };
}

describe('a stranger pages nobody', () => {
  test('by opening, though everybody is told, and told that nobody was woken', { tags: 'slow' }, async () => {
    const { stage, issue, went } = await reported();
    expect(notices(issue())[0]).toContain('@alice @bob **🔴 P0: comment `/ack` before 09:15 UTC.**');
    expect(notices(issue())[0]).toContain(QUIET);
    await stage.pass(8 * HOUR, 30 * MINUTE);
    expect(went()).toEqual([]);
    expect(asks(issue()).length).toBeGreaterThan(2);
  });

  test('by closing, reopening, editing and commenting', { tags: 'slow' }, async () => {
    const { stage, hub, say, went } = await reported();
    for (let round = 0; round < 5; round++) {
      hub.as('rita').close(1);
      await stage.react();
      hub.as('rita').reopen(1);
      await stage.react();
      hub.as('rita').editBody(1, `Worse, ${round}`);
      await stage.react();
      await say('rita', '/escalate wake up\n/test-page\n/priority P0');
    }
    await stage.pass(HOUR, 10 * MINUTE);
    expect(went()).toEqual([]);
  });

  test('by reopening what others have resolved', { tags: 'slow' }, async () => {
    const { stage, hub, say, went } = await reported();
    await say('alice', '/ack');
    await say('alice', '/resolve rolled back');
    const before = went().length;
    for (let round = 0; round < 5; round++) {
      hub.as('rita').close(1);
      await stage.react();
      stage.hub.clock.advance(MINUTE);
      hub.as('rita').reopen(1);
      await stage.react();
    }
    await stage.pass(8 * HOUR, HOUR);
    expect(
      went()
        .slice(before)
        .filter((it) => it === 'trigger'),
    ).toEqual([]);
    expect(card(hub.issue(1))).toContain('reopened');
  });

  test('nor ends by closing what somebody with a say has taken on', { tags: 'slow' }, async () => {
    const { stage, hub, say, went } = await reported();
    await say('alice', '/priority P0 it is so');
    expect(went()).toEqual(['trigger']);
    hub.as('rita').close(1);
    await stage.react();
    await stage.pass(15 * MINUTE, 5 * MINUTE);
    expect(went()).toEqual(['trigger', 'trigger']);
    await say('alice', '/resolve rolled back');
    expect(went().at(-1)).toBe('resolve');
  });
});

describe('somebody with a say wakes those who were told without a page', () => {
  test.each<[string, (hub: Awaited<ReturnType<typeof reported>>['hub']) => unknown]>([
    ['by command', (hub) => hub.as('wes').comment(1, '/priority P0')],
    [
      'by a label',
      (hub) => {
        hub.as('wes').label(1, 'checkout');
      },
    ],
    ['by a comment of one of a role', (hub) => hub.as('wes').comment(1, 'I see it too.')],
  ])('%s, once', { tags: 'slow' }, async (_, act) => {
    const { stage, hub, issue, went } = await reported();
    stage.hub.clock.advance(5 * MINUTE);
    act(hub);
    await stage.react();
    await stage.sweep();
    expect(went()).toEqual(['trigger']);
    expect(notices(issue()).at(-1)).toContain('A stranger reported it; `wes` stands for it, 09:05 UTC.');
    await stage.pass(15 * MINUTE, 5 * MINUTE);
    expect(went()).toEqual(['trigger', 'trigger']);
  });

  // The role of whoever reports must be asked for, and that may fail.
  test('and whoever turns out to have one pages late, not never', async () => {
    const { pager, pages } = recorder();
    const stage = await stageOf({ policy: `${POLICY}${NOTIFIERS}`, people: { ...TEAM, rita: 'triage' }, pager });
    for (let i = 0; i < 3; i++)
      stage.hub.faults.add({ when: { matches: ({ kind }) => kind === 'rest' }, how: { status: 503, handled: false } });
    stage.hub.as('rita').openIssue({ title: 'Shop down', labels: ['incident', 'P0'] });
    await stage.react();
    expect(pages).toEqual([]);
    stage.hub.clock.advance(MINUTE);
    await stage.sweep();
    await stage.sweep();
    expect(pages.map(({ action }) => action)).toEqual(['trigger']);
    expect(notices(stage.hub.issue(1)).at(-1)).toContain('whether `rita` has a say here was not known');
  });

  test('unless they have it in hand', async () => {
    const { say, stage, went } = await reported();
    await say('alice', '/ack');
    await stage.sweep();
    expect(went()).toEqual([]);
  });

  test('in French', async () => {
    const { issue, say } = await reported({ policy: `language: fr\n${POLICY}${NOTIFIERS}` });
    expect(notices(issue())[0]).toContain(
      '🔕 Aucun appel n’est parti\u00a0: aucune personne habilitée ne se porte encore garante de ce P0. `/priority P0` l’envoie.',
    );
    await say('wes', '/priority P0');
    expect(notices(issue()).at(-1)).toContain('Le signalement venait d’un inconnu\u00a0; `wes` s’en porte garant');
  });
});

describe('no stranger is', () => {
  test.each<[string, Partial<Parameters<typeof stageOf>[0]>]>([
    ['somebody entitled', { people: { ...TEAM, rita: 'triage' } }],
    ['somebody of a role of the policy', { policy: `${POLICY.replace('[wes]', '[wes, rita]')}${NOTIFIERS}` }],
    ['whoever can open issues in a private repository', { visibility: 'private', people: { ...TEAM, rita: 'read' } }],
  ])('%s', async (_, options) => {
    const { went } = await reported(options);
    expect(went()).toEqual(['trigger']);
  });
});

describe('an edit by a stranger, once somebody with a say has seen the report,', () => {
  const policy = `
roles: { responder: [alice, bob], management: [grace], security: [ian] }
fallback: grace
priorities: { P0: { acknowledge: 1h, restore: 4h, resolve: 8h, escalation: urgent } }
categories: [{ name: security, owner: security, confidential: true }, { name: network, owner: management }]
escalation-policies:
  urgent: [{ at: start, notify: responder }, { at: resolve due, notify: management }]
`;
  async function seen(facts: object, by = 'rita') {
    const stage = await stageOf({ policy, people: TEAM });
    stage.hub.as(by).openIssue({ title: 'Shop down', body: report(facts), labels: ['incident', 'P0'] });
    await stage.react();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').comment(1, '/ack');
    await stage.react();
    const edit = async (changed: object): Promise<string> => {
      stage.hub.clock.advance(MINUTE);
      stage.hub.as(by).editBody(1, report(changed));
      await stage.react();
      await stage.sweep();
      return card(stage.hub.issue(1));
    };
    return { stage, edit };
  }

  test('starts no clock, and asks whether it is so', async () => {
    const { stage, edit } = await seen({ ...SIX, data: 'No' });
    const after = await edit({ ...SIX, data: 'Orders of this morning' });
    expect(clockRow(after, 'Restore data')).toBeUndefined();
    expect(row(after, 'Data lost or altered')).toBe(
      'the report says yes since it was edited; `/data-loss yes` makes it count',
    );
    stage.hub.as('alice').comment(1, '/data-loss yes');
    await stage.react();
    expect(clockRow(card(stage.hub.issue(1)), 'Restore data')).toMatch(/^⏳/);
  });

  test('stops none', async () => {
    const { edit } = await seen(SIX);
    expect(clockRow(await edit({ ...SIX, data: 'No' }), 'Restore data')).toBe('⏳ 13:00 (within 4 h)');
  });

  test('hides nothing from those who have it', async () => {
    const { stage, edit } = await seen(SIX);
    const before = stage.hub.issue(1).comments.length;
    const after = await edit({ ...SIX, category: 'security' });
    expect(row(after, 'Responder')).toBe('`alice`');
    expect(after).toContain('security');
    expect(stage.hub.issue(1).assignees).toEqual(['alice']);
    expect(stage.hub.issue(1).comments).toHaveLength(before);
  });

  test('reveals nothing that was confidential', async () => {
    const { stage, edit } = await seen({ ...SIX, category: 'security', system: 'hunter2' });
    const after = await edit({ ...SIX, category: 'network', system: 'hunter2' });
    expect(after).not.toContain('hunter2');
    expect(notices(stage.hub.issue(1)).join()).not.toContain('hunter2');
    expect(notices(stage.hub.issue(1)).join()).not.toContain('@grace');
  });

  test('of somebody with a say counts as before', { tags: 'slow' }, async () => {
    const { edit } = await seen({ ...SIX, data: 'No' }, 'mona');
    expect(clockRow(await edit({ ...SIX, data: 'All orders' }), 'Restore data')).toMatch(/^⏳/);
  });
});
