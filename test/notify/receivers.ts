import * as z from 'zod';
import { SECRETS, type HttpKindName } from './samples.ts';
import type { Behaviour, Seen } from './server.ts';

/*
 * What each service takes and says, from its documentation: a receiver that is picky where the service is, and answers as it does.
 */

interface Receiver {
  /** What is wrong with a request; null if the service takes it. */
  readonly wrong: (seen: Seen) => string | null;
  /** What it answers to a request that it takes. */
  readonly yes: { readonly status: number; readonly body: string };
  /** How it says what is wrong. */
  readonly no: (wrong: string) => { readonly status: number; readonly body: string };
}

const bytes = (text: string): number => Buffer.byteLength(text);
const text = (most: number, least = 1) => z.string().min(least).max(most);
const address = z.url({ protocol: /^https?$/ }).max(3_000);
const PRIORITY = z.enum(['P0', 'P1', 'P2', 'P3']);
/** What no visible text may hold. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/; // eslint-disable-line no-control-regex

/** Where a request goes, beside the schema of its body. */
interface Shape {
  readonly path: RegExp | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: z.ZodType;
  /** Of the whole body, in bytes. */
  readonly most: number;
  /** Whether texts are taken as they were written. */
  readonly isRaw?: boolean;
}

const problem = (result: z.ZodSafeParseResult<unknown>): string | null =>
  result.success ? null : z.prettifyError(result.error);

function common(seen: Seen, { path, headers = {}, most, isRaw = false }: Shape): string | null {
  const isThere = typeof path === 'string' ? seen.path === path : path.test(seen.path);
  if (seen.method !== 'POST' || !isThere) return `cannot ${seen.method} that path`;
  for (const [name, value] of Object.entries(headers))
    if (seen.headers[name] !== value) return `the header ${name} is wrong`;
  if (bytes(seen.body) > most) return 'the request is too large';
  return !isRaw && CONTROL.test(seen.body) ? 'control characters' : null;
}

const json =
  (shape: Shape) =>
  (seen: Seen): string | null => {
    const wrong = common(seen, shape);
    if (wrong !== null) return wrong;
    if (!/^application\/json\b/.test(String(seen.headers['content-type']))) return 'not JSON';
    return problem(shape.body.safeParse(JSON.parse(seen.body)));
  };

const form =
  (shape: Shape) =>
  (seen: Seen): string | null => {
    const wrong = common(seen, shape);
    if (wrong !== null) return wrong;
    if (seen.headers['content-type'] !== 'application/x-www-form-urlencoded') return 'not a form';
    return problem(shape.body.safeParse(Object.fromEntries(new URLSearchParams(seen.body))));
  };

const pathOf = (secret: keyof typeof SECRETS): string => {
  const { pathname, search } = new URL(SECRETS[secret]);
  return pathname + search;
};
const message = (wrong: string) => ({ status: 400, body: JSON.stringify({ message: wrong }) });

/* Discord, Mattermost and Zulip read Markdown: nothing may stand outside of code but what we write ourselves. */

const OUTSIDE_CODE = /^(?:\*\*|\n| · |\[|\]\(https?:[^()<>\s`]+\)|[\p{L}\p{N}./\\#-]+|Ouvrir |Open | )*$/u;
const inert = (value: string): boolean => OUTSIDE_CODE.test(value.replace(/`[^`\n]+`/g, ''));
const isCode = (value: string): boolean => /^`[^`\n]+`$/.test(value);

/* Slack. */

const entity = (value: string): boolean => !/[<>]|&(?!(?:amp|lt|gt);)/.test(value);
const plainText = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: text(most).refine(entity), emoji: z.boolean() });
const slackBlock = z.union([
  z.strictObject({ type: z.literal('header'), block_id: text(255), text: plainText(150) }),
  z.strictObject({ type: z.literal('section'), text: plainText(3_000) }),
  z.strictObject({ type: z.literal('section'), fields: z.array(plainText(2_000)).min(1).max(10) }),
  z.strictObject({
    type: z.literal('section'),
    text: z.strictObject({
      type: z.literal('mrkdwn'),
      text: text(3_000).regex(/^<https?:[^<>|]+\|[^<>|]+>(?: · <https?:[^<>|]+\|[^<>|]+>)?$/),
      verbatim: z.literal(true),
    }),
  }),
]);

/* Teams. */

const textRun = z.strictObject({
  type: z.literal('TextRun'),
  text: text(5_000),
  weight: z.literal('bolder').optional(),
  size: z.literal('large').optional(),
  color: z.enum(['default', 'attention', 'warning', 'good']).optional(),
});
const adaptiveCard = z.strictObject({
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.4'),
  body: z.array(z.strictObject({ type: z.literal('RichTextBlock'), inlines: z.array(textRun).min(1) })).min(1),
  actions: z.array(z.strictObject({ type: z.literal('Action.OpenUrl'), title: text(200), url: address })).max(6),
  msteams: z.strictObject({ width: z.literal('Full') }),
});

/* Google Chat: texts of widgets are HTML. */

const html = (most: number) =>
  text(most).refine((value) => !/<(?!\/?b>)|&(?!(?:amp|lt|gt|quot);)/.test(value), 'not escaped');
const noMarkup = (most: number) => text(most).refine((value) => !/[<>`]/.test(value), 'markup');
const widget = z.union([
  z.strictObject({
    decoratedText: z.strictObject({ topLabel: noMarkup(200), text: html(4_000), wrapText: z.literal(true) }),
  }),
  z.strictObject({ textParagraph: z.strictObject({ text: html(4_000).regex(/^<b>[^<]*<\/b>$/) }) }),
  z.strictObject({
    buttonList: z.strictObject({
      buttons: z
        .array(
          z.strictObject({
            text: noMarkup(200),
            onClick: z.strictObject({ openLink: z.strictObject({ url: address }) }),
          }),
        )
        .min(1),
    }),
  }),
]);

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
    .array(z.strictObject({ action: z.literal('view'), label: text(100), url: address }))
    .max(3)
    .optional(),
});

const TELEGRAM = z.strictObject({
  chat_id: z.string().regex(/^(?:-?\d+|@\w+)$/),
  text: text(9_000)
    .refine((value) => !/<(?!\/?(?:code|a)\b)|&(?!(?:amp|lt|gt|quot);)/.test(value), "can't parse entities")
    .refine((value) => value.replace(/<[^>]+>/g, '').replace(/&\w+;/g, '&').length <= 4_096, 'message is too long')
    // Whatever is not in code or in a link, Telegram makes something of.
    .refine(
      (value) => value.replace(/<(code|a)\b[^<]*<\/\1>/g, '').replace(/[\n·\s]/g, '') === '',
      'text outside of code',
    ),
  parse_mode: z.literal('HTML'),
  link_preview_options: z.strictObject({ is_disabled: z.literal(true) }),
  disable_notification: z.boolean(),
});

const DISCORD = z.strictObject({
  content: text(2_000).refine(isCode),
  allowed_mentions: z.strictObject({ parse: z.tuple([]) }),
  embeds: z
    .array(
      z.strictObject({
        color: z.int().min(0).max(0xffffff),
        description: z.string().max(4_096).refine(inert),
        fields: z
          .array(
            z.strictObject({
              name: text(256).refine(isCode),
              value: text(1_024).refine(isCode),
              inline: z.boolean(),
            }),
          )
          .max(25),
      }),
    )
    .max(10)
    .refine((embeds) => JSON.stringify(embeds).length <= 6_000),
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

export const RECEIVERS: Readonly<Record<HttpKindName, Receiver>> = {
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
  slack: {
    wrong: json({
      path: pathOf('SLACK_WEBHOOK'),
      body: z.strictObject({
        text: text(40_000).refine(entity),
        blocks: z.array(slackBlock).min(1).max(50),
        unfurl_links: z.literal(false),
        unfurl_media: z.literal(false),
      }),
      most: 100_000,
    }),
    yes: { status: 200, body: 'ok' },
    no: () => ({ status: 400, body: 'invalid_blocks' }),
  },
  teams: {
    wrong: json({
      path: pathOf('TEAMS_WEBHOOK'),
      body: z.strictObject({
        type: z.literal('message'),
        attachments: z.tuple([
          z.strictObject({
            contentType: z.literal('application/vnd.microsoft.card.adaptive'),
            contentUrl: z.null(),
            content: adaptiveCard,
          }),
        ]),
      }),
      most: 28_000,
    }),
    yes: { status: 202, body: '' },
    no: (wrong) => ({
      status: 400,
      body: JSON.stringify({ error: { code: 'TriggerInputSchemaMismatch', message: wrong } }),
    }),
  },
  discord: {
    wrong: json({ path: `${pathOf('DISCORD_WEBHOOK')}?wait=true`, body: DISCORD, most: 50_000 }),
    yes: { status: 200, body: '{"id":"1166847114203123795","type":0,"channel_id":"1","content":"x"}' },
    no: (wrong) => ({ status: 400, body: JSON.stringify({ message: wrong, code: 50035 }) }),
  },
  'google-chat': {
    wrong: json({
      path: pathOf('GOOGLE_CHAT_WEBHOOK'),
      body: z.strictObject({
        fallbackText: noMarkup(4_096),
        cardsV2: z.tuple([
          z.strictObject({
            cardId: text(64),
            card: z.strictObject({
              header: z.strictObject({ title: noMarkup(500) }),
              sections: z.array(z.strictObject({ widgets: z.array(widget).min(1) })).optional(),
            }),
          }),
        ]),
      }),
      most: 32_000,
    }),
    yes: { status: 200, body: '{\n  "name": "spaces/AAAA/messages/BBBB.BBBB",\n  "sender": {}\n}\n' },
    no: (wrong) => ({
      status: 400,
      body: JSON.stringify({ error: { code: 400, message: wrong, status: 'INVALID_ARGUMENT' } }),
    }),
  },
  mattermost: {
    wrong: json({
      path: pathOf('MATTERMOST_WEBHOOK'),
      body: z.strictObject({ text: text(16_383).refine(inert) }),
      most: 60_000,
    }),
    yes: { status: 200, body: 'ok' },
    no: (wrong) => ({
      status: 400,
      body: JSON.stringify({ id: 'web.incoming_webhook.parse.app_error', message: wrong, status_code: 400 }),
    }),
  },
  zulip: {
    wrong: form({
      path: '/api/v1/messages',
      headers: { authorization: `Basic ${btoa(`${SECRETS.ZULIP_BOT}:${SECRETS.ZULIP_KEY}`)}` },
      body: z.strictObject({
        type: z.literal('stream'),
        to: z.literal(SECRETS.ZULIP_CHANNEL),
        topic: text(60),
        content: text(10_000).refine(inert),
      }),
      most: 100_000,
    }),
    yes: { status: 200, body: '{"result":"success","msg":"","id":42}' },
    no: (wrong) => ({ status: 400, body: JSON.stringify({ result: 'error', msg: wrong, code: 'BAD_REQUEST' }) }),
  },
  telegram: {
    wrong: json({ path: `/bot${SECRETS.TELEGRAM_TOKEN}/sendMessage`, body: TELEGRAM, most: 60_000 }),
    yes: { status: 200, body: `{"ok":true,"result":{"message_id":7,"text":"${'x'.repeat(20_000)}"}}` },
    no: (wrong) => ({
      status: 400,
      body: JSON.stringify({ ok: false, error_code: 400, description: `Bad Request: ${wrong}` }),
    }),
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
};

/** The service itself, as far as a page sees of it. */
export const service =
  (kind: HttpKindName): Behaviour =>
  (response, { method = '', url: path = '', headers }, body) => {
    const { wrong, yes, no } = RECEIVERS[kind];
    const problem = wrong({ method, path, headers, body });
    const { status, body: said } = problem === null ? yes : no(problem);
    response.writeHead(status, { 'Content-Type': said.startsWith('{') ? 'application/json' : 'text/plain' }).end(said);
  };
