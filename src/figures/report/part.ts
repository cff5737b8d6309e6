import type { Language } from '../../model/language.ts';
import { cell } from '../../text/foreign.ts';
import { table } from '../../text/table.ts';
import type { Figures, MonthFigures } from '../figures.ts';
import type { ReportWords } from './words.ts';

/** What the parts of a report are written with. */
export interface ReportPartGround {
  readonly language: Language;
  readonly words: ReportWords;
  readonly names: Names;
  /** From which spent shares of a budget on it warns. */
  readonly warnAt: readonly number[];
  readonly of: 'month' | 'year';
  /** The months of a year, and of a month the one before, if it is known. */
  readonly months: readonly MonthFigures[];
}

/** What the policy, and those who write for its readers, call things. */
export interface Names {
  readonly clock: (name: string) => string;
  readonly month: (month: string) => string;
  readonly instant: (at: number) => string;
}

/** One part of a report: Markdown below its heading; null where there is nothing to say. */
export type ReportPart = (figures: Figures, ground: ReportPartGround) => string | null;

/** The most rows of a table. */
const MOST = 30;

/** A name that somebody else chose, in a table. */
export function namedPart(name: string | null, { words }: Pick<ReportPartGround, 'words'>): string {
  return name === null ? words.none : cell(name, 60);
}

/** A table of so many rows at most, and how many more there are. */
export function partRowsOf(
  { words }: Pick<ReportPartGround, 'words'>,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const rest = rows.length - MOST;
  return [table(head, rows.slice(0, MOST)), ...(rest > 0 ? [words.more(rest)] : [])].join('\n\n');
}

/** What is folded away until somebody wants it. */
export function folded(summary: string, text: string): string {
  return `<details><summary>${summary}</summary>\n\n${text}\n\n</details>`;
}

/** Paragraphs, of which some may be missing. */
export function paragraphs(...texts: readonly (string | null)[]): string {
  return texts.filter((it) => it !== null && it !== '').join('\n\n');
}
