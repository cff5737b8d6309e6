import { describe, expect, test } from 'vitest';
import { isRed } from '../../src/run/report.ts';
import { card, DAY, mentioned, notices } from '../support/stage.ts';
import { at, form, open, planned, PLANNED, say } from './maintenance-story.ts';

/* A planned maintenance, from its confirmation to its end. */

const first = (text: string): string => text.split('\n')[0]!;

describe('a maintenance', () => {
  test('is announced, begins, is done and completed, and its issue is closed', async () => {
    const stage = await planned({ from: '2026-11-04 14:00', to: '16:00' });
    const { hub } = stage;
    expect(card(hub.issue(1))).toContain('## Maintenance · scheduled');
    expect(card(hub.issue(1))).toContain('- Planned: Wed 4 Nov 2026, 14:00 UTC to 16:00 UTC');
    expect(notices(hub.issue(1))).toEqual([]);
    await at(stage, '14:05', '2026-11-03');
    await at(stage, '14:20', '2026-11-03');
    await at(stage, '13:10', '2026-11-04');
    await at(stage, '14:10', '2026-11-04');
    expect(notices(hub.issue(1)).map(first)).toEqual([
      '@nora @alice **Maintenance of `checkout` begins Wed 14:00 UTC.**',
      '@nora @alice **Maintenance of `checkout` begins 14:00 UTC.**',
      '@nora @alice **Maintenance of `checkout` has begun. Planned end: 16:00 UTC.**',
    ]);
    // The run was late, and the time is true.
    expect(card(hub.issue(1))).toContain('- Begun: Wed 4 Nov 2026, 14:00 UTC');
    await at(stage, '15:00', '2026-11-04');
    await say(stage, 'bob', '/done');
    expect(card(hub.issue(1))).toContain('## Maintenance · being verified');
    await say(stage, 'bob', '/done');
    expect(card(hub.issue(1))).toContain('## Maintenance · completed');
    expect(card(hub.issue(1))).toContain('- Completed: Wed 4 Nov 2026, 15:02 UTC');
    expect(notices(hub.issue(1)).at(-1)).toBe('@nora **Maintenance of `checkout` is over.**');
    expect(hub.issue(1).state).toBe('CLOSED');
    const before = hub.issues();
    await stage.sweep();
    expect(hub.issues()).toEqual(before);
  });

  test('costs no write and one request in a run with nothing due', async () => {
    const stage = await planned({ from: '2026-11-09 14:00' });
    await stage.sweep();
    const before = stage.hub.requests.length;
    const report = await stage.sweep();
    expect(stage.hub.requests.slice(before)).toHaveLength(1);
    expect(isRed(report)).toBe(false);
  });

  test('whose announcements were all missed is announced once', async () => {
    const stage = await planned({ from: '2026-11-04 14:00' });
    await at(stage, '14:30', '2026-11-04');
    expect(notices(stage.hub.issue(1)).map(first)).toEqual([
      '@nora @alice **Maintenance of `checkout` has begun. Planned end: 16:00 UTC.**',
    ]);
    await stage.pass(DAY / 24);
    expect(notices(stage.hub.issue(1))).toHaveLength(1);
  });

  test('that runs over is told to whoever has it, then to those above', async () => {
    const stage = await planned();
    stage.hub.as('alice').assign(1, 'bob');
    await at(stage, '14:00');
    await at(stage, '16:05');
    const told = () => notices(stage.hub.issue(1)).slice(2).map(first);
    expect(told()).toEqual(['@bob **Comment `/done`, or `/extend 1h`: the maintenance is running over.**']);
    expect(card(stage.hub.issue(1))).toContain('## Maintenance · running over');
    await at(stage, '16:20');
    await at(stage, '18:20');
    expect(told().slice(1)).toEqual([
      '@bob @grace **The maintenance is running over, and nobody answers. Please have it ended or extended.**',
    ]);
    await say(stage, 'bob', '/extend 1h');
    expect(card(stage.hub.issue(1))).toContain('## Maintenance · in progress');
    expect(card(stage.hub.issue(1))).toContain('before **Mon 2 Nov 2026, 19:21 UTC**');
    expect(told().at(-1)).toBe('@nora **Maintenance of `checkout` goes on until 19:21 UTC.**');
    await at(stage, '19:40');
    expect(told().at(-1)).toContain('@bob @grace');
  });

  test('is completed by itself after it was verified for as long as the policy says', async () => {
    const stage = await planned({}, { policy: PLANNED.replace('overrun:', 'verify: 30m, overrun:') });
    await at(stage, '14:00');
    await say(stage, 'alice', '/done');
    await at(stage, '14:45');
    expect(card(stage.hub.issue(1))).toContain('- Completed: Mon 2 Nov 2026, 14:31 UTC');
    expect(stage.hub.issue(1).state).toBe('CLOSED');
  });

  test('is begun before its time, and what makes no sense is refused with what would', { tags: 'slow' }, async () => {
    const stage = await planned();
    await say(stage, 'alice', '/done');
    expect(notices(stage.hub.issue(1)).at(-1)).toContain('`/done`: the maintenance has not begun. `/start` begins it');
    await say(stage, 'alice', '/start');
    expect(card(stage.hub.issue(1))).toContain('- Begun: Mon 2 Nov 2026, 09:02 UTC');
    // As long as was planned.
    expect(card(stage.hub.issue(1))).toContain('- Planned: Mon 2 Nov 2026, 09:02 UTC to 11:02 UTC');
    await say(stage, 'alice', '/move 2026-11-03 10:00 11:00');
    expect(notices(stage.hub.issue(1)).at(-1)).toContain('comes too late: the maintenance has begun');
    for (const [text, why] of [
      ['/extend', 'needs how much longer'],
      ['/extend 1h30', 'needs how much longer'],
      ['/extend 11:00', 'takes a later end'],
      ['/extend 20d', '7 days at most'],
      ['/cancel', 'needs a reason'],
      ['/ack', 'is not a command here'],
      ['/finish', 'Did you mean `/done`?'],
    ] as const) {
      await say(stage, 'alice', text);
      expect(notices(stage.hub.issue(1)).at(-1), text).toContain(why);
    }
  });

  test('is closed by hand: completed, or cancelled before it has begun; opened again in its time it goes on', async () => {
    const stage = await planned();
    await at(stage, '14:30');
    stage.hub.as('alice').close(1);
    await stage.react();
    expect(card(stage.hub.issue(1))).toContain('## Maintenance · completed');
    stage.hub.clock.advance(60_000);
    stage.hub.as('alice').reopen(1);
    await stage.react();
    expect(card(stage.hub.issue(1))).toContain('## Maintenance · in progress');
    const other = await planned();
    other.hub.as('alice').close(1);
    await other.react();
    expect(card(other.hub.issue(1))).toContain('## Maintenance · cancelled');
  });

  test('stays over when it is opened again later, until it is planned anew', async () => {
    const stage = await planned();
    await say(stage, 'alice', '/cancel the vendor is ill');
    expect(stage.hub.issue(1).state).toBe('CLOSED');
    expect(card(stage.hub.issue(1))).toContain('- Reason: the vendor is ill (`alice`)');
    stage.hub.clock.advance(60_000);
    stage.hub.as('bob').reopen(1);
    await stage.react();
    expect(first(notices(stage.hub.issue(1)).at(-1)!)).toBe(
      '@bob **The maintenance does not resume. Comment `/move FROM TO` to plan it again.**',
    );
    await at(stage, '14:30');
    expect(card(stage.hub.issue(1))).toContain('## Maintenance · cancelled');
    expect(stage.hub.issue(1).state).toBe('OPEN');
    await say(stage, 'bob', '/move tomorrow 14:00 to 15:00');
    expect(card(stage.hub.issue(1))).toContain('- Planned: Tue 3 Nov 2026, 14:00 UTC to 15:00 UTC');
    await at(stage, '14:10', '2026-11-03');
    expect(card(stage.hub.issue(1))).toContain('## Maintenance · in progress');
  });

  test('that overlaps with another is named on both cards, and the later one is told of it once', async () => {
    const stage = await planned();
    const body = form({ services: 'mail, checkout', from: '2026-11-02 15:00', to: '17:00' });
    expect(await open(stage, body, 'bob')).toBe(2);
    await stage.sweep();
    await stage.sweep();
    expect(card(stage.hub.issue(1))).toContain('⚠️ Overlaps with #2');
    expect(card(stage.hub.issue(2))).toContain('⚠️ Overlaps with #1');
    const told = (n: number) =>
      notices(stage.hub.issue(n))
        .flatMap((it) => it.split('\n'))
        .filter((it) => it.includes('overlaps'));
    expect(told(1)).toEqual([]);
    expect(told(2).map(mentioned)).toEqual([['bob']]);
    await say(stage, 'bob', '/move 2026-11-02 17:00 18:00', 2);
    await stage.sweep();
    expect(card(stage.hub.issue(1))).not.toContain('Overlaps');
    expect(card(stage.hub.issue(2))).not.toContain('Overlaps');
  });
});
