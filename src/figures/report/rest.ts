import { inline } from '../../text/foreign.ts';
import type { Correction } from '../figures.ts';
import { pie } from './chart.ts';
import { folded, named, paragraphs, rowsOf, type Part, type PartGround } from './part.ts';

/** What the incidents that were resolved came from, and to whom it is attributable. */
export const causesPart: Part = ({ causes }, ground) => {
  const { words } = ground;
  const { columns: c } = words;
  if (!causes.some(({ cause }) => cause !== null)) return null;
  const rows = causes.map(({ cause, group, attributableTo, isExcluded, count }) => [
    named(cause, ground) + (group === null ? '' : ` (${named(group, ground)})`),
    attributableTo === null ? '' : named(attributableTo, ground),
    `${count}${isExcluded ? ` (${words.excluded})` : ''}`,
  ]);
  const slices = causes.map(({ cause, count }) => ({ name: cause ?? words.none, value: count }));
  return paragraphs(
    rowsOf(ground, [c.cause, c.attributable, c.incidents], rows),
    slices.length < 2 ? null : folded(words.chart, pie(words.charts.causes, slices)),
  );
};

/** Who was paged, by role: nobody is ranked. */
export const loadPart: Part = ({ load }, ground) => {
  const { words } = ground;
  const { columns: c } = words;
  if (load.length === 0) return null;
  const rows = load.map(({ role, pages, atNight, incidents }) => [
    named(role, ground),
    String(pages),
    String(atNight),
    String(incidents),
  ]);
  const slices = load.map(({ role, pages }) => ({ name: role ?? words.none, value: pages }));
  return paragraphs(
    rowsOf(ground, [c.role, c.pages, c.night, c.incidents], rows),
    slices.length < 2 ? null : folded(words.chart, pie(words.charts.load, slices)),
  );
};

/** So many incidents of one kind are named. */
const MOST_NAMED = 10;

export const recurringPart: Part = ({ recurring }, ground) => {
  const { words } = ground;
  if (recurring.length === 0) return null;
  const rows = recurring.map(({ what, incidents }) => {
    const shown = incidents.slice(0, MOST_NAMED).map((it) => `#${it}`);
    const rest = incidents.length - shown.length;
    return [named(what, ground), [...shown, ...(rest > 0 ? [words.more(rest)] : [])].join(', ')];
  });
  return rowsOf(ground, [words.columns.alike, words.columns.incidents], rows);
};

export const overduePart: Part = ({ overdue: { postMortems, items } }, { words }) =>
  postMortems + items === 0
    ? null
    : [...(postMortems > 0 ? [words.postMortems(postMortems)] : []), ...(items > 0 ? [words.items(items)] : [])].join(
        ' ',
      );

/** So many corrections stand in a report. */
const MOST_CORRECTIONS = 50;

/** What has changed since about the months that were closed. */
export const correctionsPart: Part = ({ corrections }, ground) => {
  const { words } = ground;
  if (corrections.length === 0) return null;
  const rest = corrections.length - MOST_CORRECTIONS;
  const lines = corrections.slice(0, MOST_CORRECTIONS).map((it) => `- ${correctionLine(it, ground)}`);
  return [...lines, ...(rest > 0 ? [`- ${words.moreCorrections(rest)}`] : [])].join('\n');
};

function correctionLine({ n, month, what, from, to }: Correction, { words, names }: PartGround): string {
  const shown = (value: string): string =>
    value === '' ? words.none : value === 'true' ? words.yes : value === 'false' ? words.no : inline(value, 60);
  return words.correction(n, names.month(month), words.what[what], shown(from), shown(to));
}
