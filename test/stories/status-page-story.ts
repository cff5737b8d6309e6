import type { Stage } from '../../src/rehearsal/stage.ts';
import { MINUTE, POLICY, stageOf } from '../support/stage.ts';

/* A shop with a status page. What it shows is read as its readers do: from its JSON. */

export const PAGE_POLICY = `${POLICY}
services: { checkout: {}, api: {} }
categories: [network, { name: security, owner: management, confidential: true }]
priorities:
  P0: { acknowledge: 15m, resolve: 4h, update-every: 30m, escalation: urgent, category: optional, post-mortem: true }
  P1: { acknowledge: 30m, resolve: 8h, escalation: urgent, category: optional }
  P2: { acknowledge: 1d, resolve: 3d, escalation: normal }
  P3: { acknowledge: 1d, resolve: 10d, escalation: normal }
customer-report: { to: management }
status-page:
  title: Shop status
  url: https://status.example.com
  languages: [en, fr]
  components:
    checkout: { name: { en: Checkout, fr: Paiement } }
    api: API
    network: { name: Network, templates: { investigating: { en: The network is at fault., fr: Le réseau est en cause. } } }
  entry: { P3: never }
`;

/** An incident as the page shows it. */
export interface Shown {
  readonly name: string;
  readonly status: string;
  readonly impact: string;
  /** Newest first. */
  readonly incident_updates: readonly { readonly id: string; readonly status: string; readonly body: string }[];
  readonly components: readonly { readonly name: string; readonly status: string }[];
}

/** The files of the page as it would be built now. */
export async function filesOf(stage: Stage): Promise<ReadonlyMap<string, string>> {
  const { site, failures } = await stage.sweep({ command: 'site' });
  if (site === null) throw new Error(failures.map(({ message }) => message).join('\n') || 'no page was built');
  return site.files;
}

/** What the page shows of incidents, newest first. */
export async function shown(stage: Stage): Promise<readonly Shown[]> {
  const text = (await filesOf(stage)).get('api/v2/incidents.json')!;
  return (JSON.parse(text) as { readonly incidents: readonly Shown[] }).incidents;
}

/** The stages and the words of the only incident that the page shows, oldest first. */
export async function updates(stage: Stage): Promise<readonly (readonly [string, string])[]> {
  const [incident] = await shown(stage);
  return (incident?.incident_updates ?? []).map(({ status, body }) => [status, body] as const).reverse();
}

/** An incident that nora reports, with labels that bob sets. */
export async function reported(labels: readonly string[], options: Parameters<typeof stageOf>[0] = {}): Promise<Stage> {
  const stage = await stageOf({ policy: PAGE_POLICY, ...options });
  stage.hub.as('nora').openIssue({ title: 'Orders hang on pay-eu-3', body: 'since the release of bob' });
  if (labels.length > 0) stage.hub.as('bob').label(1, ...labels);
  await stage.react();
  return stage;
}

/** Somebody comments a minute later, and a run sees it. */
export async function say(stage: Stage, login: string, text: string, issue = 1): Promise<void> {
  stage.hub.clock.advance(MINUTE);
  stage.hub.as(login).comment(issue, text);
  await stage.react();
}
