import { byName, grouped, inOrder } from './counted.ts';
import type { Figures, MonthFigures, NamedCount, Points, ServiceFigures, YearFigures } from './figures.ts';
import { pointsTogether } from './points.ts';

/**
 * What some months of a year come to, each as it was closed: their sum. What is open, how old it is, and what is overdue, is that of the last
 * of them; the points of a month that kept only some of them count as those.
 */
export function figureYearOf(all: readonly MonthFigures[]): YearFigures | null {
  const months = [...all].sort((a, b) => byName(a.month, b.month));
  const last = months.at(-1);
  if (!last) return null;
  const every = <K extends keyof Figures>(key: K): MonthFigures[K][] => months.map((it) => it[key]);
  const sum = (of: (it: MonthFigures) => number): number => months.reduce((all, it) => all + of(it), 0);
  return {
    year: last.month.slice(0, 4),
    months: months.map(({ month }) => month),
    opened: sum(({ opened }) => opened),
    resolved: sum(({ resolved }) => resolved),
    open: last.open,
    leftOut: {
      dismissed: sum(({ leftOut }) => leftOut.dismissed),
      withdrawn: sum(({ leftOut }) => leftOut.withdrawn),
      duplicate: sum(({ leftOut }) => leftOut.duplicate),
    },
    confidential: sum(({ confidential }) => confidential),
    dataLost: sum(({ dataLost }) => dataLost),
    kinds: countsIn(every('kinds'), last.kinds),
    priorities: countsIn(every('priorities'), last.priorities).toSorted((a, b) => byName(a.name, b.name)),
    categories: countsIn(every('categories'), last.categories),
    subcategories: countsIn(every('subcategories'), last.subcategories),
    owners: summed(
      every('owners').flat(),
      ({ name }) => name,
      (some) => ({
        ...countIn(some, last.owners),
        missed: total(some, ({ missed }) => missed),
        overdue: last.owners.find(({ name }) => name === some[0]!.name)?.overdue ?? 0,
      }),
    ).toSorted(inOrder),
    ages: last.ages,
    durations: summed(
      every('durations').flat(),
      ({ measure, priority }) => `${measure} ${priority}`,
      (some) => ({ ...some[0]!, ...pointsTogether(some) }),
    ),
    clocks: summed(
      every('clocks').flat(),
      ({ clock, grade }) => `${clock} ${grade}`,
      (some) => ({
        ...some[0]!,
        met: total(some, ({ met }) => met),
        missed: total(some, ({ missed }) => missed),
        late: pointsOf(some, ({ late }) => late),
        lag: pointsOf(some, ({ lag }) => lag),
      }),
    ),
    causes: summed(
      every('causes').flat(),
      ({ cause }) => cause,
      (some) => ({ ...some.at(-1)!, count: total(some, ({ count }) => count) }),
    ).toSorted((a, b) => b.count - a.count || byName(a.cause, b.cause)),
    // What went on at the end of a month is told by the month in which it ended.
    tolerances: months.flatMap(({ tolerances }, i) => tolerances.filter((it) => it.isOver || i === months.length - 1)),
    services: last.services.map((it) =>
      serviceIn(
        it,
        every('services').flatMap((some) => some.filter(({ service }) => service === it.service)),
      ),
    ),
    load: summed(
      every('load').flat(),
      ({ role }) => role,
      (some) => ({
        role: some[0]!.role,
        pages: total(some, ({ pages }) => pages),
        atNight: total(some, ({ atNight }) => atNight),
        incidents: total(some, ({ incidents }) => incidents),
      }),
    ).toSorted((a, b) => b.pages - a.pages || byName(a.role, b.role)),
    recurring: summed(
      every('recurring').flat(),
      ({ what }) => what,
      (some) => ({ what: some[0]!.what, incidents: some.flatMap(({ incidents }) => incidents) }),
    ),
    overdue: last.overdue,
    corrections: every('corrections').flat(),
  };
}

function summed<T, R>(all: readonly T[], keyOf: (it: T) => unknown, add: (some: readonly T[]) => R): readonly R[] {
  return [...grouped(all, keyOf).values()].map(add);
}

const total = <T>(some: readonly T[], of: (it: T) => number): number => some.reduce((sum, it) => sum + of(it), 0);

const pointsOf = <T>(some: readonly T[], of: (it: T) => Points): Points => pointsTogether(some.map(of));

/** Opened and resolved in all months; open at the end of the last. */
function countIn(some: readonly NamedCount[], last: readonly NamedCount[]): NamedCount {
  const { name } = some[0]!;
  return {
    name,
    opened: total(some, ({ opened }) => opened),
    resolved: total(some, ({ resolved }) => resolved),
    open: last.find((it) => it.name === name)?.open ?? 0,
  };
}

function countsIn(months: readonly (readonly NamedCount[])[], last: readonly NamedCount[]): readonly NamedCount[] {
  return summed(
    months.flat(),
    ({ name }) => name,
    (some) => countIn(some, last),
  ).toSorted(inOrder);
}

function serviceIn(last: ServiceFigures, months: readonly ServiceFigures[]): ServiceFigures {
  return {
    ...last,
    promised: total(months, ({ promised }) => promised),
    elapsed: total(months, ({ elapsed }) => elapsed),
    down: total(months, ({ down }) => down),
    counted: total(months, ({ counted }) => counted),
    stated: total(months, ({ stated }) => stated),
    assumed: total(months, ({ assumed }) => assumed),
  };
}
