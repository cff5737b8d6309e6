import { pageWords } from './words.ts';
import { isToken, linkOf } from './address.ts';
import type { HttpRequest, NotifierKind, Means, Page, Secrets } from './message.ts';
import { cut, flat, keyText, lines } from './text.ts';
import { idempotencyKey, headline, JSON_HEADERS, placeOf, summaryOf } from './wording.ts';

/* Events API v2: developer.pagerduty.com/docs/events-api-v2. A whole event may have 512 KB. */

const ENDPOINTS = {
  us: 'https://events.pagerduty.com/v2/enqueue',
  eu: 'https://events.eu.pagerduty.com/v2/enqueue',
} as const;

const LONGEST_KEY = 255;
const LONGEST_SUMMARY = 1_024;
/** PagerDuty names no limit for these; this many are far below that of the whole event. */
const MOST_DETAILS = 30;
const LONGEST_DETAIL = 2_000;

const SEVERITY = { P0: 'critical', P1: 'error', P2: 'warning', P3: 'info' } as const;

/**
 * An event for one alert per incident: another trigger with the same key joins the open alert, so doubles wake nobody.
 * A test is an alert of its own, with the severity of its priority: it shall wake whom the real one would wake.
 */
function requestOf(page: Page, secrets: Secrets, { region }: Means): HttpRequest {
  const incident = page.action === 'test' ? `test:${idempotencyKey(page)}` : page.key;
  const event = {
    routing_key: secrets.key ?? '',
    event_action: page.action === 'test' ? 'trigger' : page.action,
    dedup_key: keyText(incident, LONGEST_KEY, /[^\x20-\x7e]/g),
  };
  const opens = page.action === 'trigger' || page.action === 'test';
  return {
    method: 'POST',
    url: ENDPOINTS[region ?? 'us'],
    headers: JSON_HEADERS,
    body: JSON.stringify(opens ? { ...event, ...alertOf(page) } : event),
  };
}

/** What PagerDuty shows of an alert. */
function alertOf(page: Page): object {
  const words = pageWords(page.language);
  const url = linkOf(page.url);
  const runbook = linkOf(page.runbook);
  const details = page.details
    .slice(0, MOST_DETAILS)
    .map(({ label, value }): [string, string] => [cut(flat(label), 200), cut(lines(value), LONGEST_DETAIL)]);
  return {
    payload: {
      summary: cut(headline(page), LONGEST_SUMMARY),
      source: cut(placeOf(page), LONGEST_KEY),
      severity: SEVERITY[page.priority],
      timestamp: new Date(page.at).toISOString(),
      custom_details: { [words.summary]: cut(summaryOf(page), LONGEST_DETAIL), ...Object.fromEntries(details) },
    },
    client: 'Tocsin',
    ...(url === null ? {} : { client_url: url }),
    links: [
      ...(url === null ? [] : [{ href: url, text: words.open }]),
      ...(runbook === null ? [] : [{ href: runbook, text: words.runbook }]),
    ],
  };
}

/** PagerDuty, by its Events API v2. */
export const pagerduty: NotifierKind = {
  title: 'PagerDuty',
  actions: ['trigger', 'acknowledge', 'resolve', 'test'],
  secrets: { key: { required: true, help: 'the integration key of a service (Events API v2)', fits: isToken } },
  regions: ['us', 'eu'],
  requestOf,
  // It accepts with 202 and nothing else: a 200 is of something that stands in between.
  isAccepted: (status) => status === 202,
};
