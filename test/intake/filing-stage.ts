import { episodesOf, type AlertLog } from '../../src/capabilities/alerts/log.ts';
import { readAlertLog } from '../../src/capabilities/alerts/log-mark.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { type Report } from '../../src/run/report.ts';
import { dispatched } from './payloads.ts';

const iso = (ms: number): string => new Date(ms).toISOString();
export const bodyOf = (stage: Stage, number: number): string => stage.hub.issue(number).body;
export const logOf = (stage: Stage, number: number): AlertLog =>
  readAlertLog({ own: true, number, body: bodyOf(stage, number) })!;
export const filed = (report: Report): (number | null)[] => report.filed.map(({ issue }) => issue);
export const isGoingOn = (stage: Stage, number: number): boolean =>
  episodesOf(logOf(stage, number)).at(-1)?.to === Infinity;

interface Told {
  readonly pods?: readonly string[];
  readonly from?: number;
  readonly to?: number;
  readonly group?: string;
}

/** What Alertmanager posts about a group of pods, times in milliseconds. */
export function group(
  stage: Stage,
  { pods = ['cart-1'], from = stage.hub.clock.now(), to, group: name = 'cart' }: Told = {},
) {
  const status = to === undefined ? 'firing' : 'resolved';
  const endsAt = to === undefined ? '0001-01-01T00:00:00Z' : iso(to);
  const alerts = pods.map((pod) => ({
    status,
    labels: { alertname: 'PodCrashLooping', pod },
    annotations: {},
    startsAt: iso(from),
    endsAt,
    fingerprint: `f-${pod}`,
  }));
  const labels = { alertname: 'PodCrashLooping', app: name };
  return dispatched({
    alertmanager: { version: '4', groupKey: `{}:{app="${name}"}`, status, receiver: 'x', groupLabels: labels, alerts },
  });
}
