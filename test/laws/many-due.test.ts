// @module-tag slow

import { describe, expect, test } from 'vitest';
import type { Failure, RequestEntry } from '../../src/rehearsal/github/faults.ts';
import { isRed } from '../../src/run/report.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { asks, card, HOUR, MINUTE, PEOPLE, POLICY, stageOf, told } from '../support/stage.ts';

/* Many incidents due at once: few requests, nobody told twice, and something left of the hour for what comes next. */

const isWriting = ({ kind }: RequestEntry): boolean => kind === 'mutation';

async function many(count: number, labels: readonly string[] = ['incident', 'P2']): Promise<Stage> {
  const stage = await stageOf({ policy: `${POLICY}most-new: 1000\n`, people: { ...PEOPLE, rita: 'triage' } });
  for (let i = 1; i <= count; i++) stage.hub.as('rita').openIssue({ title: `Down ${i}`, labels: [...labels] });
  return stage;
}

const allAsks = ({ hub }: Stage): string[] =>
  hub.issues().flatMap((issue) => asks(issue).map((text) => `${issue.number} ${text}`));

test('a hundred deadlines take at most forty requests that write, and each is told before it is recorded', async () => {
  const stage = await many(100);
  const { hub } = stage;
  await stage.sweep();
  hub.clock.advance(5 * HOUR);
  const before = hub.requests.length;
  const report = await stage.sweep();
  expect(isRed(report)).toBe(false);
  const writing = hub.requests.slice(before).filter(isWriting);
  expect(writing.length).toBeLessThanOrEqual(40);
  // No request has both: what is told must be certain before the record says so.
  for (const { mutations } of writing)
    expect(
      mutations.some((it) => /addComment$/.test(it)) && mutations.some((it) => /updateIssueComment$/.test(it)),
    ).toBe(false);
  for (let number = 1; number <= 100; number++) expect(card(hub.issue(number))).toContain('missed');
  expect(new Set(allAsks(stage)).size).toBe(allAsks(stage).length);
  const quiet = hub.requests.length;
  await stage.sweep();
  expect(hub.requests.slice(quiet).filter(isWriting)).toEqual([]);
});

test.each<[string, Failure]>([
  ['whose answer is lost', 'drop-after'],
  ['that is lost', 'drop-before'],
  ['whose answer is cut', 'truncate'],
  ['that ends in the middle', { mutation: 4, then: 'drop' }],
  ['of which one part fails', { mutation: 4, error: 'Body is odd' }],
])('of a request %s that many incidents share, nobody hears twice and all in the end', async (_, how) => {
  for (const nth of [3, 5, 7, 9]) {
    const stage = await many(24);
    const { hub } = stage;
    hub.faults.add({ when: { matches: isWriting, request: nth }, how });
    await stage.sweep();
    expect(hub.faults.pending()).toBe(0);
    await stage.sweep();
    expect(isRed(await stage.sweep())).toBe(false);
    expect(new Set(allAsks(stage)).size).toBe(allAsks(stage).length);
    for (let number = 1; number <= 24; number++) {
      expect(card(hub.issue(number))).toContain('P2');
      expect(asks(hub.issue(number)).length).toBe(asks(hub.issue(1)).length);
    }
  }
});

describe('the hourly allowance', () => {
  test('is not spent by one run: those after it read, and a new P0 is told', async () => {
    const stage = await many(240);
    const { hub } = stage;
    hub.limits.graphqlPoints = 200;
    const first = await stage.sweep();
    expect(first.stop).toBe('allowance');
    expect(first.left.length).toBeGreaterThan(0);
    expect(isRed(first)).toBe(true);
    const used = hub.requests.reduce((sum, { points }) => sum + points, 0);
    expect(used).toBeLessThanOrEqual(160);
    hub.clock.advance(5 * MINUTE);
    hub.takeEvents();
    hub.as('alice').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.react();
    expect(told(hub.issue(241))[0]).toEqual(expect.arrayContaining(['bob']));
    // The hour is over: the rest is done.
    for (let runs = 0; runs < 30 && (await stage.sweep()).stop !== null; runs++) hub.clock.advance(HOUR);
    for (let number = 1; number <= 240; number++) expect(card(hub.issue(number))).toContain('P2');
  });
});

test('a wait of an hour ends the run, also where the last of those side by side had nothing to write', async () => {
  const people = { ...PEOPLE, rita: 'triage' } as const;
  const stage = await stageOf({ latency: 8_000, policy: `${POLICY}most-new: 1000\n`, people });
  const { hub } = stage;
  for (let i = 1; i <= 41; i++) hub.as('rita').openIssue({ title: `Down ${i}`, labels: ['incident', 'P2'] });
  for (let runs = 0; runs < 9; runs++) await stage.sweep();
  for (let i = 1; i <= 41; i++) if (i % 10 !== 1 || i === 1) hub.as('alice').comment(i, '/xyzzy');
  for (let i = 0; i < 50; i++)
    hub.faults.add({ when: { matches: isWriting }, how: { secondaryLimit: true, retryAfter: 3600 } });
  const before = hub.requests.length;
  const report = await stage.sweep();
  expect(report.stop).toBe('asked');
  expect(report.left.length).toBeGreaterThan(10);
  expect(hub.requests.slice(before).filter(isWriting).length).toBeLessThanOrEqual(4);
});
