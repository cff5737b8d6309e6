import { isToken } from '../address.ts';
import type { NotifierKind } from '../message.ts';
import { alertRequest } from './opsgenie.ts';

/*
 * Integration events: developer.atlassian.com/cloud/jira/service-desk-ops/rest/v1/api-group-integration-events. Opsgenie's alerts at
 * an address of their own. Nothing there can be read with the key of an integration but what became of a request.
 */

const ALERTS = 'https://api.atlassian.com/jsm/ops/integration/v2/alerts';

/** The operations of Jira Service Management, which follow Opsgenie. */
export const jsm: NotifierKind = {
  title: 'Jira Service Management',
  form: 'an alert with details',
  actions: ['trigger', 'acknowledge', 'resolve', 'test'],
  keepsAlerts: true,
  secrets: {
    key: {
      required: true,
      holds: { en: 'the key of an API integration', fr: 'la clé d’une intégration API' },
      example: 'JSM_KEY',
      fits: isToken,
    },
  },
  regions: [],
  looks: /^https:\/\/api\.atlassian\.com\/jsm\//i,
  requestOf: (page, secrets) => alertRequest(ALERTS, page, secrets),
  isAccepted: (status) => status === 202,
};
