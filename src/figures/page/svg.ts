import type { Element } from 'hast';
import { h, type Content } from '../../status-page/html/element.ts';

/*
 * Pictures have no viewBox: across they are measured in percent, down in pixels. So they are as wide as there is room, and their text is as
 * large on a phone as on a desk.
 */

/** The least width of a picture in pixels, on a phone: what must stand side by side in it is measured by this. */
export const NARROW = 340;

/** The size of text in pixels. */
export const SIZE = 13;

/** A picture with a name, and all that it shows in a sentence for those who do not see it. */
export function picture(
  { title, says, height }: { readonly title: string; readonly says: string; readonly height: number },
  ...content: readonly Content[]
): Element {
  return h(
    'svg',
    { className: ['picture'], role: 'img', width: '100%', height },
    h('title', null, title),
    h('desc', null, says),
    content,
  );
}

type End = 'start' | 'middle' | 'end';

/** A text in a picture: `x` in percent, `y` in pixels. */
export function label(
  x: number,
  y: number,
  content: Content,
  end: End = 'start',
  className: string | null = null,
): Element {
  const at = { x: percents(x), y, textAnchor: end === 'start' ? null : end };
  return h('text', { ...at, className: className === null ? null : [className] }, content);
}

/** A length or place across, short enough to be read in the source. */
export function percents(share: number): string {
  return `${Math.round(share * 100) / 100}%`;
}

/** The beginning of a text that takes no more than so many pixels, by a guess that is rather too wide than too narrow. */
export function fittingLabel(text: string, pixels: number): string {
  if (widthOf(text) <= pixels) return text;
  let width = widthOf('…');
  let kept = '';
  for (const character of text) {
    width += widthOf(character);
    if (width > pixels) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** How wide a text is at most, in pixels. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += SIZE * (WIDTHS.find(([of]) => of.test(character))?.[1] ?? 0.6);
  return width;
}

const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[iljtf.,:;'’|!()[\] ·]/u, 0.36],
  [/\p{M}|\u200d/u, 0],
  [/[a-z0-9]/u, 0.58],
  [
    /[WM@%mw—…]|\p{Emoji_Presentation}|[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\ufe30-\uffef]|[\u{10000}-\u{10ffff}]/u,
    1.1,
  ],
  [/\p{Lu}/u, 0.75],
];
