import { card, HOUR, notices, POLICY, stageOf, told } from '../support/stage.ts';

export const DAY = 24 * HOUR;

/** An incident with these labels, of which the first run has seen the opening. */
export async function opened(labels: readonly string[], policy: string = POLICY) {
  const stage = await stageOf({ policy });
  const n = stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', ...labels] });
  await stage.react();
  const { hub } = stage;
  return {
    stage,
    hub,
    n,
    issue: () => hub.issue(n),
    card: () => card(hub.issue(n)),
    notices: () => notices(hub.issue(n)),
    told: () => told(hub.issue(n)),
  };
}
