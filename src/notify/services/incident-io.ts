import { isAddressOf, isToken } from '../address.ts';
import type { HttpRequest, NotifierKind, Page, Secrets } from '../message.ts';
import { addressInText, postJson } from '../request.ts';
import { blunt, cut, keyText } from '../text.ts';
import { alertKey, pageFieldsOf, headline, linksOf, pagePlaceOf, pageTextOf } from '../wording.ts';

/*
 * The HTTP alert source of incident.io: docs.incident.io, "Alert events". It knows firing and resolved, and no acknowledgement. It
 * answers 202, before anything is done.
 */

const LONGEST_KEY = 255;
const LONGEST_TITLE = 500;
const LONGEST_TEXT = 4_000;

/** One alert for each incident: another event with the same key joins it. */
function requestOf(page: Page, secrets: Secrets): HttpRequest {
  const [link] = linksOf(page);
  const fields = pageFieldsOf(page).map(
    ({ label, value }) => [cut(blunt(label), 100), cut(blunt(value), 500)] as const,
  );
  return postJson(
    addressInText(secrets.url),
    {
      title: cut(blunt(headline(page)), LONGEST_TITLE),
      status: page.action === 'resolve' ? 'resolved' : 'firing',
      deduplication_key: keyText(alertKey(page), LONGEST_KEY, /[^\x21-\x7e]/g),
      description: cut(blunt(pageTextOf(page)), LONGEST_TEXT),
      ...(link === undefined ? {} : { source_url: link.url }),
      metadata: { priority: page.priority, issue: pagePlaceOf(page), fields: Object.fromEntries(fields) },
    },
    { Authorization: `Bearer ${secrets.token ?? ''}` },
  );
}

/** incident.io, by an HTTP alert source. */
export const incidentIo: NotifierKind = {
  title: 'incident.io',
  form: 'an alert with metadata',
  actions: ['trigger', 'resolve', 'test'],
  keepsAlerts: true,
  secrets: {
    url: {
      required: true,
      holds: {
        en: 'the https address of an HTTP alert source, such as `https://api.incident.io/v2/alert_events/http/ID`',
        fr: 'l’adresse en https d’une source d’alertes HTTP, telle que `https://api.incident.io/v2/alert_events/http/ID`',
      },
      example: 'INCIDENT_IO_URL',
      fits: isAddressOf(/\/v2\/alert_events\/http\/\w+$/),
    },
    token: {
      required: true,
      holds: { en: 'the token of that alert source', fr: 'le jeton de cette source d’alertes' },
      example: 'INCIDENT_IO_TOKEN',
      fits: isToken,
    },
  },
  regions: [],
  looks: /^https:\/\/api\.incident\.io\//i,
  requestOf,
  isAccepted: (status) => status === 202,
};
