import type { Element } from 'hast';
import { h } from '../../status-page/html/element.ts';
import type { PageGround, PageTable } from './section.ts';

/** A length of time whose numbers stay beside their units. */
const unbroken = (text: string): string => text.replace(/(\d) (?=(?:min|h|d|j)\b)/g, '$1\u00a0');

/** What is no longer than this does not break. */
const SHORT = 12;

/** So many rows stand in the page. */
const MOST_ROWS = 200;

/** The numbers of a picture, folded away until somebody wants them. */
export function tableElement(
  { head, rows, notes = [] }: PageTable,
  caption: string,
  { page, words }: PageGround,
): Element {
  const rest = rows.length - MOST_ROWS;
  return h(
    'details',
    null,
    h('summary', null, page.numbers),
    h(
      'div',
      { className: ['scroll'], role: 'region', ariaLabel: `${caption}${words.colon}${page.numbers}`, tabIndex: 0 },
      h(
        'table',
        null,
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            head.map((it) => (it === '' ? h('td', null) : h('th', { scope: 'col' }, it))),
          ),
        ),
        h(
          'tbody',
          null,
          rows.slice(0, MOST_ROWS).map(([name = '', ...cells]) =>
            h(
              'tr',
              null,
              h('th', { scope: 'row' }, h('bdi', null, name)),
              cells.map((it) =>
                h('td', { className: it.length <= SHORT ? ['short'] : null }, h('bdi', null, unbroken(it))),
              ),
            ),
          ),
        ),
      ),
    ),
    rest > 0 ? h('p', null, page.moreData(rest)) : null,
    notes.map((note) => h('p', { className: ['notes'] }, note)),
  );
}
