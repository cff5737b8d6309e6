// @module-tag slow

import { expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import type { Report } from '../../src/run/report.ts';
import { clockOn } from '../support/card.ts';
import { card, HOUR, MINUTE, stageOf } from '../support/stage.ts';

/* A clock that repeats is missed again and again: each miss is recorded once, and a run that finds nothing new writes nothing. */

const POLICY = `
roles: { responder: [alice], management: [grace] }
fallback: grace
priorities:
  P0: { acknowledge: 30m, resolve: 20h, no-progress: 1h }
  P1: { acknowledge: 30m, resolve: 20h, no-progress: 1h }
triage:
  - { if: { severity: critical }, priority: P1, apply: true }
alerts: { recovery: resolve }
`;

const failuresOf = ({ settled }: Report): readonly string[] => settled.flatMap(({ failures }) => failures);
const progressOn = ({ hub }: Stage): string => clockOn(card(hub.issue(1)), 'Progress').join('\n');

/** A run every so often, none of which fails; and a second one at the same instant, which has nothing to do. */
async function pass(stage: Stage, times: number, every: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    stage.hub.clock.advance(every);
    expect(failuresOf(await stage.sweep())).toEqual([]);
    const { settled } = await stage.sweep();
    expect(settled.flatMap(({ done }) => done)).toEqual([]);
  }
}

test('an incident that is raised after a miss settles, and counts each miss once', async () => {
  const stage = await stageOf({ policy: POLICY });
  const { hub } = stage;
  const say = async (text: string): Promise<void> => {
    hub.as('alice').comment(1, text);
    await stage.sweep();
  };
  hub.as('nora').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
  await stage.sweep();
  await say('/ack');
  await pass(stage, 3, 30 * MINUTE);
  hub.as('alice').unlabel(1, 'P1');
  hub.as('alice').label(1, 'P0');
  await stage.sweep();
  await pass(stage, 3, 30 * MINUTE);
  await say('/progress the cache');
  await pass(stage, 3, 30 * MINUTE);
  await say('/progress the queue');
  await pass(stage, 6, 30 * MINUTE);
  // At 10:00 as P1; at 11:30, 13:00 and 14:30 as P0.
  expect(progressOn(stage)).toBe(
    '- ❌ **Progress** 14:30 (within 1 h) · missed; not done yet\n- ❌ **Progress** (within 1 h) · missed 3 times, last 13:00',
  );
});

test('an alert that turns out to have been over for hours counts no miss twice', async () => {
  const start = Date.parse('2026-11-02T09:00:00Z');
  const stage = await stageOf({ policy: POLICY });
  const { hub } = stage;
  const tell = async (status: string, at: number): Promise<void> => {
    const alert = { key: 'shop', title: 'Shop down', severity: 'critical', status, at: new Date(at).toISOString() };
    hub.as('watch').dispatch('tocsin-alert', { alert });
    const { name: event, payload } = hub.takeEvents().at(-1)!;
    await stage.sweep({ event, payload, command: 'intake' });
    await stage.sweep({ event, payload });
  };
  await tell('firing', start);
  hub.clock.advance(5 * MINUTE);
  hub.as('alice').comment(1, '/ack');
  await stage.sweep();
  for (let n = 0; n < 4; n++) {
    await pass(stage, 4, HOUR / 2);
    hub.as('alice').comment(1, '/progress still looking');
    await stage.sweep();
  }
  const missed = '- ❌ **Progress** (within 1 h) · missed 4 times, last 16:05';
  expect(progressOn(stage)).toBe(`- ⏳ **Progress** 18:05 (within 1 h)\n${missed}`);
  await tell('resolved', start + 3.5 * HOUR);
  await pass(stage, 5, 15 * MINUTE);
  expect(progressOn(stage)).toBe(missed);
});
