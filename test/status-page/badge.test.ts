import { describe, expect, test } from 'vitest';
import { badge, favicon } from '../../src/status-page/badge.ts';
import { COLOURS, SHAPES } from '../../src/status-page/html/icons.ts';
import { CONDITIONS } from '../../src/status-page/page.ts';
import { childrenOf, readXml, texts } from './markup.ts';

/** Relative luminance of `#rrggbb`, as WCAG defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

describe('a badge', () => {
  test('says the same to the eye, to a screen reader, and on hover', () => {
    const svg = readXml(badge('API & more', 'major_outage', 'Major outage'));
    expect(svg.attributes).toMatchObject({ role: 'img', 'aria-label': 'API & more: Major outage' });
    expect(texts(svg, 'title')).toEqual(['API & more: Major outage']);
    expect(texts(svg, 'text')).toEqual(['API & more', 'Major outage']);
  });

  test('has room for its words, and no more for a long name than is reasonable', () => {
    for (const name of ['', 'x', 'x'.repeat(40), 'x'.repeat(500)]) {
      const svg = readXml(badge(name, 'operational', 'Operational'));
      const width = Number(svg.attributes.width);
      for (const { attributes } of childrenOf(svg, 'text'))
        expect(Number(attributes.x) + Number(attributes.textLength)).toBeLessThan(width);
      expect(width).toBeLessThan(500);
    }
  });

  test.each(CONDITIONS)('of %s can be read: white on its colour has a contrast of 4.5:1', (condition) => {
    expect(1.05 / (luminance(COLOURS[condition]) + 0.05)).toBeGreaterThanOrEqual(4.5);
  });

  test('every condition has an outline of its own', () => {
    expect(new Set(CONDITIONS.map((condition) => SHAPES[condition].outline)).size).toBe(CONDITIONS.length);
    for (const condition of CONDITIONS) expect(readXml(favicon(condition)).name).toBe('svg');
  });
});
