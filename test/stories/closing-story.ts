import type { Stage } from '../../src/rehearsal/stage.ts';
import { MINUTE, notices, POLICY, stageOf } from '../support/stage.ts';

const CAUSES = 'causes: { intrinsic: [bad-data, overload] }\ncategories: [{ name: network, label: network }]\n';
export const closing = (keys: string): string => `${CAUSES}closing: { ${keys} }\n`;
export const ALL = 'require: [explanation, cause, category, workaround, acceptance]';

/** A stage with an incident that nora, who may only read, has reported, and that alice has taken on. */
export async function stageWith(keys: string, options: Parameters<typeof stageOf>[0] = {}): Promise<Stage> {
  const stage = await stageOf({ policy: POLICY + closing(keys), ...options });
  stage.hub.as('nora').openIssue({ title: 'Mail is slow' });
  stage.hub.as('bob').label(1, 'P1');
  await stage.react();
  stage.hub.as('alice').comment(1, '/ack');
  await stage.react();
  return stage;
}

export async function say(stage: Stage, login: string, text: string): Promise<void> {
  stage.hub.clock.advance(MINUTE);
  stage.hub.as(login).comment(1, text);
  await stage.react();
}

export const last = (stage: Stage): string => notices(stage.hub.issue(1)).at(-1) ?? '';
export const asked = (stage: Stage): string[] => notices(stage.hub.issue(1)).filter((it) => it.includes('it needs:'));
