import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { siteCommand } from '../../src/cli/site.ts';
import { openStage, type Stage } from '../../src/rehearsal/stage.ts';
import { writes } from '../laws/story.ts';
import { PAGE_POLICY } from '../stories/status-page-story.ts';
import { PEOPLE, POLICY } from '../support/stage.ts';

let stage: Stage;
let folder: string;

async function open(policy: string): Promise<void> {
  vi.setSystemTime(Date.parse('2026-11-02T09:00Z'));
  stage = await openStage({ people: PEOPLE, policy, sockets: true });
  vi.stubEnv('GITHUB_TOKEN', 'test-token');
  vi.stubEnv('GITHUB_API_URL', stage.hub.url);
  folder = await mkdtemp(join(tmpdir(), 'tocsin-'));
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await stage.close();
  await rm(folder, { recursive: true });
});

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const code = await siteCommand.run(['--repo', 'acme/shop', '--out', join(folder, 'page'), ...args], (line) =>
    lines.push(line),
  );
  return { code, text: lines.join('\n') };
}

test(
  'writes the page into a folder, leaves what it did not write there, and nothing that was taken off',
  { tags: 'slow' },
  async () => {
    await open(PAGE_POLICY);
    stage.hub.as('alice').openIssue({ title: 'Down', labels: ['incident'] });
    stage.hub.as('bob').label(1, 'P1', 'api');
    await stage.sweep();
    const asked = writes(stage.hub.requests).length;
    await mkdir(join(folder, 'page'));
    await writeFile(join(folder, 'page', 'CNAME'), 'status.example.com');
    const { code, text } = await run();
    expect(text).toMatch(/^\d+ files of the status page of acme\/shop are in .*page\. Open .*page\/index\.html\.$/);
    expect(code).toBe(0);
    expect(writes(stage.hub.requests)).toHaveLength(asked);
    expect(await readFile(join(folder, 'page', 'index.html'), 'utf8')).toContain('API: partial outage');
    const [entry = ''] = await readdir(join(folder, 'page', 'incidents'));
    expect(entry).toMatch(/^[a-z0-9]{12}\.html$/);
    stage.hub.clock.advance(60_000);
    stage.hub.as('alice').comment(1, '/public off it was ours alone');
    await stage.sweep();
    expect((await run()).code).toBe(0);
    expect(await readdir(join(folder, 'page', 'incidents')).catch(() => [])).toEqual([]);
    expect(await readdir(join(folder, 'page'))).toContain('CNAME');
  },
);

test('removes nothing outside of its folder, whatever the list of an earlier page says', async () => {
  await open(PAGE_POLICY);
  await mkdir(join(folder, 'page'));
  await writeFile(join(folder, 'kept.txt'), 'kept');
  await writeFile(join(folder, 'page', '.tocsin-site.json'), '["../kept.txt","/etc/hostname",7]');
  expect((await run()).code).toBe(0);
  expect(await readFile(join(folder, 'kept.txt'), 'utf8')).toBe('kept');
});

test('says so where the policy has no page, and takes options only', async () => {
  await open(POLICY);
  expect(await run()).toEqual({
    code: 1,
    text: 'The policy has no `status-page`: there is nothing to build.',
  });
  await expect(run('now')).rejects.toThrow('site takes options only');
});
