import { describe, expect, test } from 'vitest';
import type { RequestEntry } from '../../src/rehearsal/github/faults.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { isRed } from '../../src/run/report.ts';
import { NOTIFIERS, recorder } from '../support/pager.ts';
import { failureLines } from '../../src/run/render.ts';
import { asks, card, HOUR, MINUTE, notices, PEOPLE, POLICY, stageOf, told } from '../support/stage.ts';

/* Law 6 when the network is not friendly: a run ends before its job is cut off, with the most urgent done. */

/** What the job of the example workflow allows, less what the runner takes to start. */
const JOB = 9 * MINUTE;

test('a run on a slow GitHub stops in time, the P0 done, and the next ones go on', { tags: 'slow' }, async () => {
  const spent: number[] = [];
  const stage = await stageOf({
    latency: 20_000,
    policy: `${POLICY}most-new: 1000\n`,
    people: { ...PEOPLE, rita: 'triage' },
  });
  const { hub } = stage;
  const rita = hub.as('rita');
  for (let i = 1; i <= 60; i++) rita.openIssue({ title: `Slow ${i}`, labels: ['incident', 'P2'] });
  rita.openIssue({ title: 'Down', labels: ['incident', 'P0'] });
  const sweep = async () => {
    const begun = hub.clock.now();
    const report = await stage.sweep();
    spent.push(hub.clock.now() - begun);
    return report;
  };
  const first = await sweep();
  expect(told(hub.issue(61))[0]).toEqual(['alice', 'bob']);
  expect(first.stop).toBe('time');
  expect(first.left.length).toBeGreaterThan(0);
  expect(isRed(first)).toBe(true);
  for (let runs = 0; runs < 20 && (await sweep()).stop !== null; runs++);
  expect(Math.max(...spent)).toBeLessThan(JOB);
  for (let number = 1; number <= 60; number++) expect(card(hub.issue(number))).toContain('P2');
  // However many runs it took, what they told is told once.
  const all = hub.issues().flatMap((issue) => asks(issue).map((text) => `${issue.number} ${text}`));
  expect(new Set(all).size).toBe(all.length);
});

test('a run that stops says so in the language of the policy', async () => {
  const stage = await stageOf({ latency: 60_000, policy: `language: fr\n${POLICY}` });
  for (let i = 1; i <= 4; i++) stage.hub.as('alice').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
  const report = await stage.sweep();
  expect(report.settled.length).toBeGreaterThan(0);
  expect(failureLines(report)).toEqual([]);
  expect(report.stop).toBe('time');
});

test('the first page of a run goes out however long the reading took, and is on record', async () => {
  const { pager, pages } = recorder();
  const policy = `${POLICY}${NOTIFIERS}`;
  const stage = await stageOf({ latency: 8 * MINUTE, pager, policy });
  for (let i = 1; i <= 3; i++) stage.hub.as('alice').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
  const report = await stage.sweep();
  expect(new Set(pages.map(({ key }) => key)).size).toBe(1);
  expect(told(stage.hub.issue(1))[0]).toContain('bob');
  expect([report.stop, report.left]).toEqual(['time', [2, 3]]);
});

describe('a secondary limit', () => {
  const writing = ({ kind }: RequestEntry): boolean => kind === 'mutation';

  test.each([
    [200, 20],
    [403, 20],
    [429, 20],
    [200, 'Mon, 05 Jan 2026 09:00:20 GMT'],
    [429, 'Mon, 05 Jan 2026 09:00:20 GMT'],
  ] as const)('of status %i with `retry-after: %s` is waited for', async (status, retryAfter) => {
    const stage = await stageOf();
    const { hub } = stage;
    hub.as('alice').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    hub.faults.add({ when: { matches: writing }, how: { secondaryLimit: true, retryAfter, status } });
    const report = await stage.sweep();
    expect(isRed(report)).toBe(false);
    expect(notices(hub.issue(1)).length).toBeGreaterThan(0);
  });

  test.each([200, 403, 429] as const)(
    'of status %i for longer than a run waits is left to the next',
    async (status) => {
      const stage = await stageOf();
      const { hub } = stage;
      hub.as('alice').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
      hub.faults.add({ when: { matches: writing }, how: { secondaryLimit: true, retryAfter: 120, status } });
      const before = hub.requests.length;
      const report = await stage.sweep();
      expect(isRed(report)).toBe(true);
      // Once refused, it is not asked again in the same run.
      expect(hub.requests.slice(before).filter(writing)).toHaveLength(1);
      hub.clock.advance(HOUR / 4);
      expect(isRed(await stage.sweep())).toBe(false);
      expect(told(hub.issue(1))[0]).toContain('alice');
    },
  );
});

describe('a P0 that is opened while a run goes on', () => {
  async function busy(): Promise<Stage> {
    const people = { ...PEOPLE, rita: 'triage' } as const;
    const stage = await stageOf({ latency: 8_000, policy: `${POLICY}most-new: 1000\n`, people });
    for (let i = 1; i <= 40; i++) stage.hub.as('rita').openIssue({ title: `Slow ${i}`, labels: ['incident', 'P2'] });
    return stage;
  }
  /** Lets somebody act in the middle of the run. */
  const meanwhile = ({ hub }: Stage, act: () => void): void => {
    hub.faults.add({ when: { matches: writing, request: 8 }, how: { hook: act, at: 'before' } });
  };
  const writing = ({ kind }: RequestEntry): boolean => kind === 'mutation';

  test('is told before the rest is dealt with', { tags: 'slow' }, async () => {
    const stage = await busy();
    const { hub } = stage;
    meanwhile(stage, () => void hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] }));
    const report = await stage.sweep();
    const order = report.settled.map(({ situation }) => situation.incident.issue.number);
    expect(order).toContain(41);
    expect(order.indexOf(41)).toBeLessThan(order.length - 5);
    expect(told(hub.issue(41))[0]).toEqual(['alice', 'bob']);
    await stage.sweep();
    expect(asks(hub.issue(41)).filter((it) => it.includes('(`start`)'))).toHaveLength(1);
  });

  test('or becomes one', { tags: 'slow' }, async () => {
    const stage = await busy();
    const { hub } = stage;
    meanwhile(stage, () => {
      hub.as('alice').unlabel(35, 'P2');
      hub.as('alice').label(35, 'P0');
    });
    const report = await stage.sweep();
    const order = report.settled.map(({ situation }) => situation.incident.issue.number);
    expect(order.filter((it) => it === 35)).toHaveLength(1);
    expect(order.indexOf(35)).toBeLessThan(order.length - 5);
    expect(card(hub.issue(35))).toMatch(/^## \S+ P0 /);
  });

  test('also one that the run has dealt with before, which is on its report once', { tags: 'slow' }, async () => {
    const stage = await busy();
    const { hub } = stage;
    meanwhile(stage, () => {
      hub.as('alice').unlabel(1, 'P2');
      hub.as('alice').label(1, 'P0');
    });
    const report = await stage.sweep();
    const its = report.settled.filter(({ situation }) => situation.incident.issue.number === 1);
    expect(its).toHaveLength(1);
    expect(its[0]!.situation.incident.priority.current).toBe('P0');
    expect(its[0]!.done.some((deed) => deed.do === 'write-card' && deed.comment === null)).toBe(true);
    expect(told(hub.issue(1))[0]).toEqual(['alice', 'bob']);
  });

  test('is no reason to fail if the issues cannot be read again', { tags: 'slow' }, async () => {
    const stage = await busy();
    const { hub } = stage;
    const reads = new Set<RequestEntry>();
    const again = (it: RequestEntry): boolean => it.operationName === 'Read' && reads.add(it).size > 1;
    for (let i = 0; i < 20; i++) hub.faults.add({ when: { matches: again }, how: { status: 502, handled: false } });
    const report = await stage.sweep();
    expect(report.failures).toEqual([]);
    expect(report.settled.length).toBeGreaterThan(20);
  });
});
