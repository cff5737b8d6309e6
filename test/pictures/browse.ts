import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Where a site stands in the browser; nothing is there but what the files say. */
export const HOME = 'https://status.example.com/';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  json: 'application/json',
};

/** A page of a site in a browser of its own, and what went wrong on it: requests that leave, and what the console says. */
export interface Visit {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly faults: readonly string[];
  /** Puts other files in the place of those that are served. */
  readonly serve: (files: ReadonlyMap<string, string>) => void;
}

export async function visit(
  browser: Browser,
  files: ReadonlyMap<string, string>,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ timezoneId: 'UTC', locale: 'en-GB', ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const faults: string[] = [];
  let served = files;
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    requests.push(url.href);
    const body = url.href.startsWith(HOME) ? served.get(url.pathname.slice(1)) : undefined;
    if (body === undefined) {
      faults.push(`there is no ${url.href}`);
      await route.fulfill({ status: 404 });
    } else await route.fulfill({ body, contentType: TYPES[url.pathname.split('.').at(-1)!] ?? 'text/plain' });
  });
  await page.goto(HOME + path);
  return { page, requests, faults, serve: (other) => void (served = other) };
}
