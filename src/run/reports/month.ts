import { knownReadings } from '../readings.ts';
import { figuresPolicyOf } from '../../capabilities/reports/figures-policy.ts';
import { csvOf } from '../../figures/csv.ts';
import type { IncidentFacts } from '../../figures/facts.ts';
import type { Figures, FiguresPolicy, MonthFigures } from '../../figures/figures.ts';
import { isMonth, monthAfter, monthAt, spanOf } from '../../figures/months.ts';
import { openMetrics } from '../../figures/openmetrics.ts';
import type { SectionGround } from '../../figures/page/section.ts';
import { monthText, yearText } from '../../figures/report/text.ts';
import { figureYearOf } from '../../figures/year.ts';
import type { Run } from '../context.ts';
import { factsIn } from './facts.ts';
import { figuresBy, groundOf, ledgersOf, monthName, type Made } from './made.ts';

/** The figures of a month or a year, and what they are made of. */
export interface MonthRead {
  /** `YYYY-MM`, or `YYYY`. */
  readonly of: string;
  readonly title: string;
  readonly figures: Figures;
  /** As Markdown. */
  readonly text: string;
  readonly facts: readonly IncidentFacts[];
  readonly policy: FiguresPolicy;
  /** Incidents, figures, the text, and what is scraped, by the name of the file; of a month its page as well. */
  readonly files: ReadonlyMap<string, string>;
  /** The page of a month, with pictures, as files of a folder of its own; null for a year. */
  readonly page: ReadonlyMap<string, string> | null;
}

/** So many months stand on a page beside its own. */
const EARLIER = 11;

/**
 * Reads the figures of a month, `YYYY-MM`, or of a year, `YYYY`, of which the run has read the incidents. What a report has closed stays
 * what it is; a year is the sum of its reports, and of the month that is running.
 */
export async function readMonth(run: Run, of: string): Promise<MonthRead> {
  const { policy, now, knowledge, github } = run;
  const readings = await knownReadings(run);
  const maintenances = knowledge.maintenances?.all ?? [];
  const isPartial = run.report.failures.length > 0;
  const made: Made = { facts: factsIn(run, readings), policy, maintenances, now, isPartial };
  const known = [...run.reports, ...(await github.latestOwnIssues([policy.labels.report]))];
  const ledgers = ledgersOf([...new Map(known.map((issue) => [issue.number, issue])).values()]);
  const ground = groundOf(policy);
  const current = monthAt(policy.zone, now);
  const frozen = (month: string): MonthFigures | null =>
    ledgers.find((it) => it.isFrozen && it.figures.month === month)?.figures ?? null;
  const monthly = (month: string): MonthFigures => frozen(month) ?? figuresBy(made, month).figures;
  const { words } = ground;
  const read = { of, facts: made.facts, policy: figuresPolicyOf(policy, maintenances) };
  const metrics = openMetrics(figuresBy(made, current).figures);
  if (isMonth(of)) {
    const figures = monthly(of);
    const before = ledgers.find((it) => it.figures.month === monthAfter(of, -1))?.figures ?? null;
    const text = monthText(figures, { ...ground, before }, { isClosed: frozen(of) !== null });
    const title = words.title(monthName(policy.language, of));
    const table = csvOf(made.facts, spanOf(policy.zone, of));
    const given = givenOf(ledgers, figures);
    const { reportHtml, reportPage } = await import('../../figures/page/page.ts');
    const html = reportHtml(given, { ...ground, title }, `report-${of}.json`);
    const files = filesOf({ of, title, figures, text, table, metrics });
    const page = reportPage(given, { ...ground, title });
    return { ...read, title, figures, text, files: new Map([...files, [`report-${of}.html`, html]]), page };
  }
  const past = ledgers.filter((it) => it.isFrozen && it.figures.month.startsWith(of)).map(({ figures }) => figures);
  const months = [...past, ...(current.startsWith(of) ? [monthly(current)] : [])];
  // A year of which nothing is on record has the figures of no incidents.
  const figures = figureYearOf(months) ?? figureYearOf([figuresBy({ ...made, facts: [] }, `${of}-01`).figures])!;
  const text = yearText(figures, { ...ground, months });
  const title = words.yearTitle(of);
  // The incidents of its other months have not been read.
  return {
    ...read,
    title,
    figures,
    text,
    files: filesOf({ of, title, figures, text, table: null, metrics }),
    page: null,
  };
}

/** What the page of a month shows besides: the months before it as they are on record, and the year as far as it goes. */
function givenOf(ledgers: ReturnType<typeof ledgersOf>, month: MonthFigures): SectionGround {
  const before = ledgers.filter(({ figures }) => figures.month < month.month);
  const inYear = before.filter((it) => it.isFrozen && it.figures.month.slice(0, 4) === month.month.slice(0, 4));
  return {
    month,
    before: before.slice(-EARLIER).map(({ figures }) => figures),
    year: figureYearOf([...inYear.map(({ figures }) => figures), month]),
  };
}

function filesOf({
  of,
  title,
  figures,
  text,
  table,
  metrics,
}: Pick<MonthRead, 'of' | 'title' | 'figures' | 'text'> & {
  readonly table: string | null;
  readonly metrics: string;
}): ReadonlyMap<string, string> {
  return new Map([
    ...(table === null ? [] : ([[`incidents-${of}.csv`, table]] as const)),
    [`report-${of}.json`, `${JSON.stringify(figures, null, 2)}\n`],
    [`report-${of}.md`, `# ${title}\n\n${text}\n`],
    ['metrics.txt', metrics],
  ]);
}
