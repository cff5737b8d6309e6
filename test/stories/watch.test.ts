// @module-tag slow

import { describe, expect, test } from 'vitest';
import { workflowFor } from '../../src/setup/workflow.ts';
import { goodPolicy } from '../policy/lines.ts';
import { card, HOUR, MINUTE, POLICY } from '../support/stage.ts';
import { expectQuiet, jobsOf, outage, STEPS, told, watches } from './watch-story.ts';

/* While something is due soon a run looks, and what falls due is acted on within a minute, however late GitHub's schedule is. */

const SECOND = 1_000;

describe('a P0 that nobody takes on, while the schedule comes every 65 minutes', () => {
  test('is escalated within a minute of each due instant', async () => {
    const shop = await outage();
    await shop.until(9 * HOUR);
    const lateness = told(shop).map((at, i) => at - STEPS[i]!);
    expect(lateness).toHaveLength(STEPS.length);
    for (const late of lateness) {
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThanOrEqual(MINUTE);
    }
    expectQuiet(shop);
  });

  test('is escalated up to an hour late without a watch, and no job of it is there', async () => {
    const policy = `${POLICY}watch: { for: [] }\n`;
    const workflow = workflowFor(await goodPolicy(policy), '.github/tocsin.yml', 'incident');
    expect(workflow).not.toContain('command: watch\n');
    const shop = await outage({ policy, workflow });
    await shop.until(9 * HOUR);
    const minutes = told(shop).map((at, i) => Math.round((at - STEPS[i]!) / MINUTE));
    expect(minutes).toEqual([49, 14, 19, 24, 34]);
    expect(watches(shop)).toEqual([]);
    expectQuiet(shop);
  });

  test('says until when it is watched, on the card and by a label, and no longer than that', async () => {
    const shop = await outage();
    await shop.until(5 * MINUTE);
    expect(card(shop.hub.issue(1))).toContain('**Watched**: until 14:01; what falls due is noticed within a minute');
    expect(shop.hub.issue(1).labels).toContain('watched');
    await shop.until(20 * MINUTE);
    // Nothing more is due within the hour.
    expect(watches(shop).map(({ result }) => result)).toEqual(['success']);
    expect(card(shop.hub.issue(1))).not.toContain('Watched');
    expect(shop.hub.issue(1).labels).not.toContain('watched');
    const ended = shop.reports.find(({ report }) => report.watched)!.report.watched!;
    expect(ended).toMatchObject({ end: 'idle', started: 3 });
  });

  test('is watched on by another one when the time of the first is up', async () => {
    const shop = await outage({ policy: `${POLICY}watch: { at-most: 10m }\n` });
    await shop.until(2 * HOUR);
    const [first, second, ...more] = watches(shop);
    expect(more).toEqual([]);
    expect(second!.startedAt! - first!.endedAt!).toBeLessThan(MINUTE);
    expect(told(shop)[0]! - STEPS[0]!).toBeLessThanOrEqual(MINUTE);
    expectQuiet(shop);
  });
});

describe('a watch that is gone', () => {
  test.each([
    ['at once', 0],
    ['while it sleeps', 5],
    ['just before something is due', 14.9],
  ])('killed %s is made up for by the next event, and nothing is told twice', async (_, minutes) => {
    const shop = await outage();
    shop.act(2 * MINUTE + minutes * MINUTE, () => {
      for (const job of watches(shop)) shop.runner.kill(job);
    });
    shop.act(2 * MINUTE + minutes * MINUTE + 10 * SECOND, () => shop.hub.as('nora').comment(1, 'See /status'));
    await shop.until(9 * HOUR);
    expect(
      told(shop)
        .map((at, i) => at - STEPS[i]!)
        .filter((late) => late < 0 || late > 2 * MINUTE),
    ).toEqual([]);
    expect(told(shop)).toHaveLength(STEPS.length);
  });

  test('because GitHub fails for long is made up for by the schedule', async () => {
    const shop = await outage();
    shop.act(3 * MINUTE, () => {
      shop.hub.freeze();
    });
    shop.act(30 * MINUTE, () => {
      shop.hub.thaw();
    });
    await shop.until(9 * HOUR);
    const late = told(shop).map((at, i) => Math.round((at - STEPS[i]!) / MINUTE));
    expect(late).toEqual([49, 0, 0, 0, 0]);
    expect(watches(shop)[0]!.result).toBe('failure');
  });

  test('for a short while is not', async () => {
    const shop = await outage();
    shop.act(14 * MINUTE, () => {
      shop.hub.freeze();
    });
    shop.act(17 * MINUTE, () => {
      shop.hub.thaw();
    });
    await shop.until(25 * MINUTE);
    expect(told(shop)).toHaveLength(1);
    expect(told(shop)[0]!).toBeLessThanOrEqual(18 * MINUTE);
    expectQuiet(shop);
  });

  test('because the job may not start runs leaves everything to events and the schedule', async () => {
    const tokens = {
      'token-of-watch': { login: 'github-actions[bot]', permissions: { contents: 'read', issues: 'read' } },
    } as const;
    const shop = await outage({ tokens });
    await shop.until(3 * HOUR);
    expect(watches(shop)).toEqual([]);
    expect(told(shop).map((at, i) => Math.round((at - STEPS[i]!) / MINUTE))).toEqual([49]);
    expect(jobsOf(shop, 'incidents').every(({ result }) => result === 'success')).toBe(true);
  });

  test('because its start was not heard is asked for again', async () => {
    const shop = await outage();
    // The run that is to escalate is lost without a trace, twice.
    shop.act(15 * MINUTE, () => {
      shop.runner.lose(2);
    });
    await shop.until(30 * MINUTE);
    expect(told(shop)).toHaveLength(1);
    expect(told(shop)[0]! - STEPS[0]!).toBeLessThanOrEqual(4 * MINUTE);
  });
});
