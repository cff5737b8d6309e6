import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../../src/calendar/length.ts';
import type { HostedTarget } from '../../../src/status-page/hosted/target.ts';
import { OPEN, statesOf } from './kinds.ts';
import { runAt, type Fate } from './outlet.ts';
import { world, type Act } from './worlds.ts';

/* Law 5, one request after the other: a run is killed at it, before or after the service has handled it, and another run goes on. */

const BEFORE: readonly Act[] = [
  { do: 'open', components: ['api'], harm: 'major_outage' },
  { do: 'open', components: ['checkout', 'api'], harm: 'degraded_performance' },
  { do: 'plan', components: ['search'] },
];
const AFTER: readonly Act[] = [
  { do: 'say', place: 0, stage: 3 },
  { do: 'say', place: 0, stage: 4 },
  { do: 'correct', place: 0, update: 0 },
  { do: 'hide', place: 1 },
  { do: 'rename', place: 1 },
  { do: 'say', place: 1, stage: 1 },
  { do: 'open', components: ['search', 'inside'], harm: 'partial_outage' },
  { do: 'say', place: 2, stage: 1 },
];

async function play(type: HostedTarget['type'], fates: readonly Fate[]) {
  const opened = OPEN[type]();
  const { target, token, receiver } = opened;
  const stage = world();
  const happen = (acts: readonly Act[]): void => {
    for (const it of acts) if (it.do !== 'run') stage.happen(it);
  };
  happen(BEFORE);
  expect(await runAt(receiver, stage.now()).bring(target, stage.wanted(target), token)).toBeNull();
  happen(AFTER);
  const run = runAt(receiver, stage.now() + MINUTE, fates);
  const result = await run.bring(target, stage.wanted(target), token);
  const next = await runAt(receiver, stage.now() + 3 * MINUTE).bring(target, stage.wanted(target), token);
  expect(next).toBeNull();
  const states = opened.states();
  if (states !== null) expect(states).toEqual(statesOf(type, stage.wanted(target)));
  return { result, count: run.asked.length, entries: opened.entries(), sent: opened.sent() };
}

describe.each(['statuspage', 'instatus', 'cstate'] as const)('%s', (type) => {
  test.each(['killed-before', 'killed-after'] as const)(
    'ends as if no run had been %s, whichever request it was',
    async (fate) => {
      const whole = await play(type, []);
      expect(whole.result).toBeNull();
      expect(whole.count).toBeGreaterThan(1);
      for (let place = 0; place < whole.count; place++) {
        const { result, entries, sent } = await play(type, [
          ...Array.from({ length: place }, () => 'fine' as const),
          fate,
        ]);
        expect(result).toBe('killed');
        expect(entries).toEqual(whole.entries);
        expect([...(sent ?? [])].sort()).toEqual([...(whole.sent ?? [])].sort());
      }
    },
  );
});
