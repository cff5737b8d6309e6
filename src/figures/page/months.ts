import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { DateTime } from 'luxon';
import type { Element } from 'hast';
import type { Language } from '../../model/language.ts';
import { PRIORITIES, type Priority } from '../../model/priority.ts';
import { h, type Content } from '../../status-page/html/element.ts';
import type { MonthFigures } from '../figures.ts';
import { monthAfter } from '../months.ts';
import { sentence } from './counted.ts';
import { filledShape, type Fill } from './fills.ts';
import { sectionNameOf, nothing, type SectionGround, type PageGround, type SectionOf } from './section.ts';
import { label, percents, picture } from './svg.ts';

/** So many months are drawn, and there is room for at least so many: one alone would be a wall. */
const MOST = 12;
const LEAST = 6;

/** Down the picture, in pixels: the highest bar, what stands above it, and the names of the months between both halves. */
const BAR = 100;
const HEAD = 38;
const NAMES = 36;
const FOOT = 38;
const HEIGHT = HEAD + BAR + NAMES + BAR + FOOT;

/** From so many months on only every other one has its name. */
const MANY = 9;

type By = 'opened' | 'resolved';

const FILLS: Readonly<Record<Priority, Fill>> = { P0: 'p0', P1: 'p1', P2: 'p2', P3: 'p3' };

/** Opened and resolved by month and priority: opened upwards, resolved downwards, so that one sees whether work piles up. */
export const monthsSection: SectionOf = (given, ground) => {
  const { words, page, names } = ground;
  const { columns: c } = words;
  const slots = slotsOf(given);
  const months = slots.flatMap(({ figures }) => figures ?? []);
  if (months.every(({ opened, resolved }) => opened + resolved === 0))
    return nothing(page.headings.months, page.none.months);
  const used = PRIORITIES.filter((it) =>
    months.some((month) => of(month, it, 'opened') + of(month, it, 'resolved') > 0),
  );
  return {
    heading: page.headings.months,
    picture: drawn(slots, ground, used),
    key: used.map((it) => ({ fill: FILLS[it], text: it })),
    notes: months.length < slots.length ? [page.unknown] : [],
    table: {
      head: [page.month, c.priority, c.opened, c.resolved, c.open],
      rows: months
        .toReversed()
        .flatMap((it) =>
          it.priorities.map(({ name, opened, resolved, open }) => [
            names.month(it.month),
            sectionNameOf(name, ground),
            ...[opened, resolved, open].map(String),
          ]),
        ),
    },
  };
};

interface Slot {
  readonly month: string;
  /** Null where nothing is on record. */
  readonly figures: MonthFigures | null;
}

/** The months from the oldest on, those of which nothing is on record among them: an axis of time has no gaps. */
function slotsOf({ month, before }: SectionGround): readonly Slot[] {
  const earliest = monthAfter(month.month, 1 - MOST);
  const known = new Map(
    [...before.filter((it) => it.month >= earliest && it.month < month.month), month].map((it) => [it.month, it]),
  );
  const all = Array.from({ length: MOST }, (_, i) => monthAfter(earliest, i));
  return all.slice(all.findIndex((it) => known.has(it))).map((it) => ({ month: it, figures: known.get(it) ?? null }));
}

function of({ priorities }: MonthFigures, priority: Priority, by: By): number {
  return priorities.find(({ name }) => name === priority)?.[by] ?? 0;
}

function drawn(slots: readonly Slot[], ground: PageGround, used: readonly Priority[]): Element {
  const { page, words, names, language } = ground;
  const months = slots.flatMap(({ figures }) => figures ?? []);
  const places = [
    ...slots.map(({ month }) => month),
    ...Array.from({ length: Math.max(0, LEAST - slots.length) }, (_, i) => String(i)),
  ];
  const across = scaleBand(places, [0, 100]).paddingInner(0.25).paddingOuter(0.1);
  const down = scaleLinear([0, Math.max(1, ...months.flatMap(({ opened, resolved }) => [opened, resolved]))], [0, BAR]);
  const half = (by: By): Content => {
    const layers = stack<MonthFigures, Priority>()
      .keys(used)
      .value((it, key) => of(it, key, by))(months);
    return layers.map((layer) =>
      layer.map((segment) => {
        const [from, to] = [down(segment[0]), down(segment[1])];
        if (to - from === 0) return null;
        const x = across(segment.data.month)!;
        return h('rect', {
          className: ['shape'],
          x: percents(x),
          y: round(by === 'opened' ? HEAD + BAR - to : HEAD + BAR + NAMES + from),
          width: percents(across.bandwidth()),
          height: round(to - from),
          fill: filledShape(FILLS[layer.key]),
        });
      }),
    );
  };
  const middle = (month: string): number => across(month)! + across.bandwidth() / 2;
  const says = (it: MonthFigures): string => {
    const parts = (by: By): string => {
      const some = used.filter((key) => of(it, key, by) > 0).map((key) => `${key} ${of(it, key, by)}`);
      return some.length === 0 ? '' : ` (${some.join(', ')})`;
    };
    return `${names.month(it.month)}${words.colon}${words.columns.opened} ${it.opened}${parts('opened')}, ${words.columns.resolved} ${it.resolved}${parts('resolved')}`;
  };
  return picture(
    { title: page.pictures.months(slots.length), says: sentence(months.map(says)), height: HEIGHT },
    label(0, 14, `↑ ${words.columns.opened}`, 'start', 'quiet'),
    half('opened'),
    h('rect', { className: ['base'], y: HEAD + BAR, width: '100%', height: 1 }),
    slots.map(({ month, figures }, i) => [
      figures === null
        ? label(middle(month), HEAD + BAR - 4, '–', 'middle', 'quiet')
        : [
            label(middle(month), HEAD + BAR - down(figures.opened) - 5, String(figures.opened), 'middle', 'value'),
            label(
              middle(month),
              HEAD + BAR + NAMES + down(figures.resolved) + 15,
              String(figures.resolved),
              'middle',
              'value',
            ),
          ],
      slots.length >= MANY && (slots.length - 1 - i) % 2 === 1
        ? null
        : label(middle(month), HEAD + BAR + 15, monthLabel(language, month), 'middle'),
      isYearNamed(slots, i) ? label(middle(month), HEAD + BAR + 29, month.slice(0, 4), 'middle', 'quiet') : null,
    ]),
    h('rect', { className: ['base'], y: HEAD + BAR + NAMES - 1, width: '100%', height: 1 }),
    half('resolved'),
    label(0, HEIGHT - 4, `↓ ${words.columns.resolved}`, 'start', 'quiet'),
  );
}

/** The year stands below its first month; not below the one before a January, where both would touch. */
function isYearNamed(slots: readonly Slot[], i: number): boolean {
  const isJanuary = (it: Slot | undefined): boolean => it?.month.endsWith('-01') === true;
  return isJanuary(slots[i]) || (i === 0 && !isJanuary(slots[1]));
}

function monthLabel(language: Language, month: string): string {
  return DateTime.fromISO(month, { locale: language }).toFormat('LLL');
}

const round = (value: number): number => Math.round(value * 100) / 100;
