import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { agenda } from '../../src/cli/agenda.ts';
import { openStage, type Stage } from '../../src/rehearsal/stage.ts';
import { writes } from '../laws/story.ts';
import { PEOPLE, POLICY } from '../support/stage.ts';

const REVIEW = `${POLICY}\nreview: { on: tue, at: 10:00 }\n`;

let stage: Stage;

async function open(policy: string): Promise<void> {
  vi.setSystemTime(Date.parse('2026-11-02T09:00Z'));
  // The token of somebody who takes part.
  const tokens = {
    'test-token': {
      login: 'github-actions[bot]',
      permissions: { issues: 'write', contents: 'read', metadata: 'read' },
    },
    hers: { login: 'alice', permissions: { issues: 'read', contents: 'read', metadata: 'read' } },
  } as const;
  stage = await openStage({ people: PEOPLE, policy, sockets: true, tokens });
  vi.stubEnv('GITHUB_TOKEN', 'hers');
  vi.stubEnv('GITHUB_API_URL', stage.hub.url);
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await stage.close();
});

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const code = await agenda.run(['--repo', 'acme/shop', ...args], (line) => lines.push(line));
  return { code, text: lines.join('\n') };
}

test(
  'prints what the next meeting looks at, and its open decisions, and changes nothing',
  { tags: 'slow' },
  async () => {
    await open(REVIEW);
    const { hub } = stage;
    hub.as('nora').openIssue({ title: 'Checkout is down', labels: ['incident', 'P0'] });
    await stage.sweep();
    hub.clock.advance(3_600_000);
    // Whoever prints it is a person like any other.
    hub.as('alice').comment(1, '/ack');
    await stage.sweep();
    const agendaOf = hub.issues().at(-1)!;
    hub.as('grace').editBody(agendaOf.number, `${agendaOf.body}\n- [ ] Second link\n- [x] Done`);
    const [before, asked] = [hub.snapshot(), writes(hub.requests).length];
    const { code, text } = await run();
    expect(text).toMatch(
      /^# Incident review: Tue 3 Nov 2026\n\n\*\*Incident review on Tue 3 Nov 2026, 10:00 UTC\.\*\*/,
    );
    expect(text).toContain('- #1 `Checkout is down`: P0, since 2 Nov 2026, 09:00, `alice`');
    expect(text).toContain('- #1 `Checkout is down`: Acknowledge (P0), due 2 Nov 2026, 09:15, 45 min late');
    expect(text).toMatch(/## Decisions\n\n- \[ \] Second link$/);
    expect(code).toBe(0);
    expect(hub.snapshot()).toEqual(before);
    expect(writes(hub.requests)).toHaveLength(asked);
  },
);

test('says what it lacks', async () => {
  await open(POLICY);
  await expect(run()).rejects.toThrow('the policy of acme/shop has no review, which says when there are meetings');
  await expect(run('now')).rejects.toThrow('agenda takes options only');
  await expect(run('--label', 'a,b')).rejects.toThrow('--label: "a,b" is not a label');
  vi.stubEnv('GITHUB_TOKEN', 'wrong');
  expect(await run()).toMatchObject({ code: 1, text: expect.stringContaining('GITHUB_TOKEN') as string });
});
