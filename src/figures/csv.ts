import type { Interval } from '../calendar/calendar.ts';
import { isIn } from './counted.ts';
import type { IncidentFacts } from './facts.ts';
import { minutesOf } from './points.ts';
import { downtimeWithin } from './services.ts';

type Value = string | number | boolean | null;

/** The columns of the table of incidents: names stay what they are, new ones come at the end. */
const COLUMNS: Readonly<Record<string, (it: IncidentFacts, time: Interval) => Value>> = {
  number: ({ number }) => number,
  title: ({ title }) => title,
  kind: ({ kind }) => kind,
  priority: ({ kind, priority }) => (kind === 'incident' ? priority : null),
  category: ({ category }) => category,
  subcategory: ({ subcategory }) => subcategory,
  group: ({ group }) => group,
  status: ({ status }) => status,
  left_out: ({ leftOut }) => leftOut,
  opened_at: ({ openedAt }) => iso(openedAt),
  acknowledged_at: ({ acknowledgedAt }) => iso(acknowledgedAt),
  mitigated_at: ({ mitigatedAt }) => iso(mitigatedAt),
  resolved_at: ({ resolvedAt }) => iso(resolvedAt),
  closed_at: ({ closedAt }) => iso(closedAt),
  reopened: ({ reopened }) => reopened,
  cause: ({ cause }) => cause,
  cause_group: ({ causeGroup }) => causeGroup,
  attributable_to: ({ attributableTo }) => attributableTo,
  services: ({ services }) => services.join('; '),
  impact_from: ({ impact }) => iso(impact?.from ?? null),
  impact_to: ({ impact }) => iso(impact?.to ?? null),
  impact_stated: ({ impact }) => impact?.isStated ?? null,
  downtime_minutes: ({ downtime }) => (downtime === null ? null : minutesOf(downtime)),
  downtime_in_month_minutes: (it, time) => minutesOf(downtimeWithin(it, time)),
  deadlines_met: ({ clocks }) => clocks.filter(({ result }) => result === 'met').length,
  deadlines_missed: ({ clocks }) =>
    clocks.reduce((sum, { result, times }) => sum + (result === 'missed' ? times : 0), 0),
  deadlines: ({ clocks }) => clocks.map(({ clock, priority, result }) => `${clock} ${priority} ${result}`).join('; '),
  pages: ({ pages }) => pages.length,
  pages_at_night: ({ pages }) => pages.filter(({ isNight }) => isNight).length,
  recurrence: ({ recurrence }) => recurrence,
  post_mortem_overdue: ({ isPostMortemOverdue }) => isPostMortemOverdue,
  data_lost: ({ isDataLost }) => isDataLost,
  overdue_items: ({ overdueItems }) => overdueItems,
  culprit: ({ culprit }) => culprit,
};

/** Whether an incident has anything to do with a time. */
export function touches(it: IncidentFacts, time: Interval): boolean {
  const { openedAt, resolvedAt, clocks, pages } = it;
  return (
    isIn(openedAt, time) ||
    isIn(resolvedAt, time) ||
    downtimeWithin(it, time) > 0 ||
    clocks.some(({ at }) => isIn(at, time)) ||
    pages.some(({ at }) => isIn(at, time))
  );
}

/** The incidents that have anything to do with a time, one a line (RFC 4180). Of confidential ones there is none. */
export function csvOf(facts: readonly IncidentFacts[], time: Interval): string {
  const rows = facts
    .filter((it) => !it.isConfidential && touches(it, time))
    .sort((a, b) => a.number - b.number)
    .map((it) => Object.values(COLUMNS).map((value) => value(it, time)));
  return [Object.keys(COLUMNS), ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** What a spreadsheet would take for a formula begins with an apostrophe: a title may be anybody's. */
function cell(value: Value): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  // eslint-disable-next-line no-control-regex -- these are what must go
  const flat = value.replace(/[\u0000-\u001f\u007f]+/g, ' ');
  const safe = /^\s*[=+\-@|%]/.test(flat) ? `'${flat}` : flat;
  return /[",]|^'|^ | $/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
