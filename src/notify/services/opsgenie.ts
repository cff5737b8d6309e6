import { isToken } from '../address.ts';
import type { HttpRequest, NotifierKind, Page, Secrets } from '../message.ts';
import { askService, postJson } from '../request.ts';
import { blunt, cut, keyText } from '../text.ts';
import { alertKey, pageFieldsOf, headline, linksOf, pagePlaceOf, pageTextOf } from '../wording.ts';

/*
 * Alert API: docs.opsgenie.com/docs/alert-api. Jira Service Management has the same. Message 130 characters, alias 512, description
 * 15,000, of details 8,000 together. It answers 202, before anything is done.
 */

export const ALERT_HOSTS = { us: 'https://api.opsgenie.com', eu: 'https://api.eu.opsgenie.com' } as const;

const LONGEST_MESSAGE = 130;
const LONGEST_ALIAS = 200;
const LONGEST_DESCRIPTION = 6_000;
const LONGEST_DETAIL = 500;
const LONGEST_NAME = 250;

const PRIORITY = { P0: 'P1', P1: 'P2', P2: 'P3', P3: 'P4' } as const;

export const alertHeaders = ({ key = '' }: Secrets): HttpRequest['headers'] => ({ Authorization: `GenieKey ${key}` });

/**
 * What opens, acknowledges or closes the alert of an incident at `alerts`, the address of all alerts. Another page with the same alias
 * joins the open alert, so doubles wake nobody.
 */
export function alertRequest(alerts: string, page: Page, secrets: Secrets): HttpRequest {
  // It stands in an address later, where a slash is no letter.
  const alias = keyText(alertKey(page), LONGEST_ALIAS, /[^\w.-]/g);
  const note = cut(blunt(pageTextOf(page)), LONGEST_DESCRIPTION);
  const act = (name: string): HttpRequest =>
    postJson(`${alerts}/${alias}/${name}?identifierType=alias`, { source: 'Tocsin', note }, alertHeaders(secrets));
  if (page.action === 'acknowledge') return act('acknowledge');
  if (page.action === 'resolve') return act('close');
  const links = linksOf(page, LONGEST_DETAIL);
  const details = [...pageFieldsOf(page), ...links.map(({ url, label }) => ({ label, value: url }))];
  return postJson(
    alerts,
    {
      message: cut(blunt(headline(page)), LONGEST_MESSAGE),
      alias,
      description: [note, ...links.map(({ url }) => url)].join('\n'),
      details: Object.fromEntries(
        details.map(({ label, value }) => [cut(blunt(label), 100), cut(blunt(value), LONGEST_DETAIL)]),
      ),
      entity: cut(pagePlaceOf(page), LONGEST_NAME),
      source: 'Tocsin',
      priority: PRIORITY[page.priority],
      tags: ['tocsin', page.priority],
    },
    alertHeaders(secrets),
  );
}

/** Opsgenie, by its Alert API. */
export const opsgenie: NotifierKind = {
  title: 'Opsgenie',
  form: 'an alert with details',
  actions: ['trigger', 'acknowledge', 'resolve', 'test'],
  keepsAlerts: true,
  secrets: {
    key: {
      required: true,
      holds: { en: 'the key of an API integration', fr: 'la clé d’une intégration API' },
      example: 'OPSGENIE_KEY',
      fits: isToken,
    },
  },
  regions: ['us', 'eu'],
  looks: /^https:\/\/api\.(?:eu\.)?opsgenie\.com\//i,
  requestOf: (page, secrets, { region }) => alertRequest(`${ALERT_HOSTS[region ?? 'us']}/v2/alerts`, page, secrets),
  isAccepted: (status) => status === 202,
  probe: {
    requestOf: (secrets, { region }) =>
      askService(`${ALERT_HOSTS[region ?? 'us']}/v2/alerts?limit=1`, alertHeaders(secrets)),
    isAccepted: (status, body) => status === 200 && /^\s*\{/.test(body),
    proves: {
      en: 'Opsgenie knows the key, and in this region.',
      fr: 'Opsgenie connaît la clé, et dans cette région.',
    },
  },
};
