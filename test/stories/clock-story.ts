import { stageOf } from '../support/stage.ts';

export async function p1(policy: string, priority = 'P1') {
  const stage = await stageOf({ policy });
  const n = stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', priority] });
  await stage.react();
  stage.hub.as('alice').comment(n, '/ack');
  await stage.react();
  return { stage, hub: stage.hub, n };
}
