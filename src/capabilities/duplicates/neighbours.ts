import type { Instant, Interval } from '../../calendar/calendar.ts';
import { foldText } from '../../text/compare.ts';
import { isHealed } from '../alerts/wait.ts';
import { hasProposal } from '../recurrence/rule.ts';
import type { Neighbour, Situation } from '../situation.ts';

/** How one incident is like another; the catalogue has the words. */
type Likeness = 'alert' | 'system' | 'category';

/** More are no help to a reader. */
const MOST = 5;

/** What of an incident matters to the others. */
export function neighbourOf({ incident }: Pick<Situation, 'incident'>): Neighbour {
  const { issue } = incident;
  const closing = issue.timeline.findLast((event) => event.kind === 'closed');
  const isDuplicate = issue.state === 'closed' && closing?.kind === 'closed' && closing.reason === 'duplicate';
  return {
    number: issue.number,
    id: issue.id,
    openedAt: incident.issue.openedAt,
    isLive: issue.state === 'open' && !incident.resolution.resolved && !incident.resolution.ended && !incident.declined,
    gaps: incident.resolution.gaps,
    isDuplicate,
    duplicateOf: incident.said.duplicate?.of ?? null,
    confidential: incident.category.confidential,
    category: incident.category.current?.name ?? null,
    system: incident.report.facts.system ?? null,
    cause: incident.cause?.cause.name ?? null,
    counts: !isDuplicate && !incident.resolution.ended && !incident.category.confidential && !isHealed(incident),
    problem: incident.problem.number,
    hasProposal: hasProposal(incident.record.done),
    alert: incident.alert,
  };
}

/** Live incidents that may be the same, the likeliest first. Confidential ones are never named. */
export function similar({ incident, neighbours }: Situation): { readonly number: number; readonly same: Likeness }[] {
  if (incident.category.confidential) return [];
  const others = neighbours.filter(({ isLive, confidential }) => isLive && !confidential);
  const like = (same: Likeness, holds: (other: Neighbour) => boolean) =>
    others.filter(holds).map(({ number }) => ({ number, same }));
  const { system } = incident.report.facts;
  const fired = new Set(incident.alert?.firings.map(({ alert }) => alert));
  const found = [
    ...like('alert', (other) => other.alert?.firings.some(({ alert }) => fired.has(alert)) ?? false),
    ...like(
      'system',
      (other) => system !== undefined && other.system !== null && foldText(other.system) === foldText(system),
    ),
    ...like(
      'category',
      (other) => incident.category.current !== null && other.category === incident.category.current.name,
    ),
  ];
  return found.filter((it, i) => found.findIndex(({ number }) => number === it.number) === i).slice(0, MOST);
}

/** The incident that this one is said to be a duplicate of; null if there is none, or that is a duplicate itself. */
export function originalOf({ incident, neighbours }: Situation): Neighbour | null {
  const { issue, said } = incident;
  const other = neighbours.find(({ number }) => number === said.duplicate?.of);
  if (!other || other.isDuplicate) return null;
  // Of two that name each other the older stays.
  return other.duplicateOf === issue.number && issue.number < other.number ? null : other;
}

/** An older live incident about the same alert: two runs filed it at once. */
export function olderTwin({ incident, alerts }: Situation): Neighbour | null {
  const { alert, issue } = incident;
  if (!alert || issue.state === 'closed') return null;
  return (
    alerts.find(
      ({ number, isLive, gaps, alert: other }) =>
        isLive && number < issue.number && other?.key === alert.key && !isWithin(gaps, incident.issue.openedAt),
    ) ?? null
  );
}

/** Younger incidents about the same alert, be they open or already closed as duplicates of this one. */
export function youngerTwins({ incident, alerts }: Situation): readonly Neighbour[] {
  const { alert, issue } = incident;
  if (!alert) return [];
  const isLive = issue.state === 'open' && !incident.resolution.resolved && !incident.resolution.ended;
  return alerts.filter(
    (other) =>
      other.alert?.key === alert.key &&
      other.number > issue.number &&
      (other.isDuplicate || (isLive && other.isLive && !isWithin(incident.resolution.gaps, other.openedAt))),
  );
}

/** Whether an incident was over at an instant: what was opened then is no double of it. */
function isWithin(gaps: readonly Interval[], at: Instant): boolean {
  return gaps.some(({ from, to }) => from <= at && at < to);
}
