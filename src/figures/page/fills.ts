import type { Element } from 'hast';
import { h } from '../../status-page/html/element.ts';

/** How a shape is filled: each has a texture besides its colour, so that they are told apart in grey as well. */
const TEXTURES = {
  p0: 'plain',
  p1: 'slanted',
  p2: 'dotted',
  p3: 'lined',
  good: 'plain',
  bad: 'slanted',
  day: 'plain',
  night: 'dotted',
  own: 'plain',
  others: 'slanted',
  open: 'plain',
} as const;

export type Fill = keyof typeof TEXTURES;

/** The reference by which a shape is filled. */
export const filledShape = (fill: Fill): string => `url(#f-${fill})`;

const SIZE = 6;

/** All fills, defined once in a page: a colour from the style, and over it what leaves the ground through. */
export function fillDefinitions(): Element {
  const patterns = Object.entries(TEXTURES).map(([id, texture]) =>
    h(
      'pattern',
      {
        id: `f-${id}`,
        width: SIZE,
        height: SIZE,
        patternUnits: 'userSpaceOnUse',
        patternTransform: texture === 'slanted' ? 'rotate(45)' : null,
      },
      h('rect', { className: [id], width: SIZE, height: SIZE }),
      texture === 'slanted' ? h('rect', { className: ['gap'], width: 2, height: SIZE }) : null,
      texture === 'lined' ? h('rect', { className: ['gap'], width: SIZE, height: 2 }) : null,
      texture === 'dotted' ? h('circle', { className: ['gap'], cx: SIZE / 2, cy: SIZE / 2, r: 1.4 }) : null,
    ),
  );
  return h('svg', { className: ['defs'], width: 0, height: 0, ariaHidden: 'true' }, patterns);
}
