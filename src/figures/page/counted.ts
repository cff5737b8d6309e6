import type { Figures } from '../figures.ts';
import { barsPicture, restNote } from './bars.ts';
import { brief, sectionNameOf, nothing, type SectionOf } from './section.ts';

/** What the incidents that were resolved came from: what is attributable to others is told apart. */
export const countedCausesSection: SectionOf = ({ month: { causes } }, ground) => {
  const { words, page } = ground;
  const { columns: c, headings } = words;
  if (causes.length === 0) return nothing(headings.causes, page.none.causes);
  const told = ({ attributableTo }: Figures['causes'][number]): string =>
    attributableTo === null ? '' : `, ${page.attributable(brief(attributableTo, ground))}`;
  return {
    heading: headings.causes,
    picture: barsPicture({
      title: page.pictures.causes,
      says: sentence(causes.map((it) => `${brief(it.cause, ground)}${told(it)}${words.colon}${it.count}`)),
      bars: causes.map((it) => ({
        name: sectionNameOf(it.cause, ground),
        value: String(it.count),
        parts: [{ fill: it.attributableTo === null ? 'own' : 'others', size: it.count }],
      })),
    }),
    key: [
      { fill: 'own', text: page.own },
      ...(causes.some(({ attributableTo }) => attributableTo !== null)
        ? [{ fill: 'others' as const, text: page.others }]
        : []),
    ],
    notes: restNote(causes.length, page),
    table: {
      head: [c.cause, c.attributable, c.incidents],
      rows: causes.map(({ cause, group, attributableTo, isExcluded, count }) => [
        sectionNameOf(cause, ground) + (group === null ? '' : ` (${sectionNameOf(group, ground)})`),
        attributableTo === null ? '' : sectionNameOf(attributableTo, ground),
        `${count}${isExcluded ? ` (${words.excluded})` : ''}`,
      ]),
    },
  };
};

/** How often somebody was paged, by role, and how often of that at night: nobody is ranked. */
export const loadSection: SectionOf = ({ month: { load } }, ground) => {
  const { words, page } = ground;
  const { columns: c, headings } = words;
  if (load.length === 0) return nothing(headings.load, page.none.load);
  return {
    heading: headings.load,
    picture: barsPicture({
      title: page.pictures.load,
      says: sentence(
        load.map(({ role, pages, atNight }) => `${brief(role, ground)}${words.colon}${page.ofNight(pages, atNight)}`),
      ),
      bars: load.map(({ role, pages, atNight }) => ({
        name: sectionNameOf(role, ground),
        value: page.ofNight(pages, atNight),
        parts: [
          { fill: 'day', size: pages - atNight },
          { fill: 'night', size: atNight },
        ],
      })),
    }),
    key: [
      { fill: 'day', text: page.day },
      { fill: 'night', text: page.night },
    ],
    notes: restNote(load.length, page),
    table: {
      head: [c.role, c.pages, c.night, c.incidents],
      rows: load.map((it) => [sectionNameOf(it.role, ground), ...[it.pages, it.atNight, it.incidents].map(String)]),
    },
  };
};

/** How old what is open is. */
export const agesSection: SectionOf = ({ month: { ages, open } }, { words, page }) => {
  const { headings, columns: c } = words;
  if (open === 0) return nothing(headings.ages, page.none.ages);
  const named = ages.map((count, i) => ({ name: words.ages[i]!, count }));
  return {
    heading: headings.ages,
    picture: barsPicture({
      title: page.pictures.ages,
      says: sentence(named.map(({ name, count }) => `${name}${words.colon}${count}`)),
      bars: named.map(({ name, count }) => ({
        name,
        value: page.items(count),
        parts: [{ fill: 'open', size: count }],
      })),
    }),
    key: [],
    notes: [],
    table: { head: [words.headings.ages, c.open], rows: named.map(({ name, count }) => [name, String(count)]) },
  };
};

/** What a picture shows, one after the other. */
export function sentence(parts: readonly string[]): string {
  return `${parts.join('; ')}.`;
}
