/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, NO_CHROMIUM, startChromium } from '../../scripts/pictures/browser.ts';
import { PAGE_SCENES, pageOf } from '../figures/page-scenes.ts';
import { visit } from './browse.ts';

/* The page of a report in a browser: everybody can read it, on a phone and a desk, in light and dark, and nothing of it is cut off. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

const PLACES = (['full', 'few', 'empty', 'hostile'] as const).flatMap((scene) =>
  (['en', 'fr'] as const).map((language) => [scene, language] as const),
);
const WIDTHS = [390, 1200] as const;

/** The smallest text that is read without effort, in pixels. */
const SMALLEST = 11;

interface Audit {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  readonly passes: readonly unknown[];
}

const isPossible = chromiumPath() !== null;
if (!isPossible) console.warn(`The page of a report is not tested in a browser. ${NO_CHROMIUM}`);

describe.skipIf(!isPossible)('the page of a report in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  test.each(PLACES)('of the month "%s", in %s, is for everybody', async (scene, language) => {
    const { page, requests, faults } = await visit(browser, pageOf(PAGE_SCENES[scene], language), 'index.html', {
      // What checks the page runs in it, which the page itself forbids.
      bypassCSP: true,
    });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 });
      const { scrollWidth, clientWidth } = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { scrollWidth, clientWidth };
      });
      expect(scrollWidth, `it scrolls sideways at ${width} px`).toBeLessThanOrEqual(clientWidth);
      expect(await page.evaluate(cutTexts), `at ${width} px`).toEqual([]);
      expect(await page.evaluate(smallTexts, SMALLEST), `at ${width} px`).toEqual([]);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const found = await page.evaluate(`${AXE}; axe.run({ runOnly: ${JSON.stringify(TAGS)} })`);
        const { violations, passes } = found as Audit;
        expect(passes.length).toBeGreaterThan(15);
        expect(violations.map(({ id, nodes }) => [colorScheme, id, nodes[0]!.html])).toEqual([]);
      }
    }
    expect(requests).toHaveLength(1);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('shows its style, moves nothing, and asks for nothing more, as strict as it is', async () => {
    const { page, requests, faults } = await visit(browser, pageOf(PAGE_SCENES.full, 'en'), 'index.html');
    expect(await page.evaluate(() => getComputedStyle(document.body).maxWidth)).toBe('1184px');
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    expect(requests).toHaveLength(1);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

/** Texts of pictures that stand outside of their picture, or over one another. */
function cutTexts(): readonly string[] {
  return [...document.querySelectorAll('.picture')].flatMap((picture) => {
    const frame = picture.getBoundingClientRect();
    const texts = [...picture.querySelectorAll('text')].filter((it) => it.textContent !== '');
    const boxes = texts.map((it) => ({ text: it.textContent, box: it.getBoundingClientRect() }));
    const isOutside = ({ left, right, top, bottom }: DOMRect): boolean =>
      left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 3 || bottom > frame.bottom + 3;
    const outside = boxes.filter(({ box }) => isOutside(box)).map(({ text }) => `outside: ${text}`);
    const over = boxes.flatMap((one, i) =>
      boxes.slice(i + 1).flatMap((other) => {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        return across > 0 && down > 6 ? [`${one.text} over ${other.text}`] : [];
      }),
    );
    return [...outside, ...over];
  });
}

/** Texts that are too small to be read. */
function smallTexts(smallest: number): readonly string[] {
  const texts = [...document.querySelectorAll('text, p, td, th, li, dt, dd, summary')];
  return texts.filter((it) => parseFloat(getComputedStyle(it).fontSize) < smallest).map((it) => it.textContent);
}
