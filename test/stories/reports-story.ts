import { reportLedgerOf, type Ledger } from '../../src/capabilities/reports/ledger.ts';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import type { IssueView } from '../../src/rehearsal/github/views.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { POLICY as BASE, stageOf } from '../support/stage.ts';

export const at = (text: string): number => Date.parse(text);

/** The stage begins on Monday 2 November 2026 at 09:00 UTC. */
export const POLICY = `${BASE}
priorities:
  P1: { acknowledge: 30m, resolve: 4h, escalation: urgent }
  P3: { acknowledge: 1d, resolve: 10d, escalation: normal }
categories:
  - { name: network, owner: responder }
  - { name: security, owner: management, confidential: true }
causes:
  extrinsic: [ddos, overload]
services:
  checkout: { downtime-per-incident: 10m, objective: { month: 99.9%, year: 99.95% } }
reports: { monthly: { to: management }, exclude: [ddos] }
`;

export async function opened(policy = POLICY): Promise<{ stage: Stage; hub: EmbeddedGitHub }> {
  const stage = await stageOf({ policy });
  return { stage, hub: stage.hub };
}

/** The reports that there are, oldest first. */
export const reports = (hub: EmbeddedGitHub, label = 'monthly-report'): IssueView[] =>
  hub.issues().filter(({ labels }) => labels.includes(label));

/** What one has on record. */
export function ledger({ body, number }: IssueView): Ledger {
  const found = reportLedgerOf({ own: true, edited: false, body });
  if (!found) throw new Error(`#${number} has no figures`);
  return found;
}
