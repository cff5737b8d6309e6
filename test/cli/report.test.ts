import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { report } from '../../src/cli/report.ts';
import { openStage, type Stage } from '../../src/rehearsal/stage.ts';
import { writeSite } from '../../src/run/site/write.ts';
import { metricsIn } from '../figures/metrics-in.ts';
import { writes } from '../laws/story.ts';
import { at, POLICY, reports } from '../stories/reports-story.ts';
import { HOUR, MINUTE, PEOPLE } from '../support/stage.ts';

let stage: Stage;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(at('2026-11-02T09:00Z'));
  stage = await openStage({ people: PEOPLE, policy: POLICY, sockets: true });
  vi.stubEnv('GITHUB_TOKEN', 'test-token');
  vi.stubEnv('GITHUB_API_URL', stage.hub.url);
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await stage.close();
});

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const code = await report.run(['--repo', 'acme/shop', ...args], (line) => lines.push(line));
  return { code, text: lines.join('\n') };
}

/** A P1 of 20 minutes at 09:00. */
async function outage(): Promise<void> {
  const { hub } = stage;
  hub.as('nora').openIssue({ title: '=Down', labels: ['incident', 'P1', 'network'] });
  await stage.sweep();
  hub.clock.advance(20 * MINUTE);
  hub.as('alice').comment(1, '/resolve overload More machines.');
  await stage.sweep();
  hub.clock.advance(HOUR);
}

test('prints a month, and changes nothing', { tags: 'slow' }, async () => {
  await outage();
  const { hub } = stage;
  const [before, asked] = [hub.snapshot(), writes(hub.requests).length];
  const { code, text } = await run('--month', '2026-11');
  expect(text).toMatch(/^# Incident report November 2026\n\nAs of Mon 2 Nov 2026, 10:20 UTC\.\n/);
  expect(text).toContain('**1 opened, 1 resolved, 0 open.**');
  expect(code).toBe(0);
  expect(hub.snapshot()).toEqual(before);
  expect(writes(hub.requests)).toHaveLength(asked);
});

test('as CSV, JSON and OpenMetrics', { tags: 'slow' }, async () => {
  await outage();
  const { text: csv } = await run('--csv');
  expect(csv.split('\n')).toHaveLength(2);
  expect(csv).toContain(`\n1,"'=Down",incident,P1,network,`);
  const json = JSON.parse((await run('--json')).text) as object;
  expect(json).toMatchObject({ v: 1, month: '2026-11', opened: 1, resolved: 1, services: [{ service: 'checkout' }] });
  const { text: metrics } = await run('--metrics');
  expect(metricsIn(`${metrics}\n`).map(({ name }) => name)).toContain('tocsin_error_budget_remaining_ratio');
});

test('says what makes a figure', { tags: 'slow' }, async () => {
  await outage();
  expect((await run('--why', 'availability checkout 2026-11')).text).toBe(
    '2026-11-02 09:00 to 2026-11-02 09:20 UTC: #1, assumed, × 0.3 = 6 min\n6 min of downtime',
  );
  expect((await run('--why', 'opened 2026-11')).text).toBe('#1\n1 incidents');
  expect((await run('--why', 'opened 2026-10')).text).toBe('0 incidents');
});

test('what a report has closed stays what it is, and a year is the sum of its months', { tags: 'slow' }, async () => {
  await outage();
  stage.hub.clock.set(at('2026-12-04T08:00Z'));
  await stage.sweep();
  expect(reports(stage.hub).map(({ state }) => state)).toEqual(['CLOSED', 'OPEN']);
  stage.hub.as('alice').comment(1, '/impact 2026-11-02 09:00 2026-11-02 09:05');
  vi.setSystemTime(at('2026-12-04T09:00Z'));
  const json = async (...args: string[]) => JSON.parse((await run('--json', ...args)).text) as object;
  expect(await json('--month', '2026-11')).toMatchObject({ rows: [{ n: 1, downtime: 20 }] });
  expect(await json('--year', '2026')).toMatchObject({ months: ['2026-11', '2026-12'], opened: 1, resolved: 1 });
  expect((await run('--year', '2026')).text).toMatch(/^# Incident report 2026\n/);
  expect(await json('--year', '2025')).toMatchObject({ opened: 0 });
});

test('as a page of its own, and not into the folder of the status page', { tags: 'slow' }, async () => {
  await outage();
  const folder = await mkdtemp(join(tmpdir(), 'tocsin-'));
  try {
    const { code, text } = await run('--month', '2026-11', '--html', join(folder, 'inside'));
    expect(code).toBe(0);
    expect(text).toMatch(
      /^Incident report November 2026: open .*inside\/index\.html\. It is for inside, not for customers\.$/,
    );
    expect((await readdir(join(folder, 'inside'))).sort()).toEqual(['figures.json', 'index.html']);
    const html = await readFile(join(folder, 'inside/index.html'), 'utf8');
    for (const part of [
      '<h1>Incident report November 2026</h1>',
      'November 2026: Opened 1 (P1 1), Resolved 1 (P1 1).',
      'checkout',
    ])
      expect(html).toContain(part);
    await writeSite(join(folder, 'public'), new Map([['index.html', 'All is well']]));
    await expect(run('--html', join(folder, 'public'))).rejects.toThrow('--html: ');
    expect(await readFile(join(folder, 'public/index.html'), 'utf8')).toBe('All is well');
  } finally {
    await rm(folder, { recursive: true });
  }
});

describe('what it cannot make sense of', () => {
  test.each([
    [['--month', 'november'], '--month: "november" is not a month; expected e.g. 2026-11'],
    [['--year', '26'], '--year: "26" is not a year; expected e.g. 2026'],
    [['--year', '2026', '--month', '2026-11'], '--month or --year, and not both'],
    [['--year', '2026', '--csv'], '--year has figures only; expected --month for incidents'],
    [['--csv', '--json'], 'one of --csv, --json, --html, --metrics, --why at a time'],
    [['--why', 'weather'], '--why: "weather" is no figure; expected "availability SERVICE MONTH"'],
    [['--why', 'availability shop 2026-11'], '--why: the policy has no such service; expected one of checkout'],
    [['--year', '2026', '--html', 'report'], '--html draws a month, and no year'],
    [['november'], 'report takes options only'],
  ])('%j', async (args, message) => {
    await expect(run(...args)).rejects.toThrow(message);
  });
});
