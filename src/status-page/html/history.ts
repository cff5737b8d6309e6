import type { MonthPart } from '../months.ts';
import { h } from './element.ts';
import type { Content } from './element.ts';
import { incidentHtmlLine } from './incident.ts';
import { layout } from './layout.ts';
import { maintenanceLine } from './maintenance.ts';
import { asOf, dateText, hrefOf } from './view.ts';
import type { View } from './view.ts';

/** One month of the history, with the ways to the next older and the next newer page. */
export function monthPage(view: View, parts: readonly MonthPart[], index: number): string {
  const { words } = view;
  const { month, part, parts: of, entries } = parts[index]!;
  const name = dateText(view, month, 'LLLL yyyy');
  const title = `${words.history.month(name)}${of > 1 ? `, ${words.history.part(part, of)}` : ''}`;
  return layout(view, title, [
    h('h1', null, title),
    asOf(view),
    h(
      'ul',
      { className: ['entries'] },
      entries.map((entry) =>
        entry.kind === 'incident' ? incidentHtmlLine(view, entry.it) : maintenanceLine(view, entry.it),
      ),
    ),
    h(
      'nav',
      { className: ['pager'], ariaLabel: words.history.heading },
      step(view, parts[index + 1], words.history.older, 'next'),
      h('a', { href: hrefOf(view, 'history/index.html') }, words.history.months),
      step(view, parts[index - 1], words.history.newer, 'prev'),
    ),
  ]);
}

function step(view: View, to: MonthPart | undefined, text: string, rel: string): Content {
  return to ? h('a', { href: hrefOf(view, to.file), rel: [rel] }, text) : null;
}

/** The months of the history, newest first. */
export function monthsPage(view: View, parts: readonly MonthPart[]): string {
  const { words } = view;
  const months = parts.filter(({ part }) => part === 1);
  const countOf = ({ month }: MonthPart): number =>
    parts.filter((other) => other.month === month).reduce((sum, { entries }) => sum + entries.length, 0);
  return layout(view, words.history.heading, [
    h('h1', null, words.history.heading),
    months.length === 0
      ? h('p', null, words.history.none)
      : h(
          'ul',
          { className: ['months'] },
          months.map((month) =>
            h(
              'li',
              null,
              h('a', { href: hrefOf(view, month.file) }, dateText(view, month.month, 'LLLL yyyy')),
              h('span', null, ` ${words.history.count(countOf(month))}`),
            ),
          ),
        ),
  ]);
}
