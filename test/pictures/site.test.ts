/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, NO_CHROMIUM, startChromium } from '../../scripts/pictures/browser.ts';
import { site } from '../../src/status-page/site.ts';
import { NOW } from '../status-page/sample.ts';
import { SCENES } from '../status-page/scenes.ts';
import { HOME, visit } from './browse.ts';

/* The status page in a browser: everybody can read it and move in it, and it asks nobody else for anything. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

const SITES = {
  good: site(SCENES.good),
  outage: site(SCENES.outage),
  maintenance: site(SCENES.maintenance),
  large: site(SCENES.large),
  hostile: site(SCENES.hostile),
};
const FILES = [
  'index.html',
  'incidents/k3m9x2p7q1z8.html',
  'maintenance/m-next.html',
  'history/index.html',
  'history/2026-11.html',
];
const PLACES = [
  ...FILES.flatMap((file) => [file, `fr/${file}`]).map((file) => ['outage', file] as const),
  ['good', 'index.html'],
  ['maintenance', 'fr/index.html'],
  ['large', 'index.html'],
  ['hostile', 'index.html'],
  ['hostile', 'incidents/k3m9x2p7q1z8.html'],
  ['outage', '404.html'],
] as const;

const LOOKS = [390, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport: { width, height: 844 }, colorScheme })),
);

/** What axe answers. */
interface Audit {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  readonly passes: readonly unknown[];
}

const isPossible = chromiumPath() !== null;
if (!isPossible) console.warn(`The status page is not tested in a browser. ${NO_CHROMIUM}`);

describe.skipIf(!isPossible)('the status page in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  test.each(PLACES)(
    'of the scene "%s", %s is for everybody, on a phone and a desk, in light and dark',
    async (scene, path) => {
      const { page, requests, faults } = await visit(browser, SITES[scene], path);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      for (const { viewport, colorScheme } of LOOKS) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        const { scrollWidth, clientWidth } = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return { scrollWidth, clientWidth };
        });
        expect(scrollWidth, `it scrolls sideways at ${viewport.width} px`).toBeLessThanOrEqual(clientWidth);
        const found = await page.evaluate(`${AXE}; axe.run({ runOnly: ${JSON.stringify(TAGS)} })`);
        const { violations, passes } = found as Audit;
        expect(passes.length).toBeGreaterThan(15);
        expect(violations.map(({ id, nodes }) => [colorScheme, id, nodes[0]!.html])).toEqual([]);
      }
      expect(requests.filter((url) => !url.startsWith(HOME))).toEqual([]);
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  test.each(['index.html', 'fr/history/2026-11.html'])(
    '%s is all reached by Tab, and one sees where one is',
    async (path) => {
      const { page } = await visit(browser, SITES.outage, path, LOOKS[0]);
      const count = await page.locator('a, summary').count();
      const seen = new Set<string>();
      for (let i = 0; i < count; i++) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate(() => {
          const it = document.activeElement!;
          const { outlineStyle, outlineWidth } = getComputedStyle(it);
          const { left, right, width, height } = it.getBoundingClientRect();
          const isSeen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && left >= 0 && right <= innerWidth;
          const all = [...document.querySelectorAll('a, summary')];
          return { place: all.indexOf(it), isSeen: isSeen && width > 0 && height > 0 };
        });
        expect(focused.isSeen).toBe(true);
        seen.add(String(focused.place));
      }
      expect(seen.size).toBe(count);
      await page.context().close();
    },
  );

  test('the first Tab offers to skip to the content', async () => {
    const { page } = await visit(browser, SITES.good, 'index.html', LOOKS[0]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('content');
    await page.context().close();
  });

  test.each(FILES)('%s says the same without a script', async (path) => {
    const [withScript, without] = await Promise.all(
      [true, false].map(async (javaScriptEnabled) => {
        const { page } = await visit(browser, SITES.outage, path, { javaScriptEnabled });
        const text = await page.locator('body').innerText();
        await page.context().close();
        return text;
      }),
    );
    expect(without).toBe(withScript);
    expect(without!.length).toBeGreaterThan(100);
  });

  test('a reader elsewhere gets their own time beside each', async () => {
    const { page } = await visit(browser, SITES.outage, 'index.html', { timezoneId: 'America/New_York' });
    const text = await page.locator('.next').innerText();
    expect(text).toBe('Next update by 15:30 (10:30 local).');
    const counts = await Promise.all(['time', '.local'].map((selector) => page.locator(selector).count()));
    expect(counts[0]).toBe(counts[1]);
    await page.context().close();
  });

  test.each([
    ['index.html', 'All systems operational', 'Operational'],
    ['fr/index.html', 'Tous les services fonctionnent normalement', 'Opérationnel'],
  ])('an open %s follows what is published', async (path, sentence, word) => {
    const inParis = { ...SCENES.outage, zone: 'Europe/Paris' };
    const { page, faults, serve } = await visit(browser, site(inParis), path, { timezoneId: 'Europe/Paris' });
    expect(await page.locator('h1').innerText()).not.toBe(sentence);
    const later = site({ ...inParis, incidents: [], at: NOW + 600_000 });
    serve(later);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect.poll(() => page.locator('h1').innerText()).toBe(sentence);
    expect(await page.locator('[data-overall]').getAttribute('data-state')).toBe('operational');
    expect(new Set(await page.locator('[data-component] .word').allInnerTexts())).toEqual(new Set([word]));
    // As the page of that moment says it itself.
    const asOf = (await page.locator('.as-of').textContent())!;
    expect(asOf).toMatch(/16(?::|\u00a0h\u00a0)20 .*15(?::|\u00a0h\u00a0)20/);
    expect(later.get(path)!.replace(/<[^>]*>/g, '')).toContain(asOf);
    // An older answer, from a cache, changes nothing.
    serve(SITES.outage);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.waitForTimeout(100);
    expect(await page.locator('h1').innerText()).toBe(sentence);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('nothing moves, and the page can be printed', async () => {
    const { page } = await visit(browser, SITES.outage, 'index.html', {});
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav').first().isVisible()).toBe(false);
    expect(await page.locator('h1').isVisible()).toBe(true);
    await page.context().close();
  });
});
