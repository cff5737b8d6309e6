import type { Stage } from '../../src/rehearsal/stage.ts';
import { MINUTE, stageOf } from '../support/stage.ts';

/** An incident that a stranger reported, and a responder has taken on: an hour after it was opened. */
export async function incident(
  priority: string,
  options = {},
): Promise<{ readonly stage: Stage; readonly hub: Stage['hub']; readonly n: number }> {
  const stage = await stageOf(options);
  const n = stage.hub.as('rita').openIssue({ title: 'Down', body: 'All of it', labels: ['incident', priority] });
  await stage.react();
  stage.hub.clock.advance(10 * MINUTE);
  stage.hub.as('alice').comment(n, '/ack');
  await stage.react();
  stage.hub.clock.advance(50 * MINUTE);
  return { stage, hub: stage.hub, n };
}
