import { isRed, type Report } from '../../src/run/report.ts';
import type { RequestEntry } from '../../src/rehearsal/github/faults.ts';
import type { Inputs } from '../../src/run/inputs.ts';
import type { Stage, StageOptions } from '../../src/rehearsal/stage.ts';
import { POLICY, stageOf } from '../support/stage.ts';

export const SERVICES = `${POLICY.replace('  management:', '  security-team: [sam]\n  management:')}
services: { checkout: {}, search: {} }
categories: [{ name: security, owner: security-team, confidential: true }]
`;

/** Priorities of which one has a label of its own. */
export const BLOCKING = `priorities:
  P0: { label: blocking, acknowledge: 15m, resolve: 4h, escalation: urgent }
  P2: { acknowledge: 4h, resolve: 3d, escalation: normal }
`;

const PEOPLE = { alice: 'write', bob: 'triage', grace: 'maintain', nora: 'read', sam: 'write' } as const;

/** A stage with two services, on which nothing has happened yet. */
export const stageWith = (policy = SERVICES, options: StageOptions = {}): Promise<Stage> =>
  stageOf({ policy, people: PEOPLE, ...options });

/** Opens an incident of a service, and lets a run take it in. */
export async function down(stage: Stage, labels: readonly string[], title = 'The checkout is down'): Promise<number> {
  const n = stage.hub.as('alice').openIssue({ title, labels: ['incident', ...labels] });
  await stage.react();
  return n;
}

export interface Asked {
  readonly state: string | undefined;
  readonly isRed: boolean;
  /** All that the step says. */
  readonly text: string;
  readonly report: Report;
  readonly requests: readonly RequestEntry[];
}

/** Asks the gate as a step of a deployment does. */
export async function ask(stage: Stage, inputs: Partial<Inputs> = { service: 'checkout' }): Promise<Asked> {
  const before = stage.hub.requests.length;
  const report = await stage.sweep({ command: 'gate', event: 'push', ...inputs });
  const { gate, failures } = report;
  return {
    state: gate?.state,
    isRed: isRed(report),
    text: [gate?.lines, gate?.summary, gate?.warnings, failures.map(({ message }) => message)].flat().join('\n'),
    report,
    requests: stage.hub.requests.slice(before),
  };
}
