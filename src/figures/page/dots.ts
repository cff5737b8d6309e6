import { scaleLog } from 'd3-scale';
import { symbol, symbolDiamond, symbolTriangle, type SymbolType } from 'd3-shape';
import type { Element } from 'hast';
import { h, type Content } from '../../status-page/html/element.ts';
import { grouped } from '../counted.ts';
import type { DurationFigures, Figures } from '../figures.ts';
import { FEW, median, p90 } from '../points.ts';
import { length, typical } from '../report/format.ts';
import { sentence } from './counted.ts';
import { sumOf } from './deadlines.ts';
import { nothing, type PageGround, type SectionOf } from './section.ts';
import { label, NARROW, percents, picture, widthOf } from './svg.ts';

/** Down a row, in pixels: its name, then three lanes of dots. */
const ROW = 60;
const TEXT = 14;
const LANES = [37, 29, 45] as const;
const STRIP = { top: 22, bottom: 52 } as const;
const FOOT = 22;
/** The name of what is measured, above its rows. */
const HEADING = 32;
const RADIUS = 3.5;

/** What the axis may name, in minutes. */
const TICKS = [1, 5, 15, 60, 240, 1_440, 10_080, 43_200, 525_600] as const;

/** How long it took, one dot an incident, on an axis on which minutes and days both have room. */
export const dotsSection: SectionOf = ({ month }, ground) => {
  const { words, page, language } = ground;
  const { columns: c, headings } = words;
  const durations = month.durations.filter(({ points }) => points.length > 0);
  if (durations.length === 0) return nothing(headings.durations, page.none.durations);
  return {
    heading: headings.durations,
    isWide: true,
    picture: drawn(durations, month, ground),
    key: [],
    notes: [
      [`○ ${page.incident}`, `◆ ${page.median}`, `▲ ${page.most}`]
        .map((it) => it.replaceAll(' ', '\u00a0'))
        .join('\u2003 '),
      ...(durations.some(isFew) ? [words.few] : []),
    ],
    table: {
      head: [c.name, c.priority, c.count, c.median, c.most, c.inTime],
      rows: durations.map((it) => [
        words.measures[it.measure],
        it.priority,
        String(it.count),
        typical(language, it),
        isFew(it) ? '' : length(language, p90(it)!),
        inTime(it, month, ground) ?? '',
      ]),
    },
  };
};

/** Of so few no more is said than each of them. */
const isFew = ({ points }: DurationFigures): boolean => points.length < FEW;

/** "3 of 4", of the deadline that goes with it; null without one: a workaround meets its deadline before anything is mitigated. */
function inTime(it: DurationFigures, { clocks }: Figures, { words }: PageGround): string | null {
  const own = clocks.filter(({ clock, grade }) => clock === it.measure && grade === it.priority);
  const { met, missed } = sumOf(own);
  return met + missed === 0 ? null : words.of(met, met + missed);
}

function drawn(durations: readonly DurationFigures[], figures: Figures, ground: PageGround): Element {
  const { words, page, language } = ground;
  const top = Math.max(60, ...durations.flatMap(({ points }) => points));
  const across = scaleLog([1, top], [7, 96]).clamp(true);
  // Zero has no place on such an axis: what took under a minute stands at its beginning.
  const place = (minutes: number): number => across(Math.max(1, minutes));
  const measures = [...grouped(durations, ({ measure }) => measure)];
  const height = durations.length * ROW + measures.length * HEADING + FOOT;
  const ticks = ticksOf(place, top, ground);
  let y = 0;
  const says = (it: DurationFigures): string => {
    const typically = typical(language, it);
    const told = isFew(it)
      ? typically
      : `${page.medianOf(typically)}, ${words.columns.most} ${length(language, p90(it)!)}`;
    const kept = inTime(it, figures, ground);
    return `${words.measures[it.measure]}, ${it.priority}${words.colon}${page.items(it.count)}, ${told}${kept === null ? '' : `, ${words.columns.inTime} ${kept}`}`;
  };
  return picture(
    { title: page.pictures.durations, says: sentence(durations.map(says)), height },
    ticks.map(({ x, text }) => label(x, height - 5, text, 'middle', 'quiet')),
    measures.map(([measure, of]) => {
      const top = y + HEADING;
      y = top + of.length * ROW;
      return [
        label(0, top - 7, words.measures[measure], 'start', 'value'),
        of.map((it, i) => row(it, top + i * ROW, { place, ticks, figures, ground })),
      ];
    }),
  );
}

/** Where a length stands, and which are named. */
interface Axis {
  readonly place: (minutes: number) => number;
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
}

function row(
  it: DurationFigures,
  y: number,
  { place, ticks, figures, ground }: Axis & { readonly figures: Figures; readonly ground: PageGround },
): Content {
  const { page, language } = ground;
  const kept = inTime(it, figures, ground);
  const value = kept === null ? '' : `${kept} ${page.met}`;
  const typically = typical(language, it);
  const behind = ` · ${isFew(it) ? typically : page.medianOf(typically)}`;
  // Half a list would be another list: the numbers have all of it.
  const room = NARROW - widthOf(it.priority) - widthOf(value) - 14;
  const marked: Content = isFew(it)
    ? null
    : [mark(symbolTriangle, place(p90(it)!), y), mark(symbolDiamond, place(median(it)!), y)];
  return [
    label(0, y + TEXT, [it.priority, h('tspan', { className: ['quiet'] }, widthOf(behind) <= room ? behind : null)]),
    label(100, y + TEXT, value, 'end', 'value'),
    h('rect', { className: ['strip'], y: y + STRIP.top, width: '100%', height: STRIP.bottom - STRIP.top }),
    ticks.map(({ x }) =>
      h('rect', { className: ['tick'], x: percents(x), y: y + STRIP.top, width: 1, height: STRIP.bottom - STRIP.top }),
    ),
    dots(it, y, place),
    marked,
  ];
}

/** Each time a ring; those that would cover one another stand in lanes. */
function dots({ points }: DurationFigures, y: number, place: (minutes: number) => number): Content {
  const apart = ((2 * RADIUS) / NARROW) * 100;
  let lane = 0;
  let last = -Infinity;
  return points.map((minutes) => {
    const x = place(minutes);
    lane = x - last < apart ? (lane + 1) % LANES.length : 0;
    last = x;
    return h('circle', { className: ['dot'], cx: percents(x), cy: y + LANES[lane]!, r: RADIUS });
  });
}

/** A shape at its place: within a picture of its own, since paths know no percents. */
function mark(type: SymbolType, x: number, y: number): Element {
  const path = symbol(type, 70)()!;
  return h('svg', { className: ['mark'], x: percents(x), y: y + LANES[0] }, h('path', { d: path }));
}

/** What of the axis is named: as much as has room on a phone. */
function ticksOf(place: (minutes: number) => number, top: number, { language }: PageGround): Axis['ticks'] {
  let end = 0;
  return TICKS.filter((it) => it <= top).flatMap((it) => {
    const text = length(language, it);
    const [x, half] = [place(it), ((widthOf(text) / 2 + 2) / NARROW) * 100];
    if (x - half < end || x + half > 100) return [];
    end = x + half;
    return [{ x, text }];
  });
}
