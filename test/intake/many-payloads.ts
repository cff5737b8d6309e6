import { MINUTE, stageOf } from '../support/stage.ts';
import { dispatched } from './payloads.ts';

export const ALERT_POLICY = 'alerts: { key: alert }\nfallback: grace\n';
export const stageByAlert = (more = '') => stageOf({ policy: `${ALERT_POLICY}${more}` });

/** When everything here begins to fire: before the stage, which starts at nine. */
export const BEGIN = Date.parse('2026-11-02T08:30:00Z');

/** One alert of a payload; with a minute for its end it has recovered. */
export function disk(i: number, severity: string, end?: number, more: Readonly<Record<string, string>> = {}) {
  return {
    status: end === undefined ? 'firing' : 'resolved',
    labels: { alertname: `Disk${i}`, severity, ...more },
    annotations: {},
    startsAt: new Date(BEGIN).toISOString(),
    endsAt: end === undefined ? '0001-01-01T00:00:00Z' : new Date(BEGIN + end * MINUTE).toISOString(),
    fingerprint: `f${i}`,
  };
}

/** So many alerts, each a little different; what is at these places is critical. */
export function disks(
  count: number,
  { critical = [] as readonly number[], end = undefined as number | undefined } = {},
) {
  return Array.from({ length: count }, (_, i) => disk(i, critical.includes(i) ? 'critical' : 'warning', end));
}

/** A run with a payload of Alertmanager whose group is by nothing but a name. */
export function payload(alerts: readonly object[]) {
  return dispatched({
    alertmanager: { version: '4', groupKey: '{}:{team="a"}', receiver: 'x', groupLabels: { team: 'a' }, alerts },
  });
}

/** Twenty thousand alerts that say nothing. */
export const SILENT = payload(Array.from({ length: 20_000 }, () => ({})));

/** The incident of those that do not stand alone. */
export const SHARED = 51;
