import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/notify/kinds.ts';
import type { Page } from '../../src/notify/message.ts';
import { bodyOf, formOf, requestOf } from './request-samples.ts';
import { PAGE, SECRETS, sign, TEXT } from './samples.ts';

describe('Opsgenie', () => {
  test('an alert of the incident is opened, acknowledged and closed by its alias', () => {
    const opened = requestOf('opsgenie', PAGE, 'us');
    expect(opened.url).toBe('https://api.opsgenie.com/v2/alerts');
    expect(opened.headers.Authorization).toBe(`GenieKey ${SECRETS.OPSGENIE_KEY}`);
    const { alias, ...alert } = bodyOf('opsgenie', PAGE);
    expect(alert).toEqual({
      message: 'P0: Checkout is down',
      description: `${TEXT}\n${PAGE.url}\n${PAGE.runbook}`,
      details: {
        'Type of impact': 'all access lost',
        'Scope of the impact': 'all in EU',
        'System and host': 'checkout, eu-west-1',
        Acknowledge: 'by 18:45 (Paris, 17:45 UTC)',
        'Open acme/shop#12': PAGE.url,
        Runbook: PAGE.runbook,
      },
      entity: 'acme/shop#12',
      source: 'Tocsin',
      priority: 'P1',
      tags: ['tocsin', 'P0'],
    });
    const urls = (['acknowledge', 'resolve'] as const).map((action) => requestOf('opsgenie', { ...PAGE, action }).url);
    expect(urls).toEqual([
      `https://api.opsgenie.com/v2/alerts/${String(alias)}/acknowledge?identifierType=alias`,
      `https://api.opsgenie.com/v2/alerts/${String(alias)}/close?identifierType=alias`,
    ]);
  });

  test('in Europe it goes to Europe; a test is an alert of its own', () => {
    expect(requestOf('opsgenie', PAGE, 'eu').url).toBe('https://api.eu.opsgenie.com/v2/alerts');
    expect(bodyOf('opsgenie', { ...PAGE, action: 'test' }).alias).not.toBe(bodyOf('opsgenie', PAGE).alias);
  });

  test('Jira Service Management takes the same, at its own address', () => {
    const { url, body } = requestOf('jsm', PAGE);
    expect(url).toBe('https://api.atlassian.com/jsm/ops/integration/v2/alerts');
    expect(body).toBe(requestOf('opsgenie', PAGE).body);
  });
});

test.each([
  ['trigger', 'alerting', 'firing'],
  ['test', 'alerting', 'firing'],
  ['resolve', 'ok', 'resolved'],
] as const)('%s at Grafana IRM is %s, and at incident.io %s', (action, grafana, incident) => {
  const page = { ...PAGE, action };
  expect(bodyOf('grafana-irm', page)).toMatchObject({
    state: grafana,
    link_to_upstream_details: PAGE.url,
    message: TEXT,
  });
  expect(bodyOf('incident-io', page)).toMatchObject({
    status: incident,
    source_url: PAGE.url,
    description: TEXT,
    metadata: { priority: 'P0', issue: 'acme/shop#12', fields: { 'Type of impact': 'all access lost' } },
  });
  const key = action === 'test' ? 'test:acme/shop#12/urgent:start/test' : 'acme/shop#12';
  expect([bodyOf('grafana-irm', page).alert_uid, bodyOf('incident-io', page).deduplication_key]).toEqual([key, key]);
});

describe('Twilio', () => {
  test('a text message that is cheap to send, with the link at its end', () => {
    const page: Page = { ...PAGE, title: 'L’API «\u00a0payer\u00a0» est en panne…', language: 'fr' };
    expect(formOf('twilio-sms', page)).toEqual({
      To: SECRETS.ON_CALL_PHONE,
      From: SECRETS.TWILIO_FROM,
      Body: [
        'P0 : L\'API " payer " est en panne...',
        ...TEXT.replaceAll(' · ', ', ').replace('Acknowledge: ', 'Acknowledge : ').split('\n'),
        PAGE.url,
      ].join('\n'),
    });
  });

  test('a messaging service in the place of a number', () => {
    const from = `MG${'0'.repeat(32)}`;
    const secrets = { account: SECRETS.TWILIO_ACCOUNT, token: 'x', from, to: SECRETS.ON_CALL_PHONE };
    const { body } = KINDS['twilio-sms'].requestOf(PAGE, secrets, { region: null, sign }) as { body: string };
    expect(Object.fromEntries(new URLSearchParams(body))).toMatchObject({ MessagingServiceSid: from });
    expect(body).not.toContain('From=');
  });

  test('a call that says it twice, in its language', () => {
    const said =
      'P0: 1 &lt; 2. all access lost · all in EU · checkout, eu-west-1. Acknowledge: by 18:45 (Paris, 17:45 UTC).';
    const { Twiml } = formOf('twilio-call', { ...PAGE, title: '1 < 2' });
    expect(Twiml!.split(said)).toHaveLength(3);
    expect(Twiml).toContain('<Say language="en-US">');
    expect(formOf('twilio-call', { ...PAGE, language: 'fr' }).Twiml).toContain('<Say language="fr-FR">');
  });
});
