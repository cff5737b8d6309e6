import type { Stage } from '../../src/rehearsal/stage.ts';
import { MINUTE, POLICY, stageOf } from '../support/stage.ts';

/* A maintenance on the embedded GitHub: Monday 2 November 2026, 09:00 UTC, is when a stage begins. */

export const PLANNED = `${POLICY.replace('  management:', '  support: [nora]\n  management:')}
services: { checkout: { downtime-per-incident: 10m }, mail: {} }
maintenance: { announce: [24h, 1h], to: support, overrun: management }
`;

interface Given {
  readonly services?: string;
  readonly from?: string;
  readonly to?: string;
  readonly public?: string;
}

/** What the form makes of these answers. */
export function form({
  services = 'checkout',
  from = '2026-11-02 14:00',
  to = '16:00',
  public: notice,
}: Given = {}): string {
  return [
    `### Services\n\n${services}`,
    `### From\n\n${from}`,
    `### To\n\n${to}`,
    '### What is done\n\nA new database on db-3, password in the vault',
    `### What customers notice\n\n${notice ?? '_No response_'}`,
  ].join('\n\n');
}

/** A stage on which somebody has opened a maintenance, #1. */
export async function planned(given: Given = {}, { by = 'alice', policy = PLANNED } = {}): Promise<Stage> {
  const stage = await stageOf({ policy });
  await open(stage, form(given), by);
  return stage;
}

export async function open(stage: Stage, body: string, by = 'alice'): Promise<number> {
  stage.hub.as(by).openIssue({ title: 'New database', body, labels: ['planned-maintenance'] });
  await stage.react();
  return stage.hub.issues().length;
}

/** Somebody comments on the maintenance a minute later, and a run comes. */
export async function say(stage: Stage, login: string, text: string, issue = 1): Promise<void> {
  stage.hub.clock.advance(MINUTE);
  stage.hub.as(login).comment(issue, text);
  await stage.react();
}

/** Lets it become that time of the day, UTC, with a scheduled run then. */
export async function at(stage: Stage, time: string, day = '2026-11-02'): Promise<void> {
  stage.hub.clock.set(Date.parse(`${day}T${time}:00Z`));
  await stage.sweep();
}

/** An alert of the service fires, or recovers, and the runs for it come. */
export async function alert(stage: Stage, more: object = {}): Promise<void> {
  const given = { key: 'db', title: 'The database is down', priority: 'P1', system: 'checkout', ...more };
  stage.hub.as('watch').dispatch('tocsin-alert', { alert: given });
  const event = stage.hub.takeEvents().at(-1)!;
  await stage.sweep({ event: event.name, payload: event.payload, command: 'intake' });
  await stage.sweep({ event: event.name, payload: event.payload });
}
