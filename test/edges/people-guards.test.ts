import { describe, expect, test } from 'vitest';
import { row } from '../support/card.ts';
import { card, HOUR, MINUTE, notices } from '../support/stage.ts';
import { at, PEOPLE, STEPS, idleWrites } from './people-story.ts';

describe('rights', () => {
  test('a refusal names those who may use the command', async () => {
    const { say, last } = await at(`${PEOPLE}${STEPS}commands: { silence: [admin] }\n`);
    await say('alice', '/silence 1h calm');
    expect(last()).toContain('admin');
    expect(last()).not.toContain('write');
  });

  test('whoever may use other commands is answered each time', async () => {
    const { hub, issue, say } = await at(`${PEOPLE}${STEPS}commands: { silence: [admin], dismiss: [admin] }\n`);
    await say('alice', '/silence 1h calm');
    const count = notices(issue()).length;
    hub.clock.advance(HOUR / 4);
    await say('alice', '/dismiss a false alarm');
    const said = notices(issue()).slice(count).join();
    expect(said).toContain('/dismiss');
  });
});

describe('one comment', () => {
  test('with more commands than are read says so', async () => {
    const { issue, say } = await at(PEOPLE + STEPS);
    const before = notices(issue()).length;
    const lines = Array.from({ length: 20 }, (_, i) => `/link https://graphs.example/${i}`);
    await say('alice', [...lines, '/resolve rolled back'].join('\n'));
    const isResolved = card(issue()).includes('· resolved');
    expect(isResolved || notices(issue()).length > before).toBe(true);
  });

  test('after a long note still commands, or says that it did not', async () => {
    const { issue, say } = await at(PEOPLE + STEPS);
    const before = notices(issue()).length;
    await say('alice', `/note ${'a '.repeat(5_000)}\n\n/resolve rolled back`);
    const isResolved = card(issue()).includes('· resolved');
    expect(isResolved || notices(issue()).length > before).toBe(true);
  });

  test('can escalate twice: both reasons are told', async () => {
    const { issue, say } = await at(PEOPLE + STEPS);
    await say('alice', '/escalate the database is gone\n/escalate and so is the cache');
    const all = notices(issue()).join();
    expect(all).toContain('the database is gone');
    expect(all).toContain('and so is the cache');
  });
});

describe('a card', () => {
  test('of 200 commands stays below the limit of GitHub', { tags: 'slow' }, async () => {
    const { hub, stage, issue } = await at(PEOPLE + STEPS);
    for (let i = 0; i < 200; i++) {
      hub.clock.advance(MINUTE);
      hub.as('alice').comment(1, `/link https://graphs.example/${i}/${'a'.repeat(240)}`);
    }
    const run = await stage.sweep();
    expect(run.settled.flatMap(({ failures }) => failures)).toEqual([]);
    expect(card(issue())).toContain('graphs.example/199/');
  });
});

describe('guards', () => {
  test('the address of a link stays code on the card', async () => {
    const { issue, say } = await at(PEOPLE + STEPS);
    await say('alice', '/link https://x.example/a|b`c`<b>@everyone#1');
    expect(row(card(issue()), 'Added')).toBe('`https://x.example/a|b%60c%60%3Cb%3E@everyone#1` (`alice`)');
  });

  test('many commands at once, of itself a duplicate, leave nothing to do', { tags: 'slow' }, async () => {
    const { stage, issue, say } = await at(`${PEOPLE}${STEPS}pauses: { waiting: [resolve] }\n`);
    await say(
      'alice',
      '/ack\n/pause waiting x\n/resume\n/assign bob\n/role management @wes\n/silence 1h x\n/escalate now\n/level 2 x\n/test-page\n/timeline 08:00 x\n/duplicate #1\n/help',
    );
    expect(issue().state).toBe('OPEN');
    expect(await idleWrites(stage)).toEqual([]);
  });

  test('300 answers that no run has given fit into one comment', { tags: 'slow' }, async () => {
    const { hub, stage, issue } = await at(PEOPLE + STEPS);
    for (let i = 0; i < 300; i++) {
      hub.clock.advance(1000);
      hub.as('alice').comment(1, '/help');
    }
    const before = notices(issue()).length;
    const run = await stage.sweep();
    expect(run.settled.flatMap(({ failures }) => failures)).toEqual([]);
    expect(notices(issue())).toHaveLength(before + 1);
  });
});
