import { inline } from '../../text/foreign.ts';
import type { Correction } from '../figures.ts';
import { pie } from './chart.ts';
import { folded, namedPart, paragraphs, partRowsOf, type ReportPart, type ReportPartGround } from './part.ts';

/** What the incidents that were resolved came from, and to whom it is attributable. */
export const causesPart: ReportPart = ({ causes }, ground) => {
  const { words } = ground;
  const { columns: c } = words;
  if (!causes.some(({ cause }) => cause !== null)) return null;
  const rows = causes.map(({ cause, group, attributableTo, isExcluded, count }) => [
    namedPart(cause, ground) + (group === null ? '' : ` (${namedPart(group, ground)})`),
    attributableTo === null ? '' : namedPart(attributableTo, ground),
    `${count}${isExcluded ? ` (${words.excluded})` : ''}`,
  ]);
  const slices = causes.map(({ cause, count }) => ({ name: cause ?? words.none, value: count }));
  return paragraphs(
    partRowsOf(ground, [c.cause, c.attributable, c.incidents], rows),
    slices.length < 2 ? null : folded(words.chart, pie(words.charts.causes, slices)),
  );
};

/** Who was paged, by role: nobody is ranked. */
export const loadPart: ReportPart = ({ load }, ground) => {
  const { words } = ground;
  const { columns: c } = words;
  if (load.length === 0) return null;
  const rows = load.map(({ role, pages, atNight, incidents }) => [
    namedPart(role, ground),
    String(pages),
    String(atNight),
    String(incidents),
  ]);
  const slices = load.map(({ role, pages }) => ({ name: role ?? words.none, value: pages }));
  return paragraphs(
    partRowsOf(ground, [c.role, c.pages, c.night, c.incidents], rows),
    slices.length < 2 ? null : folded(words.chart, pie(words.charts.load, slices)),
  );
};

/** So many incidents of one kind are named. */
const MOST_NAMED = 10;

export const reportRecurringPart: ReportPart = ({ recurring }, ground) => {
  const { words } = ground;
  if (recurring.length === 0) return null;
  const rows = recurring.map(({ what, incidents }) => {
    const shown = incidents.slice(0, MOST_NAMED).map((it) => `#${it}`);
    const rest = incidents.length - shown.length;
    return [namedPart(what, ground), [...shown, ...(rest > 0 ? [words.more(rest)] : [])].join(', ')];
  });
  return partRowsOf(ground, [words.columns.alike, words.columns.incidents], rows);
};

export const reportOverduePart: ReportPart = ({ overdue: { postMortems, items } }, { words }) =>
  postMortems + items === 0
    ? null
    : [...(postMortems > 0 ? [words.postMortems(postMortems)] : []), ...(items > 0 ? [words.items(items)] : [])].join(
        ' ',
      );

/** So many corrections stand in a report. */
const MOST_CORRECTIONS = 50;

/** What has changed since about the months that were closed. */
export const correctionsPart: ReportPart = ({ corrections }, ground) => {
  const { words } = ground;
  if (corrections.length === 0) return null;
  const rest = corrections.length - MOST_CORRECTIONS;
  const lines = corrections.slice(0, MOST_CORRECTIONS).map((it) => `- ${correctionLine(it, ground)}`);
  return [...lines, ...(rest > 0 ? [`- ${words.moreCorrections(rest)}`] : [])].join('\n');
};

function correctionLine({ n, month, what, from, to }: Correction, { words, names }: ReportPartGround): string {
  const shown = (value: string): string =>
    value === '' ? words.none : value === 'true' ? words.yes : value === 'false' ? words.no : inline(value, 60);
  return words.correction(n, names.month(month), words.what[what], shown(from), shown(to));
}
