import { figureStandingOf } from '../derived.ts';
import type { ServiceFigures } from '../figures.ts';
import { minutesOf } from '../points.ts';
import { bars } from './chart.ts';
import { length, percent, rate } from './format.ts';
import { folded, namedPart, paragraphs, partRowsOf, type ReportPart, type ReportPartGround } from './part.ts';

/** The availability of each service against its objective, with what is left of its error budget. */
export const availabilityPart: ReportPart = ({ services }, ground) => {
  const { words, of, language } = ground;
  const { columns: c } = words;
  const shown = services.filter(({ objective, down }) => objective[of] !== null || down > 0);
  if (shown.length === 0) return null;
  const isSplit = shown.some(({ down, counted }) => down !== counted);
  const head = [c.service, c.availability, ...(isSplit ? [c.all] : []), c.objective, c.left, c.burn, c.quality];
  const slices = shown.flatMap((it) => {
    const { leftShare } = figureStandingOf(it, of);
    return leftShare === null ? [] : [{ name: it.service, value: Math.max(0, Math.floor(leftShare * 100)) }];
  });
  const share = (value: number | null): string => (value === null ? '' : percent(language, value));
  const rows = shown.map((it) => {
    const { availability, availabilityOfAll, objective, burn } = figureStandingOf(it, of);
    const mark = availability !== null && objective !== null ? (availability >= objective - 1e-12 ? '✅ ' : '❌ ') : '';
    return [
      namedPart(it.service, ground),
      `${mark}${share(availability)}`,
      ...(isSplit ? [share(availabilityOfAll)] : []),
      share(objective),
      budgetLeft(it, ground),
      burn === null ? '' : words.burn(rate(language, burn)),
      it.stated + it.assumed === 0 ? '' : words.of(it.stated, it.stated + it.assumed),
    ];
  });
  return paragraphs(
    partRowsOf(ground, head, rows),
    `<sub>${[words.weights, ...(isSplit ? [words.exclusion] : []), words.burnMeans].join(' ')}</sub>`,
    slices.length < 2 ? null : folded(words.chart, bars(words.charts.budgets, '%', slices)),
  );
};

/** What is left of the budget, and a warning where much of it is spent. */
function budgetLeft(it: ServiceFigures, { words, of, language, warnAt }: ReportPartGround): string {
  const { left, leftShare } = figureStandingOf(it, of);
  if (left === null) return '';
  const minutes = minutesOf(Math.abs(left));
  if (left < 0) return `❌ ${words.overspent(length(language, minutes))}`;
  if (leftShare === null) return length(language, minutes);
  const text = words.left(length(language, minutes), percent(language, leftShare, 0));
  const reached = warnAt.filter((it) => 1 - leftShare >= it).at(-1);
  return reached === undefined ? text : `${text} ${words.spent(percent(language, reached, 0))}`;
}

/** The downtime of each incident, and whether it stayed within what one incident may cause. */
export const tolerancesPart: ReportPart = ({ tolerances }, ground) => {
  const { words, language } = ground;
  const { columns: c } = words;
  if (tolerances.length === 0) return null;
  const kept = tolerances.filter(({ isKept }) => isKept).length;
  const rows = tolerances
    .toSorted((a, b) => b.downtime - a.downtime)
    .map(({ number, service, downtime, limit, isKept, isOver }) => [
      number === null ? words.hiddenIncident : `#${number}`,
      namedPart(service, ground),
      `${isKept ? '✅' : '❌'} ${length(language, downtime)}${isOver ? '' : ` (${words.goesOn})`}`,
      length(language, limit),
    ]);
  return paragraphs(
    `**${words.tolerated(kept, tolerances.length)}**`,
    partRowsOf(ground, [c.incident, c.service, c.downtime, c.limit], rows),
  );
};
