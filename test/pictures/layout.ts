/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** What of a page is wider than the place that it has, folded parts included: the elements, each with its widths and its first words. */
export async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const edge = document.querySelector('.frame')!.getBoundingClientRect().right;
    const cut = [...document.querySelectorAll('.page > h1, .author, .frame > .markdown-body *')].filter(
      (it) => it.getBoundingClientRect().right > edge || (it.clientWidth > 0 && it.scrollWidth > it.clientWidth),
    );
    // What is within an element that is too wide is so as well: the outermost tells.
    return cut
      .filter((it) => !cut.some((other) => other !== it && other.contains(it)))
      .map((it) => {
        const words = it.textContent.trim().replace(/\s+/g, ' ').slice(0, 60);
        return `${it.tagName.toLowerCase()}, ${it.scrollWidth} px wide in ${it.clientWidth} px: ${words}`;
      });
  });
}

/** How many pixels below the upper edge of the frame these words end, where they first stand as code and are seen; Infinity if they do not. */
export async function endOf(page: Page, words: string): Promise<number> {
  return page.evaluate((text) => {
    const top = document.querySelector('.frame')!.getBoundingClientRect().top;
    const codes = [...document.querySelectorAll('.frame code')];
    const seen = codes.find((it) => it.textContent === text && it.checkVisibility());
    return seen ? seen.getBoundingClientRect().bottom - top : Infinity;
  }, words);
}
