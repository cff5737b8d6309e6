import { describe, expect, test } from 'vitest';
import { clockRow, row } from '../support/card.ts';
import { asks, card, MINUTE, stageOf, told } from '../support/stage.ts';

/* Work is an acknowledgement, whoever does it; typing what is no command is none, and is answered. */

const POLICY = `
roles: { responder: [alice, bob], on-call: [tess], network: [nina], level-2: [lee] }
fallback: grace
priorities:
  P0: { acknowledge: 15m, resolve: 4h, escalation: urgent }
categories: [{ name: network, owner: network }]
escalation-policies:
  urgent:
    - { at: start, notify: responder }
    - { at: acknowledge due, notify: on-call }
    - { at: acknowledge due + 15m, notify: fallback }
    - { at: resolve due, notify: fallback }
`;
const PEOPLE = {
  alice: 'write',
  bob: 'triage',
  grace: 'maintain',
  tess: 'write',
  nina: 'write',
  lee: 'write',
  eve: 'write',
  rita: 'read',
} as const;

async function opened(by = 'rita') {
  const stage = await stageOf({ policy: POLICY, people: PEOPLE });
  const { hub } = stage;
  const n = hub.as(by).openIssue({ title: 'Down', body: 'All of it', labels: ['incident', 'P0'] });
  await stage.react();
  const issue = () => hub.issue(n);
  return {
    stage,
    hub,
    n,
    issue,
    say: async (who: string, text: string) => {
      hub.clock.advance(MINUTE);
      hub.as(who).comment(n, text);
      await stage.react();
    },
    isTaken: () =>
      row(card(issue()), 'Acknowledged') !== undefined ||
      clockRow(card(issue()), 'Acknowledge')?.startsWith('✅') === true,
  };
}

describe('somebody entitled who was told nothing takes the incident on', () => {
  test.each([
    '/workaround use the other door',
    '/mitigate traffic moved',
    '/update we look into it',
    '/progress found the cause',
    '/restored from the backup',
    '/assign me',
    '/assign moi',
  ])('by %s', async (text) => {
    const it = await opened();
    await it.say('eve', text);
    expect(it.isTaken()).toBe(true);
    await it.stage.pass(60 * MINUTE);
    expect(told(it.issue())).toEqual([['alice', 'bob']]);
  });

  test.each(['Any news?', '/note the phones ring', '/category network', '/assign tess'])(
    'but not by %s',
    async (text) => {
      const it = await opened();
      await it.say('eve', text);
      expect(row(card(it.issue()), 'Acknowledged') ?? '').not.toContain('eve');
      expect(card(it.issue())).not.toContain('`eve` has it');
    },
  );
});

describe('whoever was asked to act takes the incident on by a comment', () => {
  test('after the step that told them, not before', async () => {
    const it = await opened();
    await it.say('tess', 'What is this about?');
    expect(it.isTaken()).toBe(false);
    await it.stage.pass(15 * MINUTE, 5 * MINUTE);
    expect(told(it.issue()).at(-1)).toEqual(['tess']);
    await it.say('tess', 'Looking at it.');
    expect(it.isTaken()).toBe(true);
    await it.stage.pass(60 * MINUTE);
    expect(told(it.issue())).toEqual([['alice', 'bob'], ['tess']]);
  });

  test('the fallback', async () => {
    const it = await opened();
    await it.stage.pass(30 * MINUTE, 5 * MINUTE);
    await it.say('grace', 'I call them.');
    expect(it.isTaken()).toBe(true);
  });

  test('the owner of its category', async () => {
    const it = await opened();
    await it.say('eve', '/category network');
    await it.say('nina', 'Ours, yes.');
    expect(it.isTaken()).toBe(true);
  });

  test('a level of support, for itself', async () => {
    const it = await opened();
    await it.say('eve', '/level 2 needs the experts');
    await it.say('alice', 'Good luck.');
    expect(it.isTaken()).toBe(false);
    await it.say('lee', 'Got it.');
    expect(it.isTaken()).toBe(true);
  });

  test('also somebody who reported it, and was asked to act as well', { tags: 'slow' }, async () => {
    const it = await opened('grace');
    await it.say('grace', 'More customers call.');
    expect(it.isTaken()).toBe(false);
    await it.stage.pass(30 * MINUTE, 5 * MINUTE);
    await it.say('grace', 'Looking at it.');
    expect(it.isTaken()).toBe(true);
  });
});

describe('a responder who types what is no command has taken nothing on, and hears of it', () => {
  test.each(['/P9', '/resolved it is back', '/close', '/severity 1', '/priorité P0', '/priority P9', '/sev1\n/close'])(
    '%j',
    async (text) => {
      const it = await opened();
      await it.say('alice', text);
      expect(it.isTaken()).toBe(false);
      const answer = asks(it.issue()).at(-1)!;
      expect(answer).toContain('@alice **A command was rejected.**');
      expect(answer.toLowerCase()).toContain(text.split(/\s/)[0]!.toLowerCase());
      await it.stage.pass(15 * MINUTE, 5 * MINUTE);
      expect(told(it.issue()).at(-1)).toEqual(['tess']);
    },
  );

  test('but a word besides is one', async () => {
    const it = await opened();
    await it.say('alice', '/close\n\nIt is back, I think. Watching it.');
    expect(it.isTaken()).toBe(true);
  });
});
