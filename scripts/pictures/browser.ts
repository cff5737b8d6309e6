import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** What a Chromium is called, on the path or by its place. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** What to say where there is none. */
export const NO_CHROMIUM = 'There is no Chromium on the path: install `chromium` or Google Chrome.';

/** Where the Chromium of this machine is; null if it has none. */
export function chromiumPath(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const places = NAMES.flatMap((name) => (name.startsWith('/') ? name : folders.map((folder) => join(folder, name))));
  return places.find(isExecutable) ?? null;
}

/** Starts the Chromium of this machine; fails if it has none. */
export async function startChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error(NO_CHROMIUM);
  return chromium.launch({ executablePath });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
