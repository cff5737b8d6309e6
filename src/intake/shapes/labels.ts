import { abbreviate } from '../../text/cut.ts';
import type { Labels } from '../reading.ts';
import type { GroupedAlert } from './grouped.ts';

/** The labels that name a system and its host, in the order in which people read them. */
export const SYSTEM = ['service', 'job', 'cluster', 'namespace', 'host', 'hostname', 'instance'] as const;
/** The labels that tell the alerts of a group apart, the most telling first. */
const PLACES = ['pod', 'instance', 'host', 'hostname', 'node', 'device'] as const;
/** The most alerts that a description lists. */
const MOST = 50;

/** Labels as one text, the same whatever their order: as Alertmanager writes them. */
export function labelText(labels: Labels): string {
  const pairs = [...labels]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `{${pairs.join(', ')}}`;
}

/** The labels that all have, with one value. */
export function commonOf(all: readonly Labels[]): Labels {
  const [first, ...others] = all;
  return new Map([...(first ?? [])].filter(([name, value]) => others.every((labels) => labels.get(name) === value)));
}

/** Which of its like an alert is about. */
export function instanceOf(labels: Labels): string | null {
  const name = PLACES.find((it) => labels.has(it));
  return name === undefined ? null : abbreviate(labels.get(name)!, 100);
}

/** A line for each alert: since when, its labels, and what it says. */
export function describeGrouped(members: readonly GroupedAlert[]): readonly string[] {
  const lines = members.slice(0, MOST).map(({ firing, labels, annotations }) => {
    // Signs and a time of UTC: the alert is read before anybody knows the language of the policy.
    const since = new Date(firing.from).toISOString().slice(0, 16).replace('T', ' ');
    const state = firing.to === null ? '🔴' : '✅';
    const said = annotations.get('summary') ?? annotations.get('description') ?? '';
    return abbreviate(`${state} ${since} UTC ${labelText(labels)} ${said}`.replace(/\s+/g, ' ').trim(), 1_000);
  });
  return members.length > MOST ? [...lines, `… +${members.length - MOST}`] : lines;
}
