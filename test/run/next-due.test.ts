// @module-tag slow

import { describe, expect, test } from 'vitest';
import { decide } from '../../src/capabilities/decide.ts';
import { fallsDue, nextDue } from '../../src/capabilities/next-due.ts';
import { readIncident } from '../../src/capabilities/reading.ts';
import { goodPolicy } from '../policy/lines.ts';
import { HOUR, MINUTE, PEOPLE, POLICY, stageOf } from '../support/stage.ts';
import { groundOf } from '../support/world.ts';

/* When something is due next is what a run at every second would find. */

describe.each([
  ['a P0 that nobody has', ['P0'], []],
  ['one that somebody has', ['P0'], ['/ack']],
  ['one on hold', ['P0'], ['/ack', '/silence 30m']],
  ['a report that nobody has assessed', [], []],
  ['a resolved P0, whose post-mortem is due', ['P0'], ['/ack', '/resolve rolled back']],
] as const)('%s', (_, labels, said) => {
  test.each([0, 14, 40, 200])('after %i minutes', async (minutes) => {
    const stage = await stageOf();
    const { hub } = stage;
    hub.as('grace').openIssue({ title: 'Down', labels: ['incident', ...labels] });
    await stage.react();
    for (const text of said) {
      hub.as('alice').comment(1, text);
      await stage.react();
    }
    hub.clock.advance(minutes * MINUTE);
    await stage.sweep();
    const now = hub.clock.now();
    const ground = groundOf({ now, policy: await goodPolicy(POLICY) }, new Map(Object.entries(PEOPLE)));
    const reading = readIncident(await stage.read(1), ground);
    const isDue = (at: number): boolean => {
      const later = { ...ground, now: at };
      return decide(readIncident(reading.issue, later), later).plan !== null;
    };
    const found = nextDue(reading, ground, now + 3 * HOUR);
    expect(fallsDue(reading, ground, now + 3 * HOUR)).toBe(found !== null && found > now);
    // Each minute, and the seconds around what was found.
    const until = found ?? now + 3 * HOUR;
    for (let at = now; at < until - 1_000; at += MINUTE) expect(isDue(at), `${(at - now) / MINUTE}`).toBe(false);
    if (found === null) return;
    expect(isDue(found)).toBe(true);
    expect(found === now || !isDue(found - 1_000)).toBe(true);
  });
});
