import { FIGURES_VERSION, type MonthFigures } from '../../figures/figures.ts';
import { isMonth } from '../../figures/months.ts';
import { mark, readMark, UNNUMBERED } from '../../engine/mark.ts';
import type { Issue } from '../../model/issue.ts';

/** The kind of the mark that a report begins with. */
const REPORT = 'report';

/** What the mark of a report says of a month. */
export interface Ledger {
  /** `YYYY-MM`. */
  readonly month: string;
  /** The day on which it was written last. */
  readonly day: string;
  /** What it was made from, by its fingerprint. */
  readonly digest: string;
  /** Whether its month is closed: nothing of it changes any more. */
  readonly isFrozen: boolean;
  /** Whether the run could not read all that it is made from: the first that can writes it anew. */
  readonly isPartial: boolean;
  readonly figures: MonthFigures;
}

/** The first line of a report. */
export function reportMark({ month, day, digest, isFrozen, isPartial, figures }: Ledger): string {
  return mark(REPORT, UNNUMBERED, {
    month,
    day,
    digest,
    ...(isFrozen && { frozen: true }),
    ...(isPartial && { partial: true }),
    figures,
  });
}

/** The month that an issue is the report of; null for any other issue. Whoever has changed its text may have left the mark. */
export function monthOf({ own, body }: Pick<Issue, 'own' | 'body'>): string | null {
  const month = own ? readMark(REPORT, UNNUMBERED, body)?.month : null;
  return typeof month === 'string' && isMonth(month) ? month : null;
}

/** What a report has on record: nothing where anybody else has changed its text last. */
export function reportLedgerOf(issue: Pick<Issue, 'own' | 'body' | 'edited'>): Ledger | null {
  const month = monthOf(issue);
  if (month === null || issue.edited) return null;
  const { day, digest, frozen, partial, figures } = readMark(REPORT, UNNUMBERED, issue.body)!;
  if (typeof day !== 'string' || typeof digest !== 'string' || !isFigures(figures) || figures.month !== month)
    return null;
  return { month, day, digest, isFrozen: frozen === true, isPartial: partial === true, figures };
}

/** Whether that has the form of this version: an account of ours wrote it, so no more is asked. */
function isFigures(value: unknown): value is MonthFigures {
  return typeof value === 'object' && value !== null && 'v' in value && value.v === FIGURES_VERSION && 'month' in value;
}
