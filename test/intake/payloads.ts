import { readFileSync } from 'node:fs';
import { INPUTS } from '../../src/run/inputs.ts';

type Json = Readonly<Record<string, unknown>>;

/** The body that a monitoring system would send. */
export function fixture(name: string): Json {
  return JSON.parse(readFileSync(new URL(`../fixtures/alerts/${name}.json`, import.meta.url), 'utf8')) as Json;
}

/** A run that files what stands in a `client_payload`. */
export function dispatched(client_payload: unknown) {
  return {
    command: 'intake' as const,
    event: 'repository_dispatch',
    payload: { action: 'tocsin-alert', client_payload },
  };
}

/** A run that files what somebody has typed into the input of the workflow. */
export function typed(alert: string, dryRun = false) {
  return {
    command: 'intake' as const,
    event: 'workflow_dispatch',
    dryRun,
    payload: { inputs: { 'dry-run': String(dryRun), alert } },
    policy: INPUTS.policy.default,
  };
}
