import { isToken } from '../address.ts';
import type { HttpRequest, NotifierKind, Means, Page, Secrets } from '../message.ts';
import { postJson } from '../request.ts';
import { cut, keyText } from '../text.ts';
import { alertKey, pageFieldsOf, headline, linksOf, pagePlaceOf, todoOf } from '../wording.ts';
import { pageWords } from '../words.ts';

/* Events API v2: developer.pagerduty.com/docs/events-api-v2. A whole event may have 512 KB. */

const ENDPOINTS = {
  us: 'https://events.pagerduty.com/v2/enqueue',
  eu: 'https://events.eu.pagerduty.com/v2/enqueue',
} as const;

const LONGEST_KEY = 255;
const LONGEST_SUMMARY = 1_024;
/** PagerDuty names no limit for these; this many are far below that of the whole event. */
const LONGEST_DETAIL = 2_000;

const SEVERITY = { P0: 'critical', P1: 'error', P2: 'warning', P3: 'info' } as const;

/**
 * An event for one alert per incident: another trigger with the same key joins the open alert, so doubles wake nobody.
 * A test is an alert of its own, with the severity of its priority: it shall wake whom the real one would wake.
 */
function requestOf(page: Page, secrets: Secrets, { region }: Means): HttpRequest {
  const event = {
    routing_key: secrets.key ?? '',
    event_action: page.action === 'test' ? 'trigger' : page.action,
    dedup_key: dedupKey(alertKey(page)),
  };
  const opens = page.action === 'trigger' || page.action === 'test';
  return postJson(ENDPOINTS[region ?? 'us'], opens ? { ...event, ...alertOf(page) } : event);
}

/** The key of an alert, as PagerDuty takes it. */
export function dedupKey(key: string): string {
  return keyText(key, LONGEST_KEY, /[^\x20-\x7e]/g);
}

/** What PagerDuty shows of an alert. */
function alertOf(page: Page): object {
  const fields = [...pageFieldsOf(page), { label: pageWords(page.language).todo, value: todoOf(page) }];
  const links = linksOf(page, 2_000);
  const [issue] = page.url === null ? [] : links;
  return {
    payload: {
      summary: cut(headline(page), LONGEST_SUMMARY),
      source: cut(pagePlaceOf(page), LONGEST_KEY),
      severity: SEVERITY[page.priority],
      timestamp: new Date(page.at).toISOString(),
      custom_details: Object.fromEntries(
        fields.map(({ label, value }) => [cut(label, 200), cut(value, LONGEST_DETAIL)]),
      ),
    },
    client: 'Tocsin',
    ...(issue === undefined ? {} : { client_url: issue.url }),
    links: links.map(({ url, label }) => ({ href: url, text: label })),
  };
}

/** PagerDuty, by its Events API v2. */
export const pagerduty: NotifierKind = {
  title: 'PagerDuty',
  form: 'an alert with details and links',
  actions: ['trigger', 'acknowledge', 'resolve', 'test'],
  keepsAlerts: true,
  secrets: {
    key: {
      required: true,
      holds: {
        en: 'the integration key of a service (Events API v2)',
        fr: 'la clé d’intégration d’un service (Events API v2)',
      },
      example: 'PAGERDUTY_KEY',
      fits: isToken,
    },
    answers: {
      required: false,
      forAnswers: true,
      holds: {
        en: 'a read-only key of the REST API, with which is asked who has acknowledged',
        fr: 'de clé de l’API REST en lecture seule, pour demander qui a pris l’incident en charge',
      },
      example: 'PAGERDUTY_API_KEY',
      fits: isToken,
    },
  },
  answers: 'secret',
  regions: ['us', 'eu'],
  looks: /^https:\/\/events\.(?:eu\.)?pagerduty\.com\//i,
  requestOf,
  // It accepts with 202 and nothing else: a 200 is of something that stands in between.
  isAccepted: (status) => status === 202,
};
