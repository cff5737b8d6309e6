import { cleanLine } from '../../text/clean.ts';
import { abbreviate } from '../../text/cut.ts';
import type { Content } from '../../status-page/html/element.ts';
import type { MonthFigures, YearFigures } from '../figures.ts';
import type { ReportPartGround } from '../report/part.ts';
import type { Fill } from './fills.ts';
import type { PageWords } from './words.ts';

/** What the page of a report is made from. */
export interface SectionGround {
  readonly month: MonthFigures;
  /** Up to eleven months before it, the oldest first; some may be missing. */
  readonly before: readonly MonthFigures[];
  /** The year that it is in, as far as it has gone. */
  readonly year: YearFigures | null;
}

/** What it is written with: as the text of the report. */
export interface PageGround extends Omit<ReportPartGround, 'of' | 'months'> {
  readonly page: PageWords;
}

/** The numbers of a picture: a head, and rows of as many cells, the first of which names the row. */
export interface PageTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What explains its columns. */
  readonly notes?: readonly string[];
}

/** One picture of the page, with its heading, what explains it, and its numbers; without a picture, why there is none. */
export interface PageSection {
  readonly heading: string;
  readonly picture: Content;
  readonly key: readonly { readonly fill: Fill; readonly text: string }[];
  readonly notes: readonly string[];
  readonly table: PageTable | null;
  /** Whether it takes the whole width of a desk. */
  readonly isWide?: boolean;
}

export type SectionOf = (given: SectionGround, ground: PageGround) => PageSection;

/** A section that has nothing to draw: a sentence, and no empty axis. */
export function nothing(heading: string, why: string): PageSection {
  return { heading, picture: null, key: [], notes: [why], table: null };
}

/** Longer names stay readable by their beginning. */
const LONGEST = 120;

/** A name that somebody else chose, as text on one line. */
export function sectionNameOf(name: string | null, { words }: Pick<PageGround, 'words'>, most = LONGEST): string {
  const text = name === null ? '' : abbreviate(cleanLine(name), most);
  return text === '' ? words.none : text;
}

/** The same within a sentence about many. */
export const brief = (name: string | null, ground: Pick<PageGround, 'words'>): string =>
  sectionNameOf(name, ground, 60);
