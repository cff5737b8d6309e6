import { cutTo } from '../../text/cut.ts';
import type { Figures, MonthFigures, YearFigures } from '../figures.ts';
import { agesPart, categoriesPart, countsPart, ownersPart, subcategoriesPart } from './counts.ts';
import type { ReportPart, ReportPartGround } from './part.ts';
import { causesPart, correctionsPart, loadPart, reportOverduePart, reportRecurringPart } from './rest.ts';
import { availabilityPart, tolerancesPart } from './services.ts';
import { clocksPart, durationsPart } from './times.ts';
import type { ReportWords } from './words.ts';

/** The parts of a report, in order. To add one, add its file, a line, and its heading. */
const PARTS: Readonly<Record<Exclude<keyof ReportWords['headings'], 'availabilityOfYear'>, ReportPart>> = {
  counts: countsPart,
  availability: availabilityPart,
  tolerances: tolerancesPart,
  clocks: clocksPart,
  durations: durationsPart,
  categories: categoriesPart,
  subcategories: subcategoriesPart,
  owners: ownersPart,
  ages: agesPart,
  causes: causesPart,
  recurring: reportRecurringPart,
  load: loadPart,
  overdue: reportOverduePart,
  corrections: correctionsPart,
};

/** The most room that a report takes, in UTF-16 units: the rest of an issue is for its figures. */
export const LONGEST_REPORT = 25_000;

/** A month as people read it, as Markdown; `isClosed` says that nothing in it changes any more. */
export function monthText(
  figures: MonthFigures,
  given: Omit<ReportPartGround, 'of' | 'months'> & { readonly before: MonthFigures | null },
  { isClosed, year = null }: { readonly isClosed: boolean; readonly year?: YearFigures | null },
): string {
  const { words, names } = given;
  const ground: ReportPartGround = { ...given, of: 'month', months: given.before ? [given.before] : [] };
  const at = names.instant(figures.at);
  return joined([
    isClosed ? words.closed(at) : words.asOf(at),
    ...partsOf(figures, ground),
    ...(year === null ? [] : yearOfMonth(year, ground)),
    `<sub>${[...(isClosed ? [] : [words.kept]), words.how].join(' ')}</sub>`,
  ]);
}

/** A year as people read it: the sum of its months. */
export function yearText(figures: YearFigures, given: Omit<ReportPartGround, 'of'>): string {
  const { words } = given;
  return joined([
    words.monthsOf(figures.months.join(', ')),
    ...partsOf(figures, { ...given, of: 'year' }),
    `<sub>${words.how}</sub>`,
  ]);
}

function partsOf(figures: Figures, ground: ReportPartGround): readonly string[] {
  return Object.entries(PARTS).flatMap(([name, part]) => {
    const text = part(figures, ground);
    return text === null ? [] : [`### ${ground.words.headings[name as keyof typeof PARTS]}\n\n${text}`];
  });
}

/** What a month's report says of its year: the availability, which is promised of it as well. */
function yearOfMonth(year: YearFigures, ground: ReportPartGround): readonly string[] {
  const text = year.services.some(({ objective }) => objective.year !== null)
    ? availabilityPart(year, { ...ground, of: 'year' })
    : null;
  return text === null ? [] : [`### ${ground.words.headings.availabilityOfYear} ${year.year}\n\n${text}`];
}

/** As many parts as there is room for: none is cut in its middle, where a table or a picture would break. */
function joined(parts: readonly string[]): string {
  const last = parts.at(-1)!;
  let room = LONGEST_REPORT - last.length;
  const fitting = parts.slice(0, -1).filter(({ length }) => {
    const fits = length + 2 <= room;
    if (fits) room -= length + 2;
    return fits;
  });
  return cutTo([...fitting, last].join('\n\n'), LONGEST_REPORT);
}
