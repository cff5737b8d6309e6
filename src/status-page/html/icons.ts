import type { Element } from 'hast';
import { CONDITIONS } from '../page.ts';
import type { Condition } from '../page.ts';
import { h } from './element.ts';

/**
 * The shape of each condition, in a square of 16: a disc with a check, a square with a bar, a triangle, a diamond, an octagon with a
 * cross. They differ in outline, so that they are told apart in grey as well.
 */
export const SHAPES: Readonly<Record<Condition, { readonly outline: string; readonly mark: string }>> = {
  operational: { outline: 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Z', mark: 'M4.5 8.2 7 10.7l4.6-5' },
  under_maintenance: {
    outline: 'M3 .5h10A2.5 2.5 0 0 1 15.5 3v10a2.5 2.5 0 0 1-2.5 2.5H3A2.5 2.5 0 0 1 .5 13V3A2.5 2.5 0 0 1 3 .5Z',
    mark: 'M5 5.5h6M5 10.5h6',
  },
  degraded_performance: { outline: 'M8 .8 15.8 15H.2Z', mark: 'M8 6v4.2M8 12.4v.2' },
  partial_outage: { outline: 'M8 0l8 8-8 8-8-8Z', mark: 'M4.8 8h6.4' },
  major_outage: {
    outline: 'M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7Z',
    mark: 'M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6',
  },
};

/** The fill of each condition in a picture that stands alone, on any ground. */
export const COLOURS: Readonly<Record<Condition, string>> = {
  operational: '#18794e',
  under_maintenance: '#2f5fb3',
  degraded_performance: '#8a5a00',
  partial_outage: '#b3450e',
  major_outage: '#b3261e',
};

/** All shapes and the ground of the bars, defined once in a page and used by reference. */
export function definitions(): Element {
  const shapes = CONDITIONS.map((condition) =>
    h(
      'symbol',
      { id: `s-${condition}`, viewBox: '0 0 16 16' },
      h('path', { d: SHAPES[condition].outline }),
      h('path', { className: ['mark'], d: SHAPES[condition].mark }),
    ),
  );
  return h('svg', { className: ['defs'], width: 0, height: 0, ariaHidden: 'true' }, shapes);
}

/** The shape of a condition, for the eye only: the word always stands beside it. */
export function icon(condition: Condition): Element {
  return h('svg', { className: ['icon'], ariaHidden: 'true' }, h('use', { href: `#s-${condition}` }));
}
