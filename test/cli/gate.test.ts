import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gate } from '../../src/cli/gate.ts';
import { openStage, type Stage } from '../../src/rehearsal/stage.ts';
import { PEOPLE, POLICY } from '../support/stage.ts';

let stage: Stage;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.parse('2026-11-02T09:00Z'));
  const tokens = {
    'test-token': { login: 'github-actions[bot]', permissions: { issues: 'write', contents: 'read' } },
    hers: { login: 'alice', permissions: { issues: 'read', contents: 'read' } },
  } as const;
  const policy = `${POLICY}services: { checkout: {}, search: {} }\n`;
  stage = await openStage({ people: PEOPLE, policy, sockets: true, tokens });
  vi.stubEnv('GITHUB_TOKEN', 'hers');
  vi.stubEnv('GITHUB_API_URL', stage.hub.url);
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await stage.close();
});

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const code = await gate.run(['--repo', 'acme/shop', ...args], (line) => lines.push(line));
  return { code, text: lines.join('\n') };
}

test('says what the step of a workflow says, and changes nothing', { tags: 'slow' }, async () => {
  expect(await run('--service', 'checkout')).toEqual({
    code: 0,
    text: 'The gate is open: deployments of checkout may go on, no P0 or P1 stops them.',
  });
  stage.hub.as('alice').openIssue({ title: 'Down', labels: ['incident', 'P0', 'checkout'] });
  await stage.sweep();
  const before = stage.hub.snapshot();
  const { code, text } = await run('--service', 'checkout', '--environment', 'production');
  expect(code).toBe(1);
  expect(text).toContain('#1 Down (P0, since 09:00 UTC): https://github.com/acme/shop/issues/1');
  expect(await run('--service', 'search')).toMatchObject({ code: 0 });
  expect(await run('--service', 'chekout')).toMatchObject({ code: 1 });
  expect(stage.hub.snapshot()).toEqual(before);
});

test('lets go on where it cannot look, and says so', async () => {
  vi.stubEnv('GITHUB_TOKEN', 'wrong');
  const { code, text } = await run('--service', 'checkout');
  expect(code).toBe(0);
  expect(text).toContain('The gate could not look');
  expect(text.split('\n')).toHaveLength(1);
});

test('takes options only', () => {
  expect(() => gate.run(['checkout'], () => undefined)).toThrow('gate takes options only');
});
