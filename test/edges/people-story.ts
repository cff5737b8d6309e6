import type { Stage, StageOptions } from '../../src/rehearsal/stage.ts';
import { notices, stageOf } from '../support/stage.ts';
import { report } from '../support/report.ts';
import { TEAM } from '../support/team.ts';

export const PEOPLE = `
roles:
  responder: [alice, bob]
  management: [grace]
  incident-manager: [ian]
fallback: grace
`;

export const STEPS = `
escalation-policies:
  urgent:
    - { at: start, notify: responder }
    - { at: acknowledge due, notify: management }
    - { at: resolve due, notify: [responder, management] }
  normal:
    - { at: resolve due, notify: responder }
`;

export const at = async (policy: string, label = 'P0', options: Pick<StageOptions, 'pager' | 'people'> = {}) => {
  const stage = await stageOf({ policy, people: TEAM, ...options });
  stage.hub.as('rita').openIssue({ title: 'Shop down', body: report(), labels: ['incident', label] });
  await stage.react();
  const issue = () => stage.hub.issue(1);
  const say = async (who: string, text: string): Promise<void> => {
    stage.hub.as(who).comment(1, text);
    await stage.react();
  };
  const last = (): string => notices(issue()).at(-1)!;
  return { stage, hub: stage.hub, issue, say, last };
};

/** What two scheduled runs write when nothing happens. */
export async function idleWrites(stage: Stage): Promise<string[]> {
  await stage.sweep();
  const before = JSON.stringify(stage.hub.snapshot());
  const reports = [await stage.sweep(), await stage.sweep()];
  const done = reports.flatMap(({ settled }) => settled.flatMap((it) => it.done.map((effect) => effect.do)));
  return [...done, ...(JSON.stringify(stage.hub.snapshot()) === before ? [] : ['the repository changed'])];
}
