import { grouped } from '../counted.ts';
import type { ClockFigures, Points } from '../figures.ts';
import { typical } from '../report/format.ts';
import { barsPicture, restNote } from './bars.ts';
import { sentence } from './counted.ts';
import { sectionNameOf, nothing, type SectionOf } from './section.ts';

/** How many deadlines of each clock were met and missed; by priority in the numbers. */
export const deadlinesSection: SectionOf = ({ month: { clocks } }, ground) => {
  const { words, page, names, language } = ground;
  const { columns: c, headings } = words;
  if (clocks.length === 0) return nothing(headings.clocks, page.none.clocks);
  const clockName = (clock: string): string => sectionNameOf(names.clock(clock), ground);
  const all = [...grouped(clocks, ({ clock }) => clock)].map(([clock, of]) => {
    const { met, missed } = sumOf(of);
    return { name: clockName(clock), met, missed, value: `${words.of(met, met + missed)} ${page.met}` };
  });
  const some = (points: Points): string => (points.count === 0 ? '' : typical(language, points));
  return {
    heading: headings.clocks,
    picture: barsPicture({
      title: page.pictures.clocks,
      says: sentence(all.map(({ name, value }) => `${name}${words.colon}${value}`)),
      bars: all.map(({ name, met, missed, value }) => ({
        name,
        value,
        parts: [
          { fill: 'good', size: met },
          { fill: 'bad', size: missed },
        ],
      })),
    }),
    key: [
      { fill: 'good', text: page.met },
      { fill: 'bad', text: page.missed },
    ],
    notes: restNote(all.length, page),
    table: {
      head: [c.clock, c.priority, c.inTime, c.late, c.lag],
      rows: clocks.map((it) => [
        clockName(it.clock),
        it.grade === 'assistance' ? words.grade.assistance : it.grade,
        words.of(it.met, it.met + it.missed),
        some(it.late),
        some(it.lag),
      ]),
    },
  };
};

/** How many were met and missed in all. */
export function sumOf(clocks: readonly ClockFigures[]): { readonly met: number; readonly missed: number } {
  return {
    met: clocks.reduce((sum, { met }) => sum + met, 0),
    missed: clocks.reduce((sum, { missed }) => sum + missed, 0),
  };
}
