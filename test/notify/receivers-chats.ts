import * as z from 'zod';
import { address, bytes, form, json, noMarkup, pathOf, text, type Receiver } from './receiving.ts';
import { SECRETS } from './samples.ts';

/* Discord, Mattermost and Zulip read Markdown: nothing may stand outside of code but what we write ourselves. */

const OUTSIDE_CODE = /^(?:\*\*|\n| · |\[|\]\(https?:[^()<>\s`]+\)|[\p{L}\p{N}./\\#-]+|Ouvrir |Open | )*$/u;
const inert = (value: string): boolean => OUTSIDE_CODE.test(value.replace(/`[^`\n]+`/g, ''));
const isCode = (value: string): boolean => /^`[^`\n]+`$/.test(value);

/* Slack. */

const entity = (value: string): boolean => !/[<>]|&(?!(?:amp|lt|gt);)/.test(value);
const plainText = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: text(most).refine(entity), emoji: z.boolean() });
const slackMessage = {
  text: text(40_000).refine(entity),
  get blocks() {
    return z.array(slackBlock).min(1).max(50);
  },
  unfurl_links: z.literal(false),
  unfurl_media: z.literal(false),
};
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
  reply_markup: z
    .strictObject({
      inline_keyboard: z.tuple([
        z.tuple([z.strictObject({ text: text(40), callback_data: text(64).refine((value) => bytes(value) <= 64) })]),
      ]),
    })
    .optional(),
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

/** The chats. */
export const CHATS = {
  slack: {
    wrong: json({
      path: pathOf('SLACK_WEBHOOK'),
      body: z.strictObject(slackMessage),
      most: 100_000,
    }),
    yes: { status: 200, body: 'ok' },
    no: () => ({ status: 400, body: 'invalid_blocks' }),
  },
  'slack-bot': {
    wrong: json({
      path: '/api/chat.postMessage',
      headers: { authorization: `Bearer ${SECRETS.SLACK_TOKEN}` },
      body: z.strictObject({ channel: z.literal(SECRETS.SLACK_CHANNEL), ...slackMessage }),
      most: 100_000,
    }),
    yes: {
      status: 200,
      body: `{"ok":true,"channel":"${SECRETS.SLACK_CHANNEL}","ts":"1763659800.000100","message":{"text":"${'x'.repeat(20_000)}"}}`,
    },
    no: () => ({ status: 200, body: '{"ok":false,"error":"invalid_blocks"}' }),
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
} as const satisfies Readonly<Record<string, Receiver>>;
