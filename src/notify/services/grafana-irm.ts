import { isAddressOf } from '../address.ts';
import type { HttpRequest, NotifierKind, Page, Secrets } from '../message.ts';
import { addressInText, postJson } from '../request.ts';
import { blunt, cut, keyText } from '../text.ts';
import { alertKey, headline, linksOf, pageTextOf } from '../wording.ts';

/*
 * The integration "Formatted webhook" of Grafana IRM, formerly OnCall: grafana.com/docs, "Configure OnCall incoming webhooks". It
 * knows firing and over, and no acknowledgement.
 */

const LONGEST_KEY = 255;
const LONGEST_TITLE = 500;
const LONGEST_MESSAGE = 4_000;

/** One alert group for each incident: another page with the same `alert_uid` joins it. */
function requestOf(page: Page, secrets: Secrets): HttpRequest {
  const [link] = linksOf(page);
  return postJson(addressInText(secrets.url), {
    alert_uid: keyText(alertKey(page), LONGEST_KEY, /[^\x21-\x7e]/g),
    title: cut(blunt(headline(page)), LONGEST_TITLE),
    state: page.action === 'resolve' ? 'ok' : 'alerting',
    ...(link === undefined ? {} : { link_to_upstream_details: link.url }),
    message: cut(blunt(pageTextOf(page)), LONGEST_MESSAGE),
  });
}

/** Grafana IRM, by a formatted webhook. */
export const grafanaIrm: NotifierKind = {
  title: 'Grafana IRM',
  form: 'an alert with a message',
  actions: ['trigger', 'resolve', 'test'],
  keepsAlerts: true,
  secrets: {
    url: {
      required: true,
      holds: {
        en: 'the https address of an integration “Formatted webhook”',
        fr: 'l’adresse en https d’une intégration « Formatted webhook »',
      },
      example: 'GRAFANA_IRM_URL',
      fits: isAddressOf(/\/formatted_webhook\/[\w-]+\/?$/),
    },
  },
  regions: [],
  looks: /^https:\/\/[\w.-]+\/(?:oncall\/)?integrations\/v1\//i,
  requestOf,
  isAccepted: (status, body) => status >= 200 && status < 300 && !/^\s*</.test(body),
};
