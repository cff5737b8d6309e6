import { linkOf } from './address.ts';
import { pageWords } from './words.ts';
import type { Detail, Page } from './message.ts';
import { cut, defused, flat, lines } from './text.ts';

/*
 * What a page says, in the order in which it is read: priority and title; impact, scope and system; until when; what to do; where.
 * Each kind writes it in its own form.
 */

/** What no reader on a phone reads to its end; it also keeps the work on hostile texts small. In UTF-16 units. */
const MOST = 20_000;
const MOST_DETAILS = 10;
/** Of one fact among others on a line. */
const LONGEST_FACT = 160;

const clean = (text: string): string => defused(flat(cut(text, MOST)));

/** The page in one line, not yet cut to anybody's limit: what it is, and the title. */
export function headline(page: Page): string {
  const words = pageWords(page.language);
  const title = page.title === null ? '' : clean(page.title);
  return words.headline[page.action](page.priority, title === '' ? words.untitled(pagePlaceOf(page)) : title);
}

/** What to do, on one line. */
export function todoOf(page: Page): string {
  return clean(page.summary);
}

/** The facts, and until when something must be done: for forms that have a field for each. Values may have several lines. */
export function pageFieldsOf({ details, until }: Page): readonly Detail[] {
  return [...details.slice(0, MOST_DETAILS), ...(until === null ? [] : [until])]
    .map(({ label, value }) => ({ label: clean(label), value: defused(lines(cut(value, MOST))) }))
    .filter(({ label, value }) => label !== '' && value !== '');
}

/** The facts on one line, without their labels; empty if there are none. */
export function pageFactsOf({ details }: Page): string {
  return details
    .slice(0, MOST_DETAILS)
    .map(({ value }) => cut(clean(value), LONGEST_FACT))
    .filter((value) => value !== '')
    .join(' · ');
}

/** Until when something must be done, on one line; empty if nothing is due. */
export function untilOf({ until, language }: Page): string {
  return until === null ? '' : `${clean(until.label)}${pageWords(language).colon}${clean(until.value)}`;
}

/** All but the headline, a line each: facts, until when, what to do. */
export function pageTextOf(page: Page): string {
  return [pageFactsOf(page), untilOf(page), todoOf(page)].filter((line) => line !== '').join('\n');
}

/** What the page is about: `acme/shop#12`. */
export function pagePlaceOf({ repository, number }: Page): string {
  return flat(number === null ? repository : `${repository}#${number}`);
}

/** Where to go: the issue, and what to do about it. Addresses longer than `most` are left out. */
export function linksOf(page: Page, most = 1_000): readonly { readonly label: string; readonly url: string }[] {
  const words = pageWords(page.language);
  return [
    { url: linkOf(page.url, most), label: words.open(pagePlaceOf(page)) },
    { url: linkOf(page.runbook, most), label: words.runbook },
  ].flatMap(({ url, label }) => (url === null ? [] : [{ url, label }]));
}

/** The idempotency key, not yet fit for any service: the same for every attempt, another for every page. */
export function idempotencyKey({ key, step, action }: Page): string {
  return `${key}/${step}/${action}`;
}

/** The key of the incident, for receivers that keep one alert of it. A test is an alert of its own. */
export function alertKey(page: Page): string {
  return page.action === 'test' ? `test:${idempotencyKey(page)}` : page.key;
}
