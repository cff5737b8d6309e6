import type { Element } from 'hast';
import { scaleLinear } from 'd3-scale';
import { h, type Content } from '../../status-page/html/element.ts';
import { filledShape, type Fill } from './fills.ts';
import type { PageWords } from './words.ts';
import { fittingLabel, label, NARROW, percents, picture, widthOf } from './svg.ts';

/** One bar: its name, which is cut where there is no room, and its value, which is not; what is said under the name has a line of its own. */
export interface ChartBar {
  /** Empty for one that goes with the bar above it. */
  readonly name: string;
  readonly under?: string;
  readonly value: string;
  readonly parts: readonly { readonly fill: Fill; readonly size: number }[];
  /** The whole that the parts are some of, drawn as a frame. */
  readonly whole?: number;
}

/** So many bars are drawn: what are more stands in the numbers. */
export const MOST_BARS = 12;

/** What says that there are more than are drawn. */
export const restNote = (count: number, { more }: PageWords): readonly string[] =>
  count > MOST_BARS ? [more(count - MOST_BARS)] : [];

/** Down a row, in pixels: lines of text, the bar, and what is left free below it. */
const LINE = 19;
const HEIGHT = 12;
const GAP = 14;
/** From the foot of a line of text to the top of the bar. */
const LIFT = 6;

/** Bars below one another, each under its name: so that names have all the room there is, on a phone as well. */
export function barsPicture(given: {
  readonly title: string;
  readonly says: string;
  readonly bars: readonly ChartBar[];
}): Element {
  const bars = given.bars.slice(0, MOST_BARS);
  const most = Math.max(1, ...bars.map(({ parts, whole }) => whole ?? parts.reduce((sum, { size }) => sum + size, 0)));
  const across = scaleLinear([0, most], [0, 100]);
  let y = 0;
  const rows = bars.map((bar) => {
    y += linesOf(bar) * LINE + HEIGHT + GAP;
    return barRow(bar, y - HEIGHT - GAP, across);
  });
  return picture({ ...given, height: y - GAP + 1 }, rows);
}

const linesOf = ({ name, under }: ChartBar): number => (name !== '' && under !== undefined ? 2 : 1);

/** A bar at its top, with its lines of text above it. */
function barRow(bar: ChartBar, y: number, across: (size: number) => number): Content {
  const { name, under, value, parts, whole } = bar;
  const foot = y - LIFT;
  const room = NARROW - (under === undefined ? widthOf(value) + 14 : 0);
  let from = 0;
  const shapes = parts.map(({ fill, size }) => {
    const x = from;
    from += size;
    if (size === 0) return null;
    return h('rect', {
      className: ['shape'],
      x: percents(across(x)),
      y,
      width: percents(across(size)),
      height: HEIGHT,
      fill: filledShape(fill),
    });
  });
  return [
    name === '' ? null : label(0, foot - (linesOf(bar) - 1) * LINE, fittingLabel(name, room), 'start', 'name'),
    under === undefined ? null : label(0, foot, under, 'start', 'quiet'),
    label(100, foot, value, 'end', 'value'),
    whole === undefined ? h('rect', { className: ['base'], y: y + HEIGHT, width: '100%', height: 1 }) : null,
    shapes,
    whole === undefined
      ? null
      : h('rect', { className: ['frame'], x: '0', y, width: percents(across(whole)), height: HEIGHT }),
  ];
}
