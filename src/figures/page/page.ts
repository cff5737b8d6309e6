import type { Element } from 'hast';
import { documentOf, h } from '../../status-page/html/element.ts';
import { cleanLine } from '../../text/clean.ts';
import type { Names } from '../report/part.ts';
import { budgetsSection } from './budgets.ts';
import { agesSection, countedCausesSection, loadSection } from './counted.ts';
import { deadlinesSection, sumOf } from './deadlines.ts';
import { dotsSection } from './dots.ts';
import { fillDefinitions, filledShape } from './fills.ts';
import { pageHead } from './head.ts';
import { monthsSection } from './months.ts';
import type { SectionGround, PageGround, PageSection, SectionOf } from './section.ts';
import { tableElement } from './table.ts';
import { pageWordsOf } from './words.ts';

/** The pictures of a report, in order. To add one, add its file and a line. */
const SECTIONS: readonly SectionOf[] = [
  monthsSection,
  budgetsSection,
  dotsSection,
  deadlinesSection,
  countedCausesSection,
  loadSection,
  agesSection,
];

/** What a page is written with, and what it is called. */
export type FigurePageGround = Omit<PageGround, 'page'> & { readonly title: string };

/** The page of a report and what it leads to, by their paths: for inside, so whoever calls this says where they go. */
export function reportPage(given: SectionGround, ground: FigurePageGround): ReadonlyMap<string, string> {
  const { month, before, year } = given;
  return new Map([
    ['index.html', reportHtml(given, ground, 'figures.json')],
    ['figures.json', `${JSON.stringify({ month, before, year }, null, 2)}\n`],
  ]);
}

/** The page alone, with where the same stands as JSON. It holds all that it shows: it asks nobody for anything, and runs nothing. */
export function reportHtml(given: SectionGround, { title, ...rest }: FigurePageGround, data: string): string {
  const ground: PageGround = { ...rest, page: pageWordsOf(rest.language), names: cleaned(rest.names) };
  const { words, page, names } = ground;
  const name = cleanLine(title);
  return documentOf(
    h(
      'html',
      { lang: ground.language },
      h('head', null, pageHead(name)),
      h(
        'body',
        null,
        h('a', { className: ['skip'], href: '#content' }, page.skip),
        fillDefinitions(),
        h(
          'header',
          null,
          h('p', { className: ['inside'] }, page.inside),
          h('h1', null, name),
          h('p', { className: ['as-of'] }, words.asOf(names.instant(given.month.at))),
        ),
        h(
          'main',
          { id: 'content', tabIndex: -1 },
          glance(given, ground),
          h(
            'div',
            { className: ['sections'] },
            SECTIONS.map((it, i) => sectionElement(it(given, ground), `s${i}`, ground)),
          ),
        ),
        h('footer', null, h('p', null, h('a', { href: data }, page.data)), h('p', null, page.insideMeans)),
      ),
    ),
  );
}

/** What others are called by whoever calls them so: nothing of it is unseen. */
function cleaned({ clock, month, instant }: Names): Names {
  return {
    clock: (name) => cleanLine(clock(name)),
    month: (name) => cleanLine(month(name)),
    instant: (at) => cleanLine(instant(at)),
  };
}

/** The few numbers that most readers want, and what is not among them. */
function glance({ month }: SectionGround, { words, page }: PageGround): Element {
  const { columns: c } = words;
  const { met, missed } = sumOf(month.clocks);
  const assistance = month.kinds.find(({ name }) => name === 'assistance');
  const { dismissed, withdrawn, duplicate } = month.leftOut;
  const { postMortems, items } = month.overdue;
  const lines = [
    ...(assistance ? [words.assistance(assistance.opened, assistance.resolved)] : []),
    ...(dismissed + withdrawn + duplicate > 0 ? [words.leftOut(dismissed, withdrawn, duplicate)] : []),
    ...(month.confidential > 0 ? [words.confidential(month.confidential)] : []),
    ...(postMortems > 0 ? [words.postMortems(postMortems)] : []),
    ...(items > 0 ? [words.items(items)] : []),
  ];
  const numbers = [
    [c.opened, String(month.opened)],
    [c.resolved, String(month.resolved)],
    [c.open, String(month.open)],
    ...(met + missed > 0 ? [[page.inTime, words.of(met, met + missed)]] : []),
  ] as const;
  return h(
    'section',
    { ariaLabel: page.atAGlance },
    h(
      'dl',
      { className: ['glance'] },
      numbers.map(([name, value]) => h('div', null, h('dt', null, name), h('dd', null, value))),
    ),
    lines.map((line) => h('p', null, line)),
  );
}

function sectionElement(
  { heading, picture, key, notes, table, isWide = false }: PageSection,
  id: string,
  ground: PageGround,
): Element {
  return h(
    'section',
    { ariaLabelledBy: id, className: isWide ? ['wide'] : null },
    h('h2', { id }, heading),
    key.length === 0
      ? null
      : h(
          'ul',
          { className: ['key'] },
          key.map(({ fill, text }) =>
            h(
              'li',
              null,
              h('svg', { ariaHidden: 'true' }, h('rect', { width: '100%', height: '100%', fill: filledShape(fill) })),
              text,
            ),
          ),
        ),
    picture,
    notes.map((note) => h('p', { className: ['notes'] }, note)),
    table === null ? null : tableElement(table, heading, ground),
  );
}
