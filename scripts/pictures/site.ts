import type { Browser } from 'playwright-core';
import type { Language } from '../../src/model/language.ts';
import { pageStory } from '../../src/rehearsal/page-story.ts';
import { playStory } from '../../src/rehearsal/story.ts';

/** The files of the status page that the story of a month ends with, by their paths. */
export async function playPage(language: Language): Promise<ReadonlyMap<string, string>> {
  let files: ReadonlyMap<string, string> = new Map();
  const story = pageStory(language, async (stage) => {
    const { site } = await stage.sweep({ command: 'site' });
    if (site !== null) ({ files } = site);
  });
  await playStory(story, () => null);
  if (files.size === 0) throw new Error('the story has no status page');
  return files;
}

/** All that its front page is drawn from: what a picture of it is stamped with. */
export function sourceOf(files: ReadonlyMap<string, string>): string {
  return ['index.html', 'style.css', 'page.js'].map((path) => files.get(path)!).join('\n');
}

/** A view of a page: its size in pixels, and how much of its height is drawn; all of it if that is left out. */
export interface View {
  readonly width: number;
  readonly height?: number;
  readonly colorScheme: 'light' | 'dark';
  readonly deviceScaleFactor?: number;
}

/** A picture of the front page, served from memory: nothing is asked of the network. */
export async function pictureOf(browser: Browser, files: ReadonlyMap<string, string>, view: View): Promise<Buffer> {
  const { width, height = 100, colorScheme, deviceScaleFactor = 1 } = view;
  // Whoever looks at it is in the zone of the page.
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    deviceScaleFactor,
    timezoneId: 'Europe/Paris',
  });
  const tab = await context.newPage();
  await tab.route('**/*', (route) => {
    const body = files.get(new URL(route.request().url()).pathname.slice(1));
    return body === undefined ? route.abort() : route.fulfill({ body, contentType: typeOf(route.request().url()) });
  });
  await tab.goto('https://status.test/index.html');
  const png = await tab.screenshot({ fullPage: view.height === undefined });
  await context.close();
  return png;
}

const TYPES = new Map(
  Object.entries({ html: 'text/html', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' }),
);

function typeOf(url: string): string {
  return TYPES.get(new URL(url).pathname.split('.').at(-1)!) ?? 'application/json';
}
