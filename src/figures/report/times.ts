import type { DurationFigures, GradeFigure, Points } from '../figures.ts';
import { FEW, p90, pointsTogether } from '../points.ts';
import { bars } from './chart.ts';
import { length, spark, typical } from './format.ts';
import { folded, paragraphs, partRowsOf, type ReportPart, type ReportPartGround } from './part.ts';

/** So many values stand in a line. */
const MOST = 100;

/** Medians, the 90th percentile, and every point. */
export const durationsPart: ReportPart = ({ durations }, ground) => {
  const { words, language } = ground;
  const { columns: c } = words;
  if (durations.length === 0) return null;
  const rows = durations.map((it) => [
    words.measures[it.measure],
    it.priority,
    String(it.count),
    typical(language, it),
    it.count < FEW ? '' : length(language, p90(it)!),
  ]);
  const resolve = pointsTogether(durations.filter(({ measure }) => measure === 'resolve'));
  const slices = resolve.points.map((value, i) => ({ name: String(i + 1), value }));
  return paragraphs(
    partRowsOf(ground, [c.name, c.priority, c.count, c.median, c.most], rows),
    durations.some(({ count }) => count < FEW) ? words.few : null,
    folded(words.points, durations.map((it) => pointsLine(it, ground)).join('\n')),
    slices.length < FEW ? null : folded(words.chart, bars(words.charts.resolve, 'min', slices)),
  );
};

function pointsLine(it: DurationFigures, { words, language }: ReportPartGround): string {
  const shown = it.points.slice(0, MOST);
  const rest = it.count - shown.length;
  const values = shown.map((minutes) => length(language, minutes)).join(', ');
  const more = rest > 0 ? `, ${words.more(rest)}` : '';
  return `- ${it.priority}, ${words.measures[it.measure]}${words.colon}${spark(shown)} ${values}${more}`;
}

/** How many deadlines were kept, by how much the others were missed, and how late that was noticed. */
export const clocksPart: ReportPart = ({ clocks }, ground) => {
  const { words, names, language } = ground;
  const { columns: c } = words;
  if (clocks.length === 0) return null;
  const some = (points: Points): string => (points.count === 0 ? '' : typical(language, points));
  const rows = clocks.map((it) => [
    names.clock(it.clock),
    gradeName(it.grade, ground),
    words.of(it.met, it.met + it.missed),
    some(it.late),
    some(it.lag),
  ]);
  return partRowsOf(ground, [c.clock, c.priority, c.inTime, c.late, c.lag], rows);
};

const gradeName = (grade: GradeFigure, { words }: ReportPartGround): string =>
  grade === 'assistance' ? words.grade.assistance : grade;
