import type { Count, NamedCount } from '../figures.ts';
import { FEW } from '../points.ts';
import { bars, pie } from './chart.ts';
import { spark } from './format.ts';
import { folded, namedPart, paragraphs, partRowsOf, type ReportPart, type ReportPartGround } from './part.ts';

const numbers = ({ opened, resolved, open }: Count): readonly string[] => [opened, resolved, open].map(String);

/** All of them: how many, what is not counted, and by priority. */
export const countsPart: ReportPart = (figures, ground) => {
  const { words, of, months } = ground;
  const { columns: c, charts } = words;
  const { opened, resolved, open, leftOut, kinds, confidential, dataLost, priorities } = figures;
  const assistance = kinds.find(({ name }) => name === 'assistance');
  const { dismissed, withdrawn, duplicate } = leftOut;
  const lines = [
    [words.summary(opened, resolved, open), ...(of === 'month' ? trend(opened, ground) : [])].join(' '),
    ...(assistance ? [words.assistance(assistance.opened, assistance.resolved)] : []),
    ...(dismissed + withdrawn + duplicate > 0 ? [words.leftOut(dismissed, withdrawn, duplicate)] : []),
    ...(confidential > 0 ? [words.confidential(confidential)] : []),
    ...(opened > 0 ? [words.dataLost(dataLost)] : []),
  ];
  const rows = priorities.map((it) => [it.name ?? '', ...numbers(it)]);
  const slices = priorities.map((it) => ({ name: it.name ?? '', value: it.opened }));
  const line = of === 'year' && months.length > 1 ? spark(months.map((it) => it.opened)) : null;
  return paragraphs(
    lines.join('\n'),
    line,
    rows.length === 0 ? null : partRowsOf(ground, [c.priority, c.opened, c.resolved, c.open], rows),
    slices.length < 2 ? null : folded(words.chart, bars(charts.priorities, c.opened, slices)),
    line === null
      ? null
      : folded(
          words.chart,
          bars(
            charts.months,
            c.opened,
            months.map((it) => ({ name: it.month, value: it.opened })),
          ),
        ),
  );
};

/** How that compares with the month before: not for so few that any change is chance. */
function trend(opened: number, { words, months, names }: ReportPartGround): readonly string[] {
  const [before] = months;
  if (!before || before.opened < FEW || opened < FEW) return [];
  const arrow = opened === before.opened ? '→' : opened > before.opened ? '↗' : '↘';
  return [words.before(before.opened, names.month(before.month), arrow)];
}

const listed = (all: readonly NamedCount[], column: string, ground: ReportPartGround): string | null => {
  const { columns: c } = ground.words;
  const isNamed = all.some(({ name }) => name !== null);
  if (!isNamed) return null;
  return partRowsOf(
    ground,
    [column, c.opened, c.resolved, c.open],
    all.map((it) => [namedPart(it.name, ground), ...numbers(it)]),
  );
};

export const categoriesPart: ReportPart = ({ categories }, ground) => {
  const { words } = ground;
  const text = listed(categories, words.columns.category, ground);
  const slices = categories.map(({ name, opened }) => ({ name: name ?? words.none, value: opened }));
  const isWorth = slices.filter(({ value }) => value > 0).length > 1;
  return text && paragraphs(text, isWorth ? folded(words.chart, pie(words.charts.categories, slices)) : null);
};

export const subcategoriesPart: ReportPart = ({ subcategories }, ground) =>
  listed(subcategories, ground.words.columns.subcategory, ground);

/** What each owner looks at: the same, with what was missed and what is late. */
export const ownersPart: ReportPart = ({ owners }, ground) => {
  const { columns: c } = ground.words;
  if (!owners.some(({ name }) => name !== null)) return null;
  const rows = owners.map((it) => [namedPart(it.name, ground), ...numbers(it), String(it.missed), String(it.overdue)]);
  return partRowsOf(ground, [c.owner, c.opened, c.resolved, c.open, c.missed, c.overdue], rows);
};

export const agesPart: ReportPart = ({ ages, open }, ground) => {
  const { words } = ground;
  if (open === 0) return null;
  return partRowsOf(
    ground,
    [words.columns.name, words.columns.open],
    ages.map((count, i) => [words.ages[i]!, String(count)]),
  );
};
