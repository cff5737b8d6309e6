import type { Instant } from '../../calendar/calendar.ts';
import type { ClockFacts, ImpactFacts, IncidentFacts, PageFacts } from '../../figures/facts.ts';
import { abbreviate } from '../../text/cut.ts';
import { WEIGHTS } from '../../status-page/availability.ts';
import { nameOfChange } from '../changes/culprit.ts';
import { marginOf } from '../clocks/margin.ts';
import type { Clocks } from '../clocks/clocked.ts';
import { neighbourOf } from '../duplicates/neighbours.ts';
import { impactOf, impactSpans, servicesOf } from '../impact/impact.ts';
import type { Incident } from '../incident.ts';
import type { Policy } from '../policy.ts';
import { IMPACT_BY_PRIORITY } from '../status-page/policy.ts';
import { disturbances } from '../workload/ledger.ts';
import { roleAt } from './role-at.ts';

/** What an incident is to figures: a reading of it, and what else is known. The only bridge from the timeline to the figures. */
export function factsOf(
  { incident, clocks, policy }: { readonly incident: Incident; readonly clocks: Clocks; readonly policy: Policy },
  { overdueItems = 0 }: { readonly overdueItems?: number } = {},
): IncidentFacts {
  const { issue, category, resolution, mitigation, dataLoss } = incident;
  const { culprit } = incident.changes;
  const isConfidential = category.confidential;
  const { isDuplicate } = neighbourOf({ incident });
  // What is confidential is counted, and nothing more.
  const shown = isConfidential ? null : category;
  const cause = isConfidential ? null : (incident.cause?.cause ?? null);
  return {
    number: issue.number,
    isConfidential,
    title: isConfidential ? null : issue.title,
    kind: incident.kind,
    priority: incident.priority.current,
    category: shown?.current?.name ?? null,
    subcategory: shown?.set?.subcategory?.name ?? null,
    group: shown?.current?.owner ?? null,
    openedAt: issue.openedAt,
    changedAt: Math.max(issue.openedAt, ...issue.timeline.map(({ at }) => at)),
    acknowledgedAt: firstAcknowledged(incident),
    mitigatedAt: mitigation.mitigated?.at ?? null,
    resolvedAt: resolution.resolved?.at ?? null,
    closedAt: resolution.closedAt,
    status: incident.status,
    leftOut: isDuplicate ? 'duplicate' : (resolution.ended?.status ?? null),
    leftOutAt: resolution.ended?.at ?? (isDuplicate ? resolution.closedAt : null),
    reopened: resolution.reopened,
    cause: cause?.name ?? null,
    causeGroup: cause?.group ?? null,
    attributableTo: cause?.attributableTo ?? null,
    services: servicesOf(incident, policy).map(({ name }) => name),
    impact: impactFacts(incident, policy),
    downtime: impactOf(incident)?.downtime ?? null,
    clocks: clockFacts(clocks, policy),
    pages: pageFacts(incident, policy),
    recurrence: isConfidential ? null : recurrenceOf(incident, policy),
    isPostMortemOverdue: clocks.current.some(
      ({ name, state, stoppedAt }) =>
        (name === 'post-mortem' || name === 'review' || name === 'publish') && state === 'missed' && stoppedAt === null,
    ),
    isDataLost: dataLoss.answer?.isLost ?? (incident.report.facts.data !== undefined && dataLoss.reported),
    overdueItems,
    culprit: isConfidential || culprit === null ? null : nameOfChange(culprit.change),
  };
}

/** When anybody first took it on, on whatever level of support. */
function firstAcknowledged({ levels, acknowledgement }: Incident): Instant | null {
  const all = [...levels.periods.map(({ acknowledged }) => acknowledged), acknowledgement];
  return all.reduce<Instant | null>((first, it) => (it ? Math.min(first ?? Infinity, it.at) : first), null);
}

function impactFacts(incident: Incident, policy: Policy): ImpactFacts | null {
  const found = impactOf(incident);
  if (!found) return null;
  const harm = (policy.statusPage?.impact ?? IMPACT_BY_PRIORITY)[incident.priority.current];
  return {
    from: found.from,
    to: found.to,
    isStated: incident.said.impact !== null,
    spans: impactSpans(incident),
    weight: WEIGHTS[harm],
  };
}

function clockFacts({ verdicts, current }: Clocks, policy: Policy): readonly ClockFacts[] {
  const decided = verdicts.map(({ clock, priority, start, due, at, met, seen, times = 1 }): ClockFacts => {
    const shown = current.find((it) => it.name === clock && it.priority === priority && it.start === start);
    const stop = shown?.stoppedAt ?? null;
    const margin = stop === null || met ? null : marginOf(policy, { name: clock, priority }, due, stop);
    return {
      clock,
      priority,
      dueAt: due,
      result: met ? 'met' : 'missed',
      at,
      times,
      late: margin === null ? null : Math.max(0, -margin),
      lag: met ? null : Math.max(0, seen - at),
    };
  });
  const running = current
    .filter(({ state }) => state === 'running' || state === 'paused')
    .map(({ name, priority, due }): ClockFacts => {
      const dueAt = due === Infinity ? null : due;
      return { clock: name, priority, dueAt, result: 'running', at: null, times: 1, late: null, lag: null };
    });
  return [...decided, ...running];
}

function pageFacts({ issue, record }: Incident, policy: Policy): readonly PageFacts[] {
  return disturbances([{ number: issue.number, done: record.done }], policy, 0)
    .filter(({ isPage }) => isPage)
    .map(({ at, login, night }) => ({ at, role: roleAt(policy, login, at), isNight: night !== null }));
}

/** What somebody has reported may be long. */
const LONGEST = 100;

/** By the first rule of recurrence that knows all that it needs; where the policy has none, by category and cause. */
function recurrenceOf(incident: Incident, { recurrence }: Policy): string | null {
  const facets = neighbourOf({ incident });
  const rules = recurrence.length > 0 ? recurrence.map(({ same }) => same) : [['category', 'cause'] as const];
  const rule = rules.find((same) => same.every((facet) => facets[facet] !== null));
  return rule ? abbreviate(rule.map((facet) => facets[facet]!).join(', '), LONGEST) : null;
}
