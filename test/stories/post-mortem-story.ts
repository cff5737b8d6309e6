import type { Stage } from '../../src/rehearsal/stage.ts';
import { card, HOUR, MINUTE, notices, POLICY, stageOf } from '../support/stage.ts';

/** The post-mortem of the incident #1. */
export const POST_MORTEM = 2;

/** The policy of the stage, and what it says of the post-mortem of a P0. */
export const policyWith = (postMortem: string): string => `${POLICY}
priorities:
  P0: { acknowledge: 15m, resolve: 4h, escalation: urgent, post-mortem: ${postMortem} }
  P1: { acknowledge: 30m, resolve: 8h, escalation: urgent }
  P2: { acknowledge: 1d, resolve: 3d, escalation: normal }
  P3: { acknowledge: 1d, resolve: 10d, escalation: normal }
`;

export const APPROVED = policyWith('{ draft: 3d, review: 5d, publish: 10d, approver: management }');

/** A P0, resolved so long after it was acknowledged, with its post-mortem, which alice owns. */
export async function resolved(
  policy = APPROVED,
  options: Parameters<typeof stageOf>[0] = {},
  after = HOUR,
): Promise<Stage> {
  const stage = await stageOf({ policy, ...options });
  stage.hub.as('nora').openIssue({ title: 'Checkout is down' });
  stage.hub.as('bob').label(1, 'P0');
  await stage.react();
  stage.hub.clock.advance(5 * MINUTE);
  stage.hub.as('alice').comment(1, '/ack');
  await stage.react();
  stage.hub.clock.advance(after);
  stage.hub.as('alice').comment(1, '/resolve a bad deploy');
  await stage.react();
  return stage;
}

/** Somebody writes in the post-mortem, and a run sees it. */
export async function say(stage: Stage, login: string, text: string): Promise<void> {
  stage.hub.clock.advance(MINUTE);
  stage.hub.as(login).comment(POST_MORTEM, text);
  await stage.react();
}

/** Somebody changes its text. */
export async function write(stage: Stage, login: string, change: (body: string) => string): Promise<void> {
  stage.hub.clock.advance(MINUTE);
  stage.hub.as(login).editBody(POST_MORTEM, change(stage.hub.issue(POST_MORTEM).body));
  await stage.react();
}

/** Puts lines under the heading of the action items. */
export const withItems =
  (...lines: readonly string[]) =>
  (body: string): string =>
    body.replace(/(## (?:Action items|Actions)\n\n)[\s\S]*?(?=\n\n## |$)/, `$1${lines.join('\n')}`);

export const cardOf = (stage: Stage): string => card(stage.hub.issue(POST_MORTEM));
export const told = (stage: Stage): string[] => notices(stage.hub.issue(POST_MORTEM));
export const labelsOf = (stage: Stage): readonly string[] => stage.hub.issue(POST_MORTEM).labels;
/** The title of its card. */
export const titleOf = (stage: Stage): string => cardOf(stage).split('\n')[0]!;
