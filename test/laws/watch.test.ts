// @module-tag slow

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workshopOf } from '../support/actions/workshop.ts';
import { HOUR, MINUTE, POLICY } from '../support/stage.ts';
import { tries } from '../support/tries.ts';

/* A watch among events, ticks and the schedule, on a GitHub that loses, fails and takes runners away. */

const STEPS = ['acknowledge due', 'resolve 75%', 'resolve due', 'resolve due + 1h'];
const DUE = [15, 180, 240, 300].map((minutes) => (minutes + 1) * MINUTE);
const END = 6 * HOUR;

const trouble = fc.oneof(
  fc.record({ what: fc.constant('kill' as const), at: fc.integer({ min: 2, max: 330 }) }),
  fc.record({
    what: fc.constant('freeze' as const),
    at: fc.integer({ min: 2, max: 330 }),
    for: fc.integer({ min: 1, max: 15 }),
  }),
  fc.record({
    what: fc.constant('lose' as const),
    at: fc.integer({ min: 2, max: 330 }),
    events: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ what: fc.constant('command' as const), at: fc.integer({ min: 2, max: 330 }) }),
  fc.record({ what: fc.constant('word' as const), at: fc.integer({ min: 2, max: 330 }) }),
);

test('each step of a P0 is told once whatever becomes of the watch, and at the latest by the next run that GitHub lets through', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(trouble, { maxLength: 6 }), fc.integer({ min: 20, max: 70 }), async (troubles, gap) => {
      const shop = await workshopOf();
      const { hub, runner } = shop;
      const ticks: number[] = [];
      for (let at = gap * MINUTE; at < END; at += gap * MINUTE) {
        ticks.push(at);
        shop.tick(at);
      }
      shop.act(MINUTE, () => void hub.as('alice').openIssue({ title: 'Down', labels: ['incident', 'P0'] }));
      for (const it of troubles)
        shop.act(it.at * MINUTE, () => {
          if (it.what === 'kill')
            for (const job of runner.jobs) if (job.name === 'watch' && job.result === 'running') runner.kill(job);
          if (it.what === 'freeze') hub.freeze();
          if (it.what === 'lose') runner.lose(it.events);
          if (it.what === 'command') hub.as('nora').comment(1, '/help');
          if (it.what === 'word') hub.as('nora').comment(1, 'Any news?');
        });
      const frozen = troubles.flatMap((it) => (it.what === 'freeze' ? [it] : []));
      for (const it of frozen)
        shop.act((it.at + it.for) * MINUTE, () => {
          hub.thaw();
        });
      await shop.until(END);

      const told = new Map<string, number[]>();
      for (const { body, createdAt } of hub.issue(1).comments) {
        const { keys = [] } = JSON.parse(/^<!-- tocsin:notice (.*) -->/.exec(body)?.[1] ?? '{}') as { keys?: string[] };
        for (const key of keys) told.set(key, [...(told.get(key) ?? []), createdAt - Date.UTC(2026, 10, 2, 9)]);
      }
      const wasFrozen = (at: number): boolean =>
        frozen.some((it) => at >= (it.at - 2) * MINUTE && at <= (it.at + it.for + 2) * MINUTE);
      const isLost = (at: number): boolean =>
        troubles.some((it) => it.what === 'lose' && at >= it.at * MINUTE && at <= (it.at + 60) * MINUTE);
      for (const [i, step] of STEPS.entries()) {
        const times = told.get(`s:urgent:${step}`) ?? [];
        expect(times, step).toHaveLength(1);
        expect(times[0]!).toBeGreaterThanOrEqual(DUE[i]!);
        const net = ticks.find((at) => at >= DUE[i]! && !wasFrozen(at) && !isLost(at)) ?? END;
        expect(times[0]! - net, step).toBeLessThanOrEqual(2 * MINUTE);
      }
      expect(hub.unimplemented).toEqual([]);
    }),
    tries(2),
  );
});

test('many incidents watched for hours take less than half of the hourly allowance', async () => {
  // In the suite a share; in the long search fifty incidents for six hours.
  const [count, hours] = tries(1).numRuns >= 20 ? [50, 6] : [15, 2];
  const shop = await workshopOf({ policy: `${POLICY}watch: { horizon: 6h }\nmost-new: 100\n` });
  for (let i = 0; i < count; i++)
    shop.act((1 + i) * 3_000, () => {
      shop.hub.as('alice').openIssue({ title: `Down ${i}`, labels: ['incident', i < 10 ? 'P0' : 'P1'] });
    });
  // Somebody says something every few minutes.
  for (let at = 10 * MINUTE; at < (hours + 1) * HOUR; at += 4 * MINUTE)
    shop.act(at, () => shop.hub.as('bob').comment(1 + ((at / MINUTE) % count), 'Still looking'));
  const points = (): number => shop.hub.requests.reduce((sum, it) => sum + it.points, 0);
  const calls = (): number => shop.hub.requests.filter(({ kind }) => kind === 'rest').length;
  // In the first hour people open issues, each of which has its run.
  await shop.until(HOUR);
  for (let hour = 2; hour <= hours + 1; hour++) {
    const before = [points(), calls()] as const;
    await shop.until(hour * HOUR);
    expect(points() - before[0]).toBeLessThan(500);
    expect(calls() - before[1]).toBeLessThan(500);
  }
  const watches = shop.runner.jobs.filter(({ run, name }) => name === 'watch' && run.title === 'Tocsin watch');
  expect(watches.length).toBeGreaterThan(0);
  expect(shop.runner.runs.filter(({ conclusion }) => conclusion === 'failure' || conclusion === 'cancelled')).toEqual(
    [],
  );
});
