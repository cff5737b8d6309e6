import type { StageOptions } from '../../src/rehearsal/stage.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { MINUTE, POLICY, stageOf } from '../support/stage.ts';

/* A shop that deploys by GitHub, and then breaks. */

export const CHANGES_POLICY = `${POLICY}
categories: [{ name: payment, owner: responder }, { name: security, confidential: true, owner: management }]
services: { checkout: {} }
causes: { intrinsic: [release], extrinsic: [power] }
changes:
  environments: [production]
  risky: ['migrations/**']
  cause: release
`;

/** What the job of the default workflow may, and what it is to be given for this. */
export const RIGHTS = { issues: 'write', contents: 'read', metadata: 'read', actions: 'read' } as const;
export const MORE_RIGHTS = { ...RIGHTS, deployments: 'read', pull_requests: 'read' } as const;

export const tokenWith = (permissions: object): NonNullable<StageOptions['tokens']> => ({
  'test-token': { login: 'github-actions[bot]', permissions },
});

const OWNERS = `
* @acme/platform
/payment/ @acme/payment @alice # the shop lives of it
`;

/** From 08:00: three merges, of which two are deployed at 08:40 and 08:57, and one waits. Nobody has opened anything yet; it is 09:00. */
export async function shopThatDeploys(options: StageOptions = {}): Promise<Stage> {
  const stage = await stageOf({
    policy: CHANGES_POLICY,
    files: { '.github/CODEOWNERS': OWNERS, 'payment/retry.ts': 'once\n' },
    start: Date.UTC(2026, 10, 2, 8),
    tokens: tokenWith(MORE_RIGHTS),
    ...options,
  });
  const { hub } = stage;
  const minutes = (count: number): void => {
    hub.clock.advance(count * MINUTE);
  };
  hub.as('grace').deploy({ logUrl: 'https://github.com/acme/shop/actions/runs/1' });
  minutes(30);
  merge(stage, 'Bump node', { 'package-lock.json': '24\n' });
  minutes(10);
  hub.as('grace').deploy({ logUrl: 'https://github.com/acme/shop/actions/runs/2' });
  minutes(5);
  merge(stage, 'Retry payments twice', { 'payment/retry.ts': 'once\ntwice\n', 'migrations/7.sql': 'alter\n' });
  minutes(12);
  hub.as('alice').deploy({ logUrl: 'https://github.com/acme/shop/actions/runs/3' });
  minutes(1);
  merge(stage, 'Say hello', { 'README.md': 'Hello\n' });
  minutes(2);
  hub.takeEvents();
  return stage;
}

/** Merges a pull request of bob's, and gives its number. */
export function merge({ hub }: Stage, title: string, files: Readonly<Record<string, string | null>>): number {
  const number = hub.as('bob').openPullRequest({ title, files });
  hub.as('grace').mergePullRequest(number);
  return number;
}
