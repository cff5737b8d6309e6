import { figureStandingOf } from '../derived.ts';
import type { ServiceFigures } from '../figures.ts';
import { minutesOf } from '../points.ts';
import { length, percent, rate } from '../report/format.ts';
import { barsPicture, restNote } from './bars.ts';
import { sentence } from './counted.ts';
import { brief, sectionNameOf, nothing, type PageGround, type SectionOf } from './section.ts';

/** A service in a month, or in a year. */
interface Standing {
  readonly it: ServiceFigures;
  readonly of: 'month' | 'year';
  readonly time: string;
}

/** What is left of the error budget of each service, of the month and of the year. */
export const budgetsSection: SectionOf = ({ month, year }, ground) => {
  const { words, page, names, language } = ground;
  const { columns: c } = words;
  const all = month.services.flatMap((it): readonly Standing[] => {
    const inYear = year?.services.find(({ service }) => service === it.service);
    return [
      { it, of: 'month', time: names.month(month.month) },
      ...(year && inYear ? [{ it: inYear, of: 'year' as const, time: year.year }] : []),
    ];
  });
  const promised = all.filter(({ it, of }) => it.objective[of] !== null);
  if (promised.length === 0) return nothing(page.headings.budgets, page.none.budgets);
  const bars = promised.map(({ it, of }, i) => {
    const { left, leftShare, objective } = figureStandingOf(it, of);
    const isOver = left! < 0;
    return {
      // The month and the year of a service stand under its name together.
      name: promised[i - 1]?.it.service === it.service ? '' : sectionNameOf(it.service, ground),
      under: page.objective[of](percent(language, objective!)),
      value: leftText(left!, leftShare, ground),
      parts: [{ fill: isOver ? ('bad' as const) : ('good' as const), size: isOver ? 1 : Math.max(0, leftShare ?? 0) }],
      whole: 1,
    };
  });
  const isSplit = all.some(({ it }) => it.down !== it.counted);
  const share = (value: number | null): string => (value === null ? '' : percent(language, value));
  return {
    heading: page.headings.budgets,
    picture: barsPicture({
      title: page.pictures.budgets,
      says: sentence(promised.map(({ it }, i) => `${brief(it.service, ground)}. ${bars[i]!.under}, ${bars[i]!.value}`)),
      bars,
    }),
    key: [
      { fill: 'good', text: page.left },
      { fill: 'bad', text: page.overspent },
    ],
    notes: restNote(promised.length, page),
    table: {
      notes: [words.weights, ...(isSplit ? [words.exclusion] : []), words.burnMeans],
      head: [
        c.service,
        page.month,
        c.availability,
        ...(isSplit ? [c.all] : []),
        c.objective,
        c.left,
        c.burn,
        c.quality,
      ],
      rows: all.map(({ it, of, time }) => {
        const { availability, availabilityOfAll, objective, left, leftShare, burn } = figureStandingOf(it, of);
        return [
          sectionNameOf(it.service, ground),
          time,
          share(availability),
          ...(isSplit ? [share(availabilityOfAll)] : []),
          share(objective),
          left === null ? '' : leftText(left, leftShare, ground),
          burn === null ? '' : words.burn(rate(language, burn)),
          it.stated + it.assumed === 0 ? '' : words.of(it.stated, it.stated + it.assumed),
        ];
      }),
    },
  };
};

function leftText(left: number, share: number | null, { words, language }: PageGround): string {
  const minutes = length(language, minutesOf(Math.abs(left)));
  if (left < 0) return words.overspent(minutes);
  return share === null ? minutes : words.left(minutes, percent(language, share, 0));
}
