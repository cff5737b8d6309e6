import * as z from 'zod';
import { address, bytes, form, json, message, noMarkup, pathOf, text, type Receiver } from './receiving.ts';
import { SECRETS } from './samples.ts';
import type { Seen } from './server.ts';

const PRIORITY = z.enum(['P0', 'P1', 'P2', 'P3']);

/* Opsgenie, and Jira Service Management. */

const alert = z.strictObject({
  message: noMarkup(130),
  alias: text(512).regex(/^[\w.-]+$/),
  description: noMarkup(15_000),
  details: z
    .record(z.string(), z.string())
    .refine((details) => JSON.stringify(details).length <= 8_000 && !/[<>`]/.test(JSON.stringify(details))),
  entity: text(512),
  source: text(100),
  priority: z.enum(['P1', 'P2', 'P3', 'P4', 'P5']),
  tags: z.array(text(50)).max(20),
});
const alertAct = z.strictObject({ source: text(100), note: z.string().max(25_000) });

const alerts =
  (path: string, key: string) =>
  (seen: Seen): string | null => {
    const shape = { headers: { authorization: `GenieKey ${key}` }, most: 50_000 };
    if (seen.path === path) return json({ ...shape, path, body: alert })(seen);
    const act = new RegExp(`^${path}/[\\w.-]+/(?:acknowledge|close)\\?identifierType=alias$`);
    return json({ ...shape, path: act, body: alertAct })(seen);
  };
const queued = {
  status: 202,
  body: '{"result":"Request will be processed","took":0.107,"requestId":"43a29c5c-3dbf-4fa4"}',
};
const unprocessable = (wrong: string) => ({ status: 422, body: JSON.stringify({ message: wrong, took: 0.01 }) });

const PAGERDUTY = z
  .strictObject({
    routing_key: text(32, 32),
    event_action: z.enum(['trigger', 'acknowledge', 'resolve']),
    dedup_key: text(255),
    payload: z
      .strictObject({
        summary: text(1_024),
        source: text(255),
        severity: z.enum(['critical', 'error', 'warning', 'info']),
        timestamp: z.iso.datetime(),
        custom_details: z.record(z.string(), z.string()),
      })
      .optional(),
    client: z.string().optional(),
    client_url: address.optional(),
    links: z.array(z.strictObject({ href: address, text: z.string() })).optional(),
  })
  .refine(({ event_action, payload }) => (event_action === 'trigger') === (payload !== undefined));

const NTFY = z.strictObject({
  topic: text(64).regex(/^[-_A-Za-z0-9]+$/),
  sequence_id: text(64).regex(/^[-_A-Za-z0-9]+$/),
  title: text(250).refine((value) => bytes(value) <= 250),
  message: z.string().refine((value) => bytes(value) < 4_096),
  priority: z.int().min(1).max(5),
  tags: z.array(z.string()),
  click: address.optional(),
  actions: z
    .array(
      z.union([
        z.strictObject({ action: z.literal('view'), label: text(100), url: address }),
        // Whoever reads the topic sees it: nothing that opens anything may be in it.
        z.strictObject({
          action: z.literal('http'),
          label: text(100),
          url: z.url().regex(/\/answers-of-swordfish$/),
          method: z.literal('POST'),
          body: z.string().regex(/^ack \d+ \d+ [0-9a-f]{32}$/),
          clear: z.literal(true),
        }),
      ]),
    )
    .max(3)
    .optional(),
});

const SPEECH =
  /^<Response><Say language="(?:en-US|fr-FR)">[^<>]*<\/Say><Pause length="1"\/><Say language="(?:en-US|fr-FR)">[^<>]*<\/Say><\/Response>$/;
const phone = z.string().regex(/^\+[1-9]\d{5,14}$/);
const SMS = z.strictObject({ To: phone, From: phone, Body: text(1_600) });
const CALL = z.strictObject({ To: phone, From: phone, Twiml: text(4_000).regex(SPEECH) });
const twilio = (resource: string, body: z.ZodType): Receiver => ({
  wrong: form({
    path: `/2010-04-01/Accounts/${SECRETS.TWILIO_ACCOUNT}/${resource}.json`,
    headers: { authorization: `Basic ${btoa(`${SECRETS.TWILIO_ACCOUNT}:${SECRETS.TWILIO_TOKEN}`)}` },
    body,
    most: 60_000,
  }),
  yes: { status: 201, body: '{"sid":"SM0123","status":"queued","error_code":null}' },
  no: (wrong) => ({ status: 400, body: JSON.stringify({ code: 21211, message: wrong, status: 400 }) }),
});

/** The pagers, the phones, and the plain webhook. */
export const PAGERS = {
  pagerduty: {
    wrong: json({ path: '/v2/enqueue', body: PAGERDUTY, most: 512_000 }),
    yes: { status: 202, body: '{"status":"success","message":"Event processed","dedup_key":"x"}' },
    no: (wrong) => ({
      status: 400,
      body: JSON.stringify({ status: 'invalid event', message: 'Event object is invalid', errors: [wrong] }),
    }),
  },
  opsgenie: { wrong: alerts('/v2/alerts', SECRETS.OPSGENIE_KEY), yes: queued, no: unprocessable },
  jsm: { wrong: alerts('/jsm/ops/integration/v2/alerts', SECRETS.JSM_KEY), yes: queued, no: unprocessable },
  'grafana-irm': {
    wrong: json({
      path: pathOf('GRAFANA_IRM_URL'),
      body: z.strictObject({
        alert_uid: text(255),
        title: noMarkup(500),
        state: z.enum(['alerting', 'ok']),
        link_to_upstream_details: address.optional(),
        message: z.string().refine((value) => !/[<>`]/.test(value)),
      }),
      most: 50_000,
    }),
    yes: { status: 200, body: 'Ok.' },
    no: message,
  },
  'incident-io': {
    wrong: json({
      path: pathOf('INCIDENT_IO_URL'),
      headers: { authorization: `Bearer ${SECRETS.INCIDENT_IO_TOKEN}` },
      body: z.strictObject({
        title: noMarkup(500),
        status: z.enum(['firing', 'resolved']),
        deduplication_key: text(255),
        description: z.string().refine((value) => !/[<>`]|\]\(/.test(value)),
        source_url: address.optional(),
        metadata: z.record(z.string(), z.unknown()),
      }),
      most: 50_000,
    }),
    yes: {
      status: 202,
      body: '{"deduplication_key":"x","message":"Event accepted for processing","status":"success"}',
    },
    no: message,
  },
  ntfy: {
    wrong: json({ path: '/', headers: { authorization: `Bearer ${SECRETS.NTFY_TOKEN}` }, body: NTFY, most: 8_191 }),
    yes: {
      status: 200,
      body: `{"id":"x1","time":1,"event":"message","topic":"swordfish","message":"${'x'.repeat(20_000)}"}`,
    },
    no: (wrong) => ({ status: 400, body: JSON.stringify({ code: 40024, http: 400, error: wrong }) }),
  },
  'twilio-sms': twilio('Messages', SMS),
  'twilio-call': twilio('Calls', CALL),
  webhook: {
    wrong: json({
      path: pathOf('HOOK_URL'),
      body: z.looseObject({ version: z.literal(1), id: text(255), priority: PRIORITY }),
      most: 200_000,
      isRaw: true,
    }),
    yes: { status: 204, body: '' },
    no: message,
  },
} as const satisfies Readonly<Record<string, Receiver>>;
