import { describe, expect, test } from 'vitest';
import { mark } from '../../src/engine/mark.ts';
import { EMPTY_RECORD } from '../../src/engine/record.ts';
import { problemOriginOf } from '../../src/post-incident/problem/origin.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { isRed } from '../../src/run/report.ts';
import { writes } from '../laws/story.ts';
import { card, DAY, HOUR, mentioned, MINUTE, notices, PEOPLE, POLICY, stageOf } from '../support/stage.ts';

/* Problem tickets and what belongs to them, where people do what nobody expects. */

const PROBLEMS = `${POLICY}
categories: [{ name: checkout, owner: management }, { name: keys, owner: management, confidential: true }]
problems: { for: [P1] }
`;

async function say(stage: Stage, issue: number, login: string, text: string): Promise<void> {
  stage.hub.clock.advance(MINUTE);
  stage.hub.as(login).comment(issue, text);
  await stage.react();
}

/** Opens an incident. */
async function open(stage: Stage, priority = 'P2'): Promise<number> {
  const number = stage.hub.as('nora').openIssue({ title: 'Checkout is slow' });
  stage.hub.as('bob').label(number, priority, 'checkout');
  await stage.react();
  return number;
}

/** Two runs after which there is nothing to do: neither is red, and the second writes nothing. Gives the requests of that. */
async function idle(stage: Stage): Promise<number> {
  await stage.sweep();
  const before = stage.hub.requests.length;
  expect(isRed(await stage.sweep())).toBe(false);
  const made = stage.hub.requests.slice(before);
  expect(writes(made)).toEqual([]);
  return made.length;
}

const about = (stage: Stage, issue: number, text: string): string[] =>
  notices(stage.hub.issue(issue)).filter((it) => it.includes(text));

describe('what an incident joins', () => {
  /** The incidents #1 and #2, of which the second has joined the ticket #3 of the first. */
  async function joined(): Promise<Stage> {
    const stage = await stageOf({ policy: PROBLEMS });
    await open(stage);
    await open(stage);
    await say(stage, 1, 'alice', '/problem The queue has no limit');
    await say(stage, 2, 'alice', '/problem #3');
    return stage;
  }

  test('is not said to be no problem ticket because it was solved later', { tags: 'slow' }, async () => {
    const stage = await joined();
    await say(stage, 3, 'alice', '/root-cause no limit\n/plan there is one now');
    expect(stage.hub.issue(3).state).toBe('CLOSED');
    await stage.pass(3 * DAY, 12 * HOUR);
    expect(about(stage, 2, 'is no open problem ticket')).toEqual([]);
    expect(await idle(stage)).toBe(1);
  });

  test('is a problem ticket without its label, too', { tags: 'slow' }, async () => {
    const stage = await joined();
    stage.hub.as('bob').unlabel(3, 'problem-ticket');
    await stage.sweep();
    expect(about(stage, 2, 'is no open problem ticket')).toEqual([]);
    expect(card(stage.hub.issue(3))).toContain('- 2 incidents: #1, #2');
  });

  test('is not what it joined before, and nothing that is confidential stays there', { tags: 'slow' }, async () => {
    const stage = await joined();
    await open(stage);
    await say(stage, 4, 'alice', '/problem Another one');
    await say(stage, 2, 'alice', '/problem #5');
    await stage.sweep();
    expect(card(stage.hub.issue(3))).toContain('- Incident: #1');
    expect(card(stage.hub.issue(5))).toContain('- 2 incidents: #2, #4');
    await say(stage, 2, 'alice', '/category keys');
    await stage.sweep();
    stage.hub.as('alice').close(2);
    await stage.react();
    // Not even when it is no longer read.
    await stage.pass(60 * DAY, 10 * DAY);
    expect(stage.hub.issue(5).comments[0]!.body).not.toMatch(/#2\b|incident-2/);
  });
});

test('fifty titles open one ticket, and one that comes later is answered, once', { tags: 'slow' }, async () => {
  const stage = await stageOf({ policy: PROBLEMS, people: { ...PEOPLE, grace: 'admin' } });
  await open(stage);
  for (let i = 0; i < 50; i++) stage.hub.as('alice').comment(1, `/problem Title ${i}`);
  await stage.sweep();
  expect(stage.hub.issues().map(({ title }) => title)).toEqual(['Checkout is slow', 'Title 49']);
  expect(about(stage, 1, 'It has a problem ticket already')).toEqual([]);
  await say(stage, 1, 'alice', '/problem A better title @grace');
  expect(await idle(stage)).toBe(1);
  const [told = '', ...others] = about(stage, 1, 'It has a problem ticket already: #2.');
  expect(mentioned(told)).toEqual(['alice']);
  expect(others).toEqual([]);
  // Deleted, it is not opened again, and that is said.
  stage.hub.as('grace').deleteIssue(2);
  await say(stage, 1, 'alice', '/problem Once more');
  await idle(stage);
  expect(about(stage, 1, 'It has a problem ticket already: #2.')).toHaveLength(2);
  expect(stage.hub.issues()).toHaveLength(1);
});

test.each(['#2 it is the same', '#2, again', '#2.', '2'])(
  'a number joins, whatever stands behind it: %s',
  { tags: 'slow' },
  async (text) => {
    const stage = await stageOf({ policy: PROBLEMS });
    await open(stage, 'P1');
    await say(stage, 1, 'alice', '/resolve more memory');
    await open(stage);
    await say(stage, 3, 'alice', `/problem ${text}`);
    await idle(stage);
    expect(stage.hub.issues()).toHaveLength(3);
    expect(card(stage.hub.issue(2))).toContain('- 2 incidents: #1, #3');
  },
);

test('an address is no title', { tags: 'slow' }, async () => {
  const stage = await stageOf({ policy: PROBLEMS });
  await open(stage);
  await say(stage, 1, 'alice', '/problem https://github.com/acme/shop/issues/2');
  expect(stage.hub.issues()).toHaveLength(1);
  expect(about(stage, 1, 'takes the title of a new problem ticket, or the number of one')).toHaveLength(1);
});

test('whoever asks for one of what is confidential is told that it has none, once', { tags: 'slow' }, async () => {
  const stage = await stageOf({ policy: PROBLEMS });
  stage.hub.as('bob').openIssue({ title: 'Leak', labels: ['incident', 'P2', 'keys'] });
  await stage.react();
  await say(stage, 1, 'alice', '/problem The keys are old');
  await idle(stage);
  const told = about(stage, 1, 'What is confidential has no problem ticket');
  expect(told.map(mentioned)).toEqual([['alice']]);
  expect(told[0]).not.toContain('The keys are old');
  expect(stage.hub.issues()).toHaveLength(1);
});

test('an owner in its text that can be none is nobody', () => {
  const owned = (owner: string) => ({ own: true, body: mark('problem', 1, { priority: 'P1', owner }) });
  const ownerIn = (owner: string) => problemOriginOf(owned(owner), EMPTY_RECORD)!.owner;
  expect(['alice', 'x` @bob `y', '', 'a b'].map(ownerIn)).toEqual(['alice', null, null, null]);
});

test('an owner whose account is gone is tried once, and somebody is told', { tags: 'slow' }, async () => {
  // A P0 gets a post-mortem, a P1 a problem ticket: each is to be owned by somebody who is gone.
  const policy = PROBLEMS.replace(
    'management: [grace]',
    'management: [grace]\n  incident-manager: [zed]\n  heads: [zed]',
  )
    .replace('checkout, owner: management', 'checkout, owner: heads')
    .replace('for: [P1]', 'for: [P0]');
  const stage = await stageOf({ policy, people: { ...PEOPLE, zed: 'write' } });
  await open(stage, 'P0');
  stage.hub.deleteUser('zed');
  await say(stage, 1, 'alice', '/resolve more memory');
  expect(await idle(stage)).toBe(1);
  for (const number of [2, 3]) {
    const told = about(stage, number, 'GitHub does not assign `zed`. Please assign somebody else.');
    expect(told.map(mentioned)).toEqual([['grace']]);
    expect(card(stage.hub.issue(number))).toContain('Owner: nobody yet; please assign somebody');
  }
  stage.hub.as('grace').assign(3, 'bob');
  await stage.react();
  expect(card(stage.hub.issue(3))).toContain('Owner: `bob`');
  stage.hub.clock.advance(DAY);
  expect(await idle(stage)).toBe(1);
});

test('a solved ticket that somebody opens again stays open until somebody closes it', { tags: 'slow' }, async () => {
  const stage = await stageOf({ policy: PROBLEMS });
  await open(stage, 'P1');
  await say(stage, 1, 'alice', '/resolve more memory');
  await say(stage, 2, 'alice', '/root-cause no limit\n/plan there is one now');
  expect(stage.hub.issue(2).state).toBe('CLOSED');
  stage.hub.clock.advance(HOUR);
  stage.hub.as('grace').reopen(2);
  await stage.react();
  await idle(stage);
  expect(stage.hub.issue(2).state).toBe('OPEN');
  expect(card(stage.hub.issue(2))).toContain('**Open again:** please close it once it is done.');
  // So others can join it.
  await open(stage);
  await say(stage, 3, 'alice', '/problem #2');
  await idle(stage);
  expect(card(stage.hub.issue(2))).toContain('- 2 incidents: #1, #3');
  expect(about(stage, 3, 'is no open problem ticket')).toEqual([]);
  stage.hub.as('grace').close(2);
  await stage.react();
  await idle(stage);
  expect(stage.hub.issue(2).state).toBe('CLOSED');
});

test('three hundred incidents and two hundred analyses fit on its card', { tags: 'slow' }, async () => {
  const stage = await stageOf({ policy: `${PROBLEMS}most-new: 1000\n` });
  await open(stage);
  await say(stage, 1, 'alice', '/problem The queue has no limit');
  for (let i = 0; i < 300; i++) {
    const number = stage.hub.as('bob').openIssue({ title: `Mail ${i}`, labels: ['incident', 'P3'] });
    stage.hub.as('alice').comment(number, '/problem #2');
  }
  for (let i = 0; i < 200; i++) stage.hub.as('alice').comment(2, `/rca ${'`|@x '.repeat(1_000)}${i}`);
  // A run starts and reads so many only.
  for (let i = 0; i < 5; i++) await stage.sweep();
  await idle(stage);
  const body = stage.hub.issue(2).comments.find((it) => it.body.startsWith('<!-- tocsin:card'))!.body;
  expect(body).toContain('- 301 incidents: ');
  expect(body.length).toBeLessThan(65_536);
});

test('a recurrence is proposed once, wherever the rule stands that found it', { tags: 'slow' }, async () => {
  const rule = '{ same: [category], times: 2, within: 30d }';
  const policy = `${PROBLEMS}recurrence: [${rule}]\n`;
  const stage = await stageOf({ policy });
  for (const number of [1, 2]) {
    await open(stage);
    await say(stage, number, 'alice', '/resolve restarted it');
  }
  expect(about(stage, 2, 'one problem behind')).toHaveLength(1);
  const more = policy.replace(`[${rule}]`, `[{ same: [category], times: 50, within: 1d }, ${rule}]`);
  stage.hub.commit({ '.github/tocsin.yml': more });
  await idle(stage);
  expect(about(stage, 2, 'one problem behind')).toHaveLength(1);
});

test(
  'a ticket that somebody closes as a duplicate before it is solved is opened again as any other',
  { tags: 'slow' },
  async () => {
    const stage = await stageOf({ policy: PROBLEMS });
    await open(stage, 'P1');
    await say(stage, 1, 'alice', '/resolve more memory');
    stage.hub.clock.advance(HOUR);
    stage.hub.as('bob').close(2, 'duplicate', 1);
    await stage.react();
    expect(stage.hub.issue(2).state).toBe('OPEN');
    expect(about(stage, 2, 'This problem is not solved')).toHaveLength(1);
  },
);
