import { pageWords } from './words.ts';
import type { Page } from './message.ts';
import { cut, flat, lines } from './text.ts';

/** Headers of a request whose body is JSON. */
export const JSON_HEADERS = { 'Content-Type': 'application/json; charset=utf-8', 'User-Agent': 'tocsin' } as const;

/** What no reader on a phone reads to its end; it also keeps the work on hostile texts small. In UTF-16 units. */
const MOST = 20_000;

/** The page in one line, not yet cut to anybody's limit: what it is, where, and the title. */
export function headline(page: Page): string {
  const words = pageWords(page.language);
  const title = page.title === null ? '' : flat(cut(page.title, MOST));
  return words.headline[page.action](page.priority, placeOf(page), title === '' ? words.untitled : title);
}

/** The sentence of the page, on one line. */
export function summaryOf(page: Page): string {
  return flat(cut(page.summary, MOST));
}

/** The facts, each on lines of its own; empty if there are none. */
export function detailsOf(page: Page): string {
  const { colon } = pageWords(page.language);
  const facts = page.details.map(({ label, value }) => `${flat(cut(label, MOST))}${colon}${lines(cut(value, MOST))}`);
  return cut(facts.join('\n'), MOST);
}

/** What the page is about: `acme/shop#12`. */
export function placeOf({ repository, number }: Page): string {
  return flat(number === null ? repository : `${repository}#${number}`);
}

/** The idempotency key, not yet fit for any service: the same for every attempt, another for every page. */
export function idempotencyKey({ key, step, action }: Page): string {
  return `${key}/${step}/${action}`;
}
