import type { Element } from 'hast';
import { duration } from '../../text/time.ts';
import type { Day } from '../days.ts';
import { DAYS } from '../days.ts';
import { CONDITIONS } from '../page.ts';
import type { Condition } from '../page.ts';
import { h } from './element.ts';
import type { Content } from './element.ts';
import { dateText } from './view.ts';
import type { View } from './view.ts';

/** A bar and the gap behind it, and its height, in units of the picture. */
const STEP = 5;
const WIDTH = 3.6;
const HEIGHT = 30;

/** How high a bad day is filled: the worse, the higher, so that the bars read without colour. */
const FILLED: Readonly<Record<Exclude<Condition, 'operational'>, number>> = {
  under_maintenance: 6,
  degraded_performance: 12,
  partial_outage: 20,
  major_outage: HEIGHT,
};

/** The pattern of quiet days, defined once: fifty components with ninety bars each would weigh more than the rest of the page. */
export function barPattern(): Element {
  const pattern = (id: string, y: number, height: number): Element =>
    h(
      'pattern',
      { id, width: STEP, height: HEIGHT, patternUnits: 'userSpaceOnUse' },
      h('rect', { className: [id], y, width: WIDTH, height, rx: 1 }),
    );
  return h(
    'svg',
    { className: ['defs'], width: 0, height: 0, ariaHidden: 'true' },
    pattern('quiet', 0, HEIGHT),
    pattern('blank', HEIGHT - 3, 3),
  );
}

/** The days of a component as bars, oldest first; the table says the same. */
export function barsOf(view: View, days: readonly Day[]): Element {
  const { words } = view;
  const unknown = days.findIndex(({ condition }) => condition !== null);
  const blank = unknown < 0 ? DAYS : unknown;
  return h(
    'svg',
    {
      className: ['bars'],
      role: 'img',
      ariaLabel: words.components.bars(factsOf(view, days)),
      viewBox: `0 0 ${DAYS * STEP} ${HEIGHT}`,
      preserveAspectRatio: 'none',
    },
    blank > 0 ? ground('blank', 0, blank) : null,
    blank < DAYS ? ground('quiet', blank, DAYS) : null,
    days.map(({ condition }, i) => (condition === null || condition === 'operational' ? null : bar(condition, i))),
  );
}

function ground(pattern: string, from: number, to: number): Element {
  return h('rect', { fill: `url(#${pattern})`, x: from * STEP, width: (to - from) * STEP, height: HEIGHT });
}

/** A day that was not quiet: what lies beneath is wiped out first. */
function bar(condition: Exclude<Condition, 'operational'>, day: number): Content {
  const height = FILLED[condition];
  const x = day * STEP;
  return [
    height < HEIGHT ? h('rect', { className: ['wiped'], x, width: WIDTH, height: HEIGHT }) : null,
    h('rect', { className: [condition], x, y: HEIGHT - height, width: WIDTH, height }),
  ];
}

function factsOf({ words }: View, days: readonly Day[]): string {
  const parts = [...CONDITIONS, null].map((state) => {
    const count = days.filter(({ condition }) => condition === state).length;
    return count === 0 ? [] : [words.components.days(count, state === null ? words.unknown : words.condition[state])];
  });
  return parts.flat().join(', ');
}

/** The days of a component as a table, newest first; only those that say something have a line. */
export function daysTable(view: View, days: readonly Day[]): Element {
  const { components, condition } = view.words;
  const rows = days.filter((day) => day.condition !== null && day.condition !== 'operational').reverse();
  if (rows.length === 0) return h('p', { className: ['days'] }, components.quiet);
  const head = [components.day, components.state, components.length].map((text) => h('th', { scope: 'col' }, text));
  return h(
    'details',
    { className: ['days'] },
    h('summary', null, components.details),
    h(
      'table',
      null,
      h('caption', null, components.caption),
      h('thead', null, h('tr', null, head)),
      h(
        'tbody',
        null,
        rows.map((day) =>
          h(
            'tr',
            null,
            h('th', { scope: 'row' }, dateText(view, day.from, 'd LLL')),
            h('td', null, condition[day.condition!]),
            h('td', null, duration(view.language, day.length)),
          ),
        ),
      ),
    ),
  );
}
