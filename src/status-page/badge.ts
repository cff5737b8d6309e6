import { abbreviate } from '../text/cut.ts';
import { xmlText, xml } from '../text/xml.ts';
import { COLOURS, SHAPES } from './html/icons.ts';
import type { Condition } from './page.ts';

/** Lengths in pixels. A letter of this size is seldom wider; the text is fitted into what it gets. */
const LETTER = 6.3;
const PAD = 8;
const HEIGHT = 22;
/** In UTF-16 units. */
const LONGEST = 40;

/** A badge as READMEs show them: a name and, by shape, colour and word, how it is. */
export function badge(name: string, condition: Condition, state: string): string {
  const shown = abbreviate(name, LONGEST);
  const [left, right] = [widthOf(shown) + 2 * PAD, widthOf(state) + 3 * PAD + 10];
  const title = `${shown}: ${state}`;
  const words = (x: number, value: string, fill: string) =>
    xml('text', { x, y: 15, textLength: widthOf(value), lengthAdjust: 'spacingAndGlyphs', fill }, xmlText(value));
  return xml(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: left + right,
      height: HEIGHT,
      viewBox: `0 0 ${left + right} ${HEIGHT}`,
      role: 'img',
      'aria-label': title,
      'font-family': 'system-ui,-apple-system,Segoe UI,Helvetica,Arial,sans-serif',
      'font-size': 11,
    },
    xml('title', {}, xmlText(title)),
    xml('rect', { width: left + right, height: HEIGHT, rx: 4, fill: '#2b3038' }),
    xml('path', { d: rightHalf(left, right), fill: COLOURS[condition] }),
    words(PAD, shown, '#fff'),
    xml(
      'g',
      { transform: `translate(${left + PAD} 6) scale(.625)` },
      xml('path', { d: SHAPES[condition].outline, fill: '#fff' }),
      xml('path', {
        d: SHAPES[condition].mark,
        fill: 'none',
        stroke: COLOURS[condition],
        'stroke-width': 2,
      }),
    ),
    words(left + 2 * PAD + 8, state, '#fff'),
  );
}

/** The picture in a browser's tab: the shape and colour of how all is. */
export function favicon(condition: Condition): string {
  return xml(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 16 16' },
    xml('path', { d: SHAPES[condition].outline, fill: COLOURS[condition] }),
    xml('path', { d: SHAPES[condition].mark, fill: 'none', stroke: '#fff', 'stroke-width': 2 }),
  );
}

function widthOf(value: string): number {
  return Math.round(value.length * LETTER);
}

/** A rectangle whose right corners are round. */
function rightHalf(x: number, width: number): string {
  return `M${x} 0h${width - 4}a4 4 0 0 1 4 4v${HEIGHT - 8}a4 4 0 0 1-4 4h-${width - 4}z`;
}
