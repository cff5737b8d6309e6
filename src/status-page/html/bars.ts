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
const STEP = 6;
const WIDTH = 4;
const HEIGHT = 30;

/** How high a bad day is filled: the worse, the higher, so that the bars read without colour. */
const FILLED: Readonly<Record<Exclude<Condition, 'operational'>, number>> = {
  under_maintenance: 6,
  degraded_performance: 12,
  partial_outage: 20,
  major_outage: HEIGHT,
};

/** So many days of a condition are listed; the picture's own words count all of them, and the history has each incident. */
const LISTED = 10;

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
    CONDITIONS.map((condition) => (condition === 'operational' ? null : filled(condition, days))),
  );
}

function ground(pattern: string, from: number, to: number): Element {
  return h('rect', { fill: `url(#${pattern})`, x: from * STEP, width: (to - from) * STEP, height: HEIGHT });
}

/** The days of a condition that were not quiet: what lies beneath is wiped out first. */
function filled(condition: Exclude<Condition, 'operational'>, days: readonly Day[]): Content {
  // Lines as broad as a bar: a shape would take twice the bytes.
  const bars = (height: number): string =>
    days
      .flatMap((day, i) => (day.condition === condition ? `M${i * STEP + WIDTH / 2} ${HEIGHT}v-${height}` : []))
      .join('');
  const height = FILLED[condition];
  const shape = bars(height);
  if (shape === '') return null;
  return [
    height < HEIGHT ? h('path', { className: ['wiped'], d: bars(HEIGHT) }) : null,
    h('path', { className: [condition], d: shape }),
  ];
}

function factsOf({ words }: View, days: readonly Day[]): string {
  const parts = [...CONDITIONS, null].map((state) => {
    const count = days.filter(({ condition }) => condition === state).length;
    return count === 0 ? [] : [words.components.days(count, state === null ? words.unknown : words.condition[state])];
  });
  return parts.flat().join(', ');
}

/** The days of a component as a table: for each condition when it was and for how long, newest first. Quiet days have no line. */
export function daysTable(view: View, days: readonly Day[]): Element {
  const { components, condition } = view.words;
  const newest = [...days].reverse();
  const rows = CONDITIONS.slice(1)
    .reverse()
    .map((state) => ({ state, of: newest.filter((day) => day.condition === state) }))
    .filter(({ of }) => of.length > 0);
  if (rows.length === 0) return h('p', { className: ['days'] }, components.quiet);
  const dayText = ({ from, length }: Day): string =>
    `${dateText(view, from, 'd LLL')} (${duration(view.language, length)})`.replaceAll(' ', '\u00a0');
  const listed = (of: readonly Day[]): string =>
    [
      ...of.slice(0, LISTED).map(dayText),
      ...(of.length > LISTED ? [components.moreDays(of.length - LISTED)] : []),
    ].join(', ');
  const head = [components.state, components.day].map((text) => h('th', { scope: 'col' }, text));
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
        rows.map(({ state, of }) =>
          h('tr', null, h('th', { scope: 'row' }, condition[state]), h('td', null, listed(of))),
        ),
      ),
    ),
  );
}
