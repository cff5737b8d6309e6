import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Language } from '../src/model/language.ts';
import { startChromium } from './pictures/browser.ts';
import { mailOf } from './pictures/mail.ts';
import { pageOf } from './pictures/page.ts';
import { isOf, stamped } from './pictures/stamp.ts';
import { playAfter } from './pictures/after.ts';
import { pictureOf, playPage, sourceOf, type View } from './pictures/site.ts';
import { playMoments, STORY_LANGUAGES } from './pictures/story.ts';
import { PICTURE_NAMES, shownIn, type PictureName } from './pictures/table.ts';

/*
 * Draws what people read, into pictures/, which git ignores: as GitHub shows it on a screen and on a phone, light and dark, and as GitHub
 * mails it. The pictures of the README are drawn as well. With arguments, only those whose names begin with one of them; with `--check`
 * it only names the pictures of the README that are out of date, and needs no browser.
 */

/** The widths in pixels: that of GitHub's column on a screen, and a phone. */
const WIDTHS = [1012, 390] as const;
const SCHEMES = ['light', 'dark'] as const;

/** The pictures that are committed, for the README: in English, on a phone, sharp enough for a screen of twice the pixels. */
const COMMITTED: Readonly<Partial<Record<PictureName, string>>> = {
  'card-open': 'docs/images/card.png',
  escalation: 'docs/images/escalation.png',
};
const COMMITTED_VIEW = { viewport: { width: 390, height: 100 }, deviceScaleFactor: 2 } as const;

/** The status page of the story of a month: on a screen, and on a phone. */
const SITE = 'status-page';
const SITE_WIDTHS = [1280, 390] as const;
const SITE_COMMITTED: Readonly<Record<string, View>> = {
  'docs/images/status-page.png': { width: 1000, height: 900, colorScheme: 'light', deviceScaleFactor: 2 },
  'docs/images/status-page-phone.png': { width: 390, height: 900, colorScheme: 'dark', deviceScaleFactor: 2 },
};

interface Sheet {
  readonly name: PictureName;
  readonly language: Language;
  readonly page: string;
  readonly mail: string | null;
}

async function draw(beginnings: readonly string[]): Promise<void> {
  const names = PICTURE_NAMES.filter((name) => isWanted(name, beginnings));
  if (names.length === 0 && !isWanted(SITE, beginnings))
    throw new Error(`No picture begins so. There are: ${[...PICTURE_NAMES, SITE].join(', ')}.`);
  const sheets = await sheetsOf(names, STORY_LANGUAGES);
  const browser = await startChromium();
  try {
    for (const { name, language, mail } of sheets)
      if (mail !== null) await write(`pictures/${name}.${language}.mail.txt`, mail);
    for (const colorScheme of SCHEMES)
      for (const width of WIDTHS) {
        const tab = await browser.newPage({ colorScheme, viewport: { width, height: 100 } });
        for (const { name, language, page } of sheets) {
          await tab.setContent(page);
          await write(
            `pictures/${name}.${language}.${width}.${colorScheme}.png`,
            await tab.screenshot({ fullPage: true }),
          );
        }
      }
    for (const language of isWanted(SITE, beginnings) ? STORY_LANGUAGES : []) {
      const files = await playPage(language);
      for (const colorScheme of SCHEMES)
        for (const width of SITE_WIDTHS)
          await write(
            `pictures/${SITE}.${language}.${width}.${colorScheme}.png`,
            await pictureOf(browser, files, { width, colorScheme }),
          );
      if (language === 'en')
        for (const [path, view] of Object.entries(SITE_COMMITTED))
          await write(path, stamped(await pictureOf(browser, files, view), sourceOf(files)));
    }
    const tab = await browser.newPage(COMMITTED_VIEW);
    for (const { path, page } of committedOf(sheets)) {
      await tab.setContent(page);
      await write(path, stamped(await tab.screenshot({ fullPage: true }), page));
    }
  } finally {
    await browser.close();
  }
}

const isWanted = (name: string, beginnings: readonly string[]): boolean =>
  beginnings.length === 0 || beginnings.some((it) => name.startsWith(it));

async function check(): Promise<void> {
  const page = sourceOf(await playPage('en'));
  const sites = Object.keys(SITE_COMMITTED).map((path) => ({ path, page }));
  for (const { path, page } of [...committedOf(await sheetsOf(PICTURE_NAMES, ['en'])), ...sites]) {
    const png = await readFile(path).catch(() => null);
    if (png !== null && isOf(png, page)) continue;
    console.error(`${path} is not what the sources draw: run \`npm run pictures\`, and commit what changed.`);
    process.exitCode = 1;
  }
}

async function sheetsOf(names: readonly PictureName[], languages: readonly Language[]): Promise<readonly Sheet[]> {
  const sheets: Sheet[] = [];
  for (const language of languages) {
    const moments = { ...(await playMoments(language)), ...(await playAfter(language)) };
    for (const name of names) {
      const shown = shownIn(moments, name);
      sheets.push({ name, language, page: await pageOf(shown), mail: mailOf(shown) });
    }
  }
  return sheets;
}

function committedOf(sheets: readonly Sheet[]): readonly { readonly path: string; readonly page: string }[] {
  return sheets.flatMap(({ name, language, page }) => {
    const path = COMMITTED[name];
    return path !== undefined && language === 'en' ? [{ path, page }] : [];
  });
}

async function write(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

const { argv } = process;
await (argv.includes('--check') ? check() : draw(argv.slice(2)));
