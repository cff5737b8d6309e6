import type { Stage } from '../../src/rehearsal/stage.ts';
import { asks, card, PEOPLE, stageOf } from '../support/stage.ts';

export const TYPED = `
roles:
  responder: [alice, bob]
  incident-manager: [grace]
fallback: grace
priorities:
  P0: { name: Très critique, label: priority/critical-urgent, acknowledge: 15m, resolve: 4h, escalation: urgent }
  P1: { name: Major, acknowledge: 30m, resolve: 8h, escalation: urgent }
  P2: { acknowledge: 4h, resolve: 3d }
escalation-policies:
  urgent:
    - { at: start, notify: responder }
    - { at: acknowledge due, notify: responder }
categories:
  - { name: network, owner: responder, subcategories: [dns] }
  - { name: storage, owner: responder }
causes: { provider: [deploy, hardware] }
pauses: { waiting-for-customer: [resolve] }
`;
export const FRENCH = `language: fr\n${TYPED}`;

export async function open(priority = 'P1', policy = TYPED): Promise<Stage> {
  const stage = await stageOf({ policy, people: { ...PEOPLE, rita: 'read' } });
  stage.hub.as('alice').openIssue({ title: 'Down', labels: ['incident', priority] });
  await stage.react();
  return stage;
}

/** What a comment of bob's comes to: the reply, if any, and the reactions on it. */
export async function say(text: string, stage?: Stage): Promise<{ stage: Stage; reply: string | null; card: string }> {
  const it = stage ?? (await open());
  const before = asks(it.hub.issue(1)).length;
  it.hub.as('bob').comment(1, text);
  await it.react();
  const reply = asks(it.hub.issue(1)).slice(before).join('\n') || null;
  return { stage: it, reply, card: card(it.hub.issue(1)) };
}

export const reactions = (stage: Stage): number => stage.hub.issue(1).comments.at(-1)!.reactions.length;
