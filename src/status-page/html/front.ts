import type { Element } from 'hast';
import { OVERALL_CONDITION } from '../condition.ts';
import { componentsSection } from './components.ts';
import { h } from './element.ts';
import type { Content } from './element.ts';
import { icon } from './icons.ts';
import { incidentArticle, incidentHtmlLine } from './incident.ts';
import { layout } from './layout.ts';
import { maintenanceArticle, maintenanceLine } from './maintenance.ts';
import { asOf, hrefOf } from './view.ts';
import type { View } from './view.ts';

/** So much of each kind stands on the front page, which must not grow with what has ever happened. */
const OPEN = 10;
const UPCOMING = 5;
const RECENT = 5;

/** The front page: how all is, what is wrong with it, what is planned, each component, and what was lately. */
export function frontPage(view: View): string {
  const { words, board } = view;
  return layout(view, words.overall[board.overall], [
    banner(view),
    section(
      'open',
      words.incidents.open,
      board.open.length,
      board.open.slice(0, OPEN).map((incident) => incidentArticle(view, incident)),
      more(view, board.open.length - OPEN, words.incidents.more),
    ),
    section(
      'under-way',
      words.maintenance.underWay,
      board.underWay.length,
      board.underWay.slice(0, OPEN).map((maintenance) => maintenanceArticle(view, maintenance)),
      more(view, board.underWay.length - OPEN, words.maintenance.more),
    ),
    section(
      'upcoming',
      words.maintenance.upcoming,
      board.upcoming.length,
      h(
        'ul',
        { className: ['entries'] },
        board.upcoming.slice(0, UPCOMING).map((maintenance) => maintenanceLine(view, maintenance)),
      ),
      more(view, board.upcoming.length - UPCOMING, words.maintenance.more),
    ),
    board.page.components.length === 0 ? null : componentsSection(view),
    recent(view),
  ]);
}

function banner(view: View): Element {
  const { words, board } = view;
  const state = OVERALL_CONDITION[board.overall];
  return h(
    'div',
    { className: ['banner'], dataState: state, dataOverall: board.overall },
    icon(state),
    h('div', null, h('h1', { className: ['word'] }, words.overall[board.overall]), asOf(view)),
  );
}

/** A section of so many things, unless there are none. */
function section(id: string, heading: string, count: number, ...content: readonly Content[]): Content {
  return count === 0 ? null : h('section', { ariaLabelledBy: id }, h('h2', { id }, heading), content);
}

function more(view: View, count: number, words: (count: number) => string): Content {
  if (count <= 0) return null;
  return h('p', { className: ['more'] }, h('a', { href: hrefOf(view, 'history/index.html') }, words(count)));
}

function recent(view: View): Element {
  const { words, board } = view;
  return h(
    'section',
    { ariaLabelledBy: 'recent' },
    h('h2', { id: 'recent' }, words.incidents.recent),
    board.closed.length === 0
      ? h('p', null, words.incidents.none)
      : h(
          'ul',
          { className: ['entries'] },
          board.closed.slice(0, RECENT).map((incident) => incidentHtmlLine(view, incident)),
        ),
    h('p', { className: ['more'] }, h('a', { href: hrefOf(view, 'history/index.html') }, words.incidents.all)),
  );
}
