import { describe, expect, it } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { clockRow, row } from '../support/card.ts';
import { card, MINUTE, stageOf, told } from '../support/stage.ts';

type Act = (hub: Stage['hub'], issue: number) => unknown;

const ACKNOWLEDGES: Record<string, Act> = {
  '/ack by somebody entitled': (hub, n) => hub.as('alice').comment(n, '/ack'),
  '/ack among other text': (hub, n) => hub.as('alice').comment(n, 'On it.\n\n/ack\n\nMore soon.'),
  'assigning oneself': (hub, n) => {
    hub.as('alice').assign(n, 'alice');
  },
  'being assigned by another person': (hub, n) => {
    hub.as('grace').assign(n, 'nora');
  },
  'a comment of a responder': (hub, n) => hub.as('bob').comment(n, 'Looking at it'),
};

const DOES_NOT: Record<string, Act> = {
  '/ack by somebody without the right': (hub, n) => hub.as('nora').comment(n, '/ack'),
  '/ack by a stranger': (hub, n) => hub.as('mallory').comment(n, '/ack'),
  'a comment of somebody else': (hub, n) => hub.as('nora').comment(n, 'Any news?'),
  'a comment of the reporter': (hub, n) => hub.as('rita').comment(n, 'Any news?'),
  '/ack in a quote': (hub, n) => hub.as('nora').comment(n, '> /ack'),
  '/ack in code': (hub, n) => hub.as('grace').comment(n, '```\n/ack\n```'),
  'a label': (hub, n) => {
    hub.as('grace').label(n, 'network');
  },
};

async function p0(policy?: string): Promise<{ stage: Stage; n: number }> {
  const stage = await stageOf(policy === undefined ? {} : { policy });
  const n = stage.hub.as('rita').openIssue({ title: 'Down', body: 'All of it', labels: ['incident', 'P0'] });
  await stage.react();
  stage.hub.clock.advance(5 * MINUTE);
  return { stage, n };
}

describe('an incident is acknowledged by', () => {
  it.each(Object.entries(ACKNOWLEDGES))('%s', async (_, act) => {
    const { stage, n } = await p0();
    act(stage.hub, n);
    await stage.react();
    expect(clockRow(card(stage.hub.issue(n)), 'Acknowledge')).toBe(
      '✅ 09:15 (within 15 min) · met 09:05, 10 min to spare',
    );
    await stage.pass(60 * MINUTE);
    expect(told(stage.hub.issue(n))).toEqual([['alice', 'bob']]);
  });
});

describe('an incident is not acknowledged by', () => {
  it.each(Object.entries(DOES_NOT))('%s', async (_, act) => {
    const { stage, n } = await p0();
    act(stage.hub, n);
    await stage.react();
    await stage.pass(10 * MINUTE, 5 * MINUTE);
    const issue = stage.hub.issue(n);
    expect(clockRow(card(issue), 'Acknowledge')).toBe('❌ 09:15 (within 15 min) · missed; not done yet');
    expect(told(issue).at(-1)).toEqual(['grace']);
  });

  it('an assignment that Tocsin makes itself', async () => {
    const { stage, n } = await p0(`
roles: { responder: [alice] }
fallback: grace
escalation-policies:
  urgent:
    - { at: start, notify: responder, assign: true }
    - { at: acknowledge due, notify: fallback }
  normal: [{ at: resolve due, notify: responder }]
`);
    expect(stage.hub.issue(n).assignees).toEqual(['alice']);
    await stage.pass(10 * MINUTE, 5 * MINUTE);
    expect(clockRow(card(stage.hub.issue(n)), 'Acknowledge')).toMatch(/^❌ 09:15 .* · missed; not done yet$/);
    expect(told(stage.hub.issue(n))).toEqual([['alice'], ['grace']]);
  });
});

describe('the reporter', () => {
  it('acknowledges by their own command when entitled', async () => {
    const stage = await stageOf();
    const n = stage.hub.as('grace').openIssue({ title: 'Down', body: '', labels: ['incident', 'P0'] });
    stage.hub.as('grace').comment(n, '/ack');
    await stage.react();
    expect(row(card(stage.hub.issue(n)), 'Acknowledged')).toBe('09:00 by `grace`');
  });

  it.each([
    ['grace', true],
    ['rita', false],
  ])('%s, assigned as the issue was opened, has acknowledged it: %s', async (reporter, acknowledged) => {
    const stage = await stageOf();
    const n = stage.hub.as(reporter).openIssue({ title: 'Down', labels: ['incident', 'P0'], assignees: ['alice'] });
    await stage.react();
    expect(row(card(stage.hub.issue(n)), 'Acknowledged') !== undefined).toBe(acknowledged);
  });
});

it('somebody who leaves later un-acknowledges nothing', async () => {
  const { stage, n } = await p0();
  const { databaseId } = stage.hub.as('alice').comment(n, '/ack');
  await stage.react();
  stage.hub.setRole('alice', null);
  stage.hub.as('alice').deleteComment(databaseId);
  stage.hub.deleteUser('alice');
  await stage.pass(60 * MINUTE);
  expect(clockRow(card(stage.hub.issue(n)), 'Acknowledge')).toMatch(/^✅ 09:15 .* · met 09:05,/);
  expect(told(stage.hub.issue(n))).toEqual([['alice', 'bob']]);
});

it('a comment that was edited before it was first read is not obeyed, and its author told so', async () => {
  const { stage, n } = await p0();
  const { databaseId } = stage.hub.as('grace').comment(n, 'hm');
  stage.hub.as('alice').editComment(databaseId, '/ack');
  await stage.react();
  const issue = stage.hub.issue(n);
  expect(card(issue)).toMatch(/^## .* · nobody has it yet$/m);
  expect(row(card(issue), 'Acknowledged')).toBeUndefined();
  expect(told(issue).at(-1)).toEqual(['grace']);
});
