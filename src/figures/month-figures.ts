import type { Instant, Interval } from '../calendar/calendar.ts';
import { DAY } from '../calendar/length.ts';
import { PRIORITIES } from '../model/priority.ts';
import { byName, counts, countOf, countsBy, grouped, inOrder, isAny, isExcluded, isIn, isOpenAt } from './counted.ts';
import type { ClockFacts, IncidentFacts } from './facts.ts';
import {
  FIGURES_VERSION,
  type CauseFigures,
  type ClockFigures,
  type Correction,
  type DurationFigures,
  type FiguresPolicy,
  type GradeFigure,
  type LoadFigures,
  type MonthFigures,
  type OwnerFigures,
  type RecurringFigures,
  type Row,
} from './figures.ts';
import { spanOf } from './months.ts';
import { minutesOf, pointsOf } from './points.ts';
import { downtimeWithin, serviceFigures, toleranceFigures } from './services.ts';

/**
 * What a month comes to, as far as it has gone at `now`. What belongs to it: incidents opened in it and resolved in it, clocks that were met
 * or missed in it, and downtime within it, so an incident over the end of a month gives each month its part. What turned out to be no
 * incident is left out, and counted apart.
 */
export function figuresOf(
  all: readonly IncidentFacts[],
  policy: FiguresPolicy,
  month: string,
  now: Instant,
  corrections: readonly Correction[] = [],
): MonthFigures {
  const whole = spanOf(policy.zone, month);
  const time = { from: whole.from, to: Math.max(whole.from, Math.min(now, whole.to)) };
  const facts = all.filter((it) => counts(it, policy)).sort((a, b) => a.openedAt - b.openedAt || a.number - b.number);
  const incidents = facts.filter(({ kind }) => kind === 'incident');
  const opened = all.filter(({ openedAt }) => isIn(openedAt, time));
  const leftOut = (why: IncidentFacts['leftOut']): number =>
    opened.filter((it) => it.leftOut === why && (policy.countsConfidential || !it.isConfidential)).length;
  return {
    v: FIGURES_VERSION,
    month,
    ...whole,
    at: time.to,
    ...countOf(incidents, time),
    leftOut: { dismissed: leftOut('dismissed'), withdrawn: leftOut('withdrawn'), duplicate: leftOut('duplicate') },
    confidential: incidents.filter((it) => it.isConfidential && isIn(it.openedAt, time)).length,
    dataLost: incidents.filter((it) => it.isDataLost && isIn(it.openedAt, time)).length,
    kinds: countsBy(facts, time, ({ kind }) => kind),
    priorities: countsBy(incidents, time, ({ priority }) => priority).toSorted((a, b) => byName(a.name, b.name)),
    categories: countsBy(incidents, time, ({ category }) => category),
    subcategories: countsBy(
      incidents.filter(({ subcategory }) => subcategory !== null),
      time,
      ({ category, subcategory }) => `${category}/${subcategory}`,
    ),
    owners: ownersOf(incidents, time),
    ages: agesOf(incidents, time),
    durations: durationsOf(incidents, time),
    clocks: clocksOf(facts, time),
    causes: causesOf(incidents, policy, time),
    tolerances: toleranceFigures(incidents, policy, time),
    services: serviceFigures(incidents, policy, month, { whole, time }),
    load: loadOf(facts, time),
    recurring: recurringOf(incidents, time),
    overdue: {
      postMortems: facts.filter((it) => it.isPostMortemOverdue).length,
      items: facts.reduce((sum, { overdueItems }) => sum + overdueItems, 0),
    },
    corrections,
    rows: figureRowsOf(all, time),
    isCut: false,
  };
}

export const figureGradeOf = ({ kind, priority }: Pick<IncidentFacts, 'kind' | 'priority'>): GradeFigure =>
  kind === 'assistance' ? kind : priority;

const missedIn = (clocks: readonly ClockFacts[], time: Interval): number =>
  clocks.filter(({ result, at }) => result === 'missed' && isIn(at, time)).reduce((sum, it) => sum + it.times, 0);

function ownersOf(incidents: readonly IncidentFacts[], time: Interval): readonly OwnerFigures[] {
  return [...grouped(incidents, ({ group }) => group)]
    .map(([name, some]) => ({
      name,
      ...countOf(some, time),
      missed: some.reduce((sum, { clocks }) => sum + missedIn(clocks, time), 0),
      overdue: some.reduce((sum, it) => sum + it.overdueItems + (it.isPostMortemOverdue ? 1 : 0), 0),
    }))
    .filter((it) => isAny(it) || it.missed + it.overdue > 0)
    .sort(inOrder);
}

/** Up to how old, in milliseconds. */
const AGES = [DAY, 7 * DAY, 30 * DAY, Infinity];

function agesOf(incidents: readonly IncidentFacts[], time: Interval): readonly number[] {
  const ages = incidents.filter((it) => isOpenAt(it, time)).map(({ openedAt }) => time.to - openedAt);
  return AGES.map((most, i) => ages.filter((age) => age < most && age >= (AGES[i - 1] ?? -Infinity)).length);
}

const MOMENTS = { acknowledge: 'acknowledgedAt', mitigate: 'mitigatedAt', resolve: 'resolvedAt' } as const;

function durationsOf(incidents: readonly IncidentFacts[], time: Interval): readonly DurationFigures[] {
  return (Object.keys(MOMENTS) as (keyof typeof MOMENTS)[]).flatMap((measure) =>
    PRIORITIES.flatMap((priority) => {
      const lengths = incidents.flatMap((it) => {
        const at = it[MOMENTS[measure]];
        return it.priority === priority && at !== null && isIn(at, time) ? [Math.max(0, at - it.openedAt)] : [];
      });
      return lengths.length > 0 ? [{ measure, priority, ...pointsOf(lengths) }] : [];
    }),
  );
}

function clocksOf(facts: readonly IncidentFacts[], time: Interval): readonly ClockFigures[] {
  const all = facts.flatMap((it) =>
    it.clocks
      .filter(({ at }) => isIn(at, time))
      .map((clock) => ({ clock, grade: figureGradeOf({ kind: it.kind, priority: clock.priority }) })),
  );
  return [...grouped(all, ({ clock, grade }) => `${clock.clock} ${grade}`).values()]
    .map((some): ClockFigures => {
      const missed = some.filter(({ clock }) => clock.result === 'missed');
      const lengths = (of: 'late' | 'lag') => pointsOf(missed.flatMap(({ clock }) => clock[of] ?? []));
      return {
        clock: some[0]!.clock.clock,
        grade: some[0]!.grade,
        met: some.length - missed.length,
        missed: missed.reduce((sum, { clock }) => sum + clock.times, 0),
        late: lengths('late'),
        lag: lengths('lag'),
      };
    })
    .sort((a, b) => byName(a.clock, b.clock) || byName(a.grade, b.grade));
}

function causesOf(incidents: readonly IncidentFacts[], policy: FiguresPolicy, time: Interval): readonly CauseFigures[] {
  const resolved = incidents.filter(({ resolvedAt }) => isIn(resolvedAt, time));
  return [...grouped(resolved, ({ cause }) => cause).values()]
    .map((some) => {
      const { cause, causeGroup: group, attributableTo } = some[0]!;
      return { cause, group, attributableTo, isExcluded: isExcluded(some[0]!, policy), count: some.length };
    })
    .sort((a, b) => b.count - a.count || byName(a.cause, b.cause));
}

function loadOf(facts: readonly IncidentFacts[], time: Interval): readonly LoadFigures[] {
  const pages = facts.flatMap(({ number, pages }) =>
    pages.filter(({ at }) => isIn(at, time)).map((page) => ({ ...page, number })),
  );
  return [...grouped(pages, ({ role }) => role)]
    .map(([role, some]) => ({
      role,
      pages: some.length,
      atNight: some.filter(({ isNight }) => isNight).length,
      incidents: new Set(some.map(({ number }) => number)).size,
    }))
    .sort((a, b) => b.pages - a.pages || byName(a.role, b.role));
}

function recurringOf(incidents: readonly IncidentFacts[], time: Interval): readonly RecurringFigures[] {
  const known = incidents.filter((it) => it.recurrence !== null && isIn(it.openedAt, time) && !it.isConfidential);
  return [...grouped(known, ({ recurrence }) => recurrence!)]
    .map(([what, some]) => ({ what, incidents: some.map(({ number }) => number) }))
    .filter(({ incidents: some }) => some.length > 1)
    .sort((a, b) => b.incidents.length - a.incidents.length || byName(a.what, b.what));
}

/** The row of each incident that adds anything to a time, by number. */
export function figureRowsOf(all: readonly IncidentFacts[], time: Interval): readonly Row[] {
  return all
    .filter(({ isConfidential }) => !isConfidential)
    .map((it): Row => {
      return {
        n: it.number,
        priority: figureGradeOf(it),
        category: it.category,
        cause: it.cause,
        opened: isIn(it.openedAt, time),
        resolved: isIn(it.resolvedAt, time),
        downtime: minutesOf(downtimeWithin(it, time)),
        leftOut: it.leftOut,
      };
    })
    .filter(({ opened, resolved, downtime }) => opened || resolved || downtime > 0)
    .sort((a, b) => a.n - b.n);
}
