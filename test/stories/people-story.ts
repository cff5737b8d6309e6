import type { Pager } from '../../src/notify/send.ts';
import type { StageOptions } from '../../src/rehearsal/stage.ts';
import { notices, stageOf } from '../support/stage.ts';
import { report } from '../support/report.ts';
import { TEAM } from '../support/team.ts';

/** Managers take turns by the week from a Monday on; ian has the first. */
export const POLICY = `
roles:
  responder: [alice, bob]
  incident-manager: { schedule: managers }
  management: [grace]
  customer-support: [wes]
fallback: grace
schedules:
  managers: { layers: [{ every: 1w, from: 2026-11-02T08:00, people: [ian, mona] }] }
escalation-policies:
  urgent:
    - { at: start, notify: responder }
    - { at: acknowledge due, notify: management }
    - { at: resolve due, notify: [responder, management] }
  normal:
    - { at: resolve due, notify: responder }
`;

export const opened = async (
  more = '',
  options: {
    readonly pager?: Pager;
    readonly language?: 'fr';
    readonly people?: NonNullable<StageOptions['people']>;
    readonly priority?: 'P0' | 'P1';
  } = {},
) => {
  const { language, priority = 'P0', ...rest } = options;
  const policy = `${language ? `language: ${language}\n` : ''}${POLICY}${more}`;
  const stage = await stageOf({ policy, people: TEAM, ...rest });
  stage.hub.as('rita').openIssue({ title: 'Shop down', body: report(), labels: ['incident', priority] });
  await stage.react();
  const issue = () => stage.hub.issue(1);
  const say = async (who: string, text: string): Promise<void> => {
    stage.hub.as(who).comment(1, text);
    await stage.react();
  };
  const last = (): string => notices(issue()).at(-1)!;
  return { stage, hub: stage.hub, issue, say, last };
};
