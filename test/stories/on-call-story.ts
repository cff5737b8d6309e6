import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import type { IssueView } from '../../src/rehearsal/github/views.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { HOUR, stageOf, visible } from '../support/stage.ts';

export const DAY = 24 * HOUR;
export const TEAM = { alice: 'write', grace: 'maintain', ian: 'write', mona: 'write', pat: 'write' } as const;
export const FILE = '.github/tocsin.yml';

/** Shifts begin on Mondays at 08:00 UTC; the stage begins on Monday 2 November 2026 at 09:00, in ian's. */
export const POLICY = `
roles:
  responder: [alice]
  incident-manager: { schedule: managers }
fallback: grace
on-call: { publish: true }
schedules:
  managers:
    timezone: UTC
    layers: [{ every: 1w, from: 2026-11-02T08:00, people: [ian, mona] }]
`;
export const IAN = '@ian Your shift on `managers` has begun: until Mon 9 Nov, 08:00 UTC, then `mona`.';

export const opened = async (policy = POLICY): Promise<{ stage: Stage; hub: EmbeddedGitHub }> => {
  const stage = await stageOf({ policy, people: TEAM });
  return { stage, hub: stage.hub };
};

export const comments = (issue: IssueView): string[] => issue.comments.map(({ body }) => visible(body));
