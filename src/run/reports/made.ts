import { DateTime } from 'luxon';
import type { Policy } from '../../capabilities/policy.ts';
import type { Maintenance } from '../../capabilities/maintenance/window.ts';
import { figuresPolicyOf } from '../../capabilities/reports/figures-policy.ts';
import { reportLedgerOf, reportMark } from '../../capabilities/reports/ledger.ts';
import type { WantedReport } from '../../capabilities/reports/plan.ts';
import { wordsOf } from '../../capabilities/words.ts';
import { correctionsOf } from '../../figures/corrections.ts';
import type { IncidentFacts } from '../../figures/facts.ts';
import type { MonthFigures } from '../../figures/figures.ts';
import { fitted } from '../../figures/fitted.ts';
import { figuresOf, figureRowsOf } from '../../figures/month-figures.ts';
import { monthAfter, spanOf } from '../../figures/months.ts';
import type { Names, ReportPartGround } from '../../figures/report/part.ts';
import { LONGEST_REPORT, monthText } from '../../figures/report/text.ts';
import { reportWordsOf } from '../../figures/report/words.ts';
import { figureYearOf } from '../../figures/year.ts';
import { LONGEST_BODY } from '../../model/limits.ts';
import type { Issue } from '../../model/issue.ts';
import type { Language } from '../../model/language.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { keptInstant, localHour } from '../../text/time.ts';

/** What reports are made from. */
export interface Made {
  readonly facts: readonly IncidentFacts[];
  readonly policy: Policy;
  readonly maintenances: readonly Maintenance[];
  readonly now: number;
  /** Whether some of it could not be read. */
  readonly isPartial: boolean;
}

/** What a mark has room for, beside the text and the line break between them. */
const ROOM = LONGEST_BODY - LONGEST_REPORT - 1;

/** A month as people read it: "November 2026". */
export function monthName(language: Language, month: string): string {
  return DateTime.fromISO(month, { locale: language }).toFormat('LLLL yyyy');
}

/** What stands in a report besides figures. */
export function groundOf({ language, zone, reports }: Policy): Omit<ReportPartGround, 'of' | 'months'> {
  const { clock } = wordsOf(language);
  const names: Names = {
    clock: (name) => (Object.hasOwn(clock, name) ? clock[name as keyof typeof clock].name : name),
    month: (month) => monthName(language, month),
    instant: (at) => keptInstant({ language, zone }, at),
  };
  return { language, words: reportWordsOf(language), names, warnAt: reports?.warnAt ?? [] };
}

/** The figures of a month by what a run knows, before those of other months are looked at; and what tells whether they have changed. */
export function figuresBy({ facts, policy, maintenances, now }: Made, month: string) {
  // What happened at this very instant is a part of the month.
  const figures = figuresOf(facts, figuresPolicyOf(policy, maintenances), month, now + 1);
  const earlier = facts.filter(({ changedAt, isConfidential }) => changedAt >= figures.from && !isConfidential);
  // What only time changes is no reason to write.
  const services = figures.services.map((it) => ({ ...it, elapsed: 0, promised: 0, promisedInYear: 0 }));
  const lasting = { ...figures, services, ages: [], at: 0 };
  const told = figureRowsOf(earlier, { from: -Infinity, to: figures.from });
  const digest = fingerprint(JSON.stringify([policy.language, lasting, told]));
  return { figures, digest };
}

/** The months that reports have on record, the oldest first. */
export function ledgersOf(
  issues: readonly Issue[],
): readonly { readonly figures: MonthFigures; readonly isFrozen: boolean }[] {
  return issues.flatMap((it) => reportLedgerOf(it) ?? []).sort((a, b) => a.figures.from - b.figures.from);
}

/** The report of a month as it is to be. `known` are the reports that there are; `kept` the figures of a month too long ago to be counted again. */
export function reportOf(
  made: Made,
  month: string,
  {
    known,
    isFrozen,
    kept = null,
  }: { readonly known: readonly Issue[]; readonly isFrozen: boolean; readonly kept?: MonthFigures | null },
): WantedReport {
  const { policy, now } = made;
  const { figures: own, digest } = figuresBy(made, month);
  const ledgers = ledgersOf(known);
  const earlier = ledgers.filter((it) => it.figures.month < month);
  const closed = earlier.filter((it) => it.isFrozen).map((it) => it.figures);
  const corrections = correctionsOf(made.facts, closed, spanOf(policy.zone, month).from);
  const ledger = { month, day: localHour(policy, now).date, digest, isFrozen, isPartial: made.isPartial };
  const figures = kept ?? { ...own, corrections };
  const written = fitted(figures, (it) => reportMark({ ...ledger, figures: it }).length <= ROOM);
  const before = ledgers.findLast((it) => it.figures.month === monthAfter(month, -1))?.figures ?? null;
  const sameYear = earlier.map((it) => it.figures).filter((it) => it.month.slice(0, 4) === month.slice(0, 4));
  const year = figureYearOf([...sameYear, figures]);
  const ground = groundOf(policy);
  const name = monthName(policy.language, month);
  return {
    title: ground.words.title(name),
    name,
    ledger,
    body: `${reportMark({ ...ledger, figures: written })}\n${monthText(figures, { ...ground, before }, { isClosed: isFrozen, year })}`,
  };
}
