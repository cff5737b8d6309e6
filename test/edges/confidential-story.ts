import { expect } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { renderLog, renderSummary } from '../../src/run/render.ts';
import type { Report } from '../../src/run/report.ts';
import { POLICY, stageOf } from '../support/stage.ts';

export const SECRET = 'hunter2';
const TEAM = { alice: 'write', bob: 'triage', grace: 'maintain', nora: 'read', nina: 'write', sam: 'write' } as const;
export const CATEGORIES = `${POLICY.replace('  management:', '  network-team: [nina]\n  security-team: [sam]\n  operator: [nora]\n  management:')}
categories:
  - { name: network, owner: network-team }
  - { name: security, owner: security-team, confidential: true }
`;
export const stageWith = (policy = CATEGORIES) => stageOf({ policy, people: TEAM });

/** Everything that the Action wrote and that can still be read, with the marks. */
export function written(stage: Stage): string {
  return stage.hub
    .issues()
    .flatMap(({ author, body, title, comments }) => [
      ...(author?.endsWith('[bot]') ? [title, body] : []),
      ...comments.filter((it) => it.author?.endsWith('[bot]')).map((it) => it.body),
    ])
    .join('\n');
}

export const spoken = (it: Report): string => `${renderLog(it)}\n${renderSummary(it)}`;

/** What a monitoring system tells, and the two jobs of the workflow that follow; gives what the first of them reports. */
export async function tell(stage: Stage, alert: object): Promise<Report> {
  stage.hub.as('watch').dispatch('tocsin-alert', { alert });
  const event = stage.hub.takeEvents().at(-1)!;
  const first = await stage.sweep({ event: event.name, payload: event.payload, command: 'intake' });
  await stage.sweep({ event: event.name, payload: event.payload });
  return first;
}

export async function idle(stage: Stage): Promise<void> {
  const { settled } = await stage.sweep();
  expect(settled.flatMap(({ done }) => done.map((it) => it.do))).toEqual([]);
  expect(settled.flatMap(({ failures }) => failures)).toEqual([]);
}
