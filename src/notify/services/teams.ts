import { isAddress } from '../address.ts';
import type { HttpRequest, NotifierKind, Page, Secrets } from '../message.ts';
import { addressInText, postJson } from '../request.ts';
import { cut } from '../text.ts';
import { pageFieldsOf, headline, linksOf, todoOf } from '../wording.ts';
import { pageWords } from '../words.ts';

/*
 * Microsoft Teams: a workflow "When a Teams webhook request is received", which posts Adaptive Cards. A message may have 28 KB.
 * A TextRun knows no Markdown and no mentions, unlike a TextBlock and the facts of a FactSet:
 * learn.microsoft.com/adaptive-cards/schema-explorer/text-run.
 */

const LONGEST_TITLE = 300;
const LONGEST_LABEL = 100;
const LONGEST_TEXT = 800;
const LONGEST_TODO = 2_000;

const COLOUR = { P0: 'attention', P1: 'warning', P2: 'default', P3: 'default' } as const;

interface Run {
  readonly text: string;
  readonly weight?: 'bolder';
  readonly size?: 'large';
  readonly color?: string;
}

function paragraph(...runs: readonly Run[]): object {
  return { type: 'RichTextBlock', inlines: runs.map((run) => ({ type: 'TextRun', ...run })) };
}

/** A card for the channel or chat of the workflow. Teams keeps no keys, so a double may be seen. */
function requestOf(page: Page, secrets: Secrets): HttpRequest {
  const { colon } = pageWords(page.language);
  const title = cut(headline(page), LONGEST_TITLE);
  const todo = cut(todoOf(page), LONGEST_TODO);
  const color = page.action === 'resolve' ? 'good' : COLOUR[page.priority];
  const card = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      paragraph({ text: title, weight: 'bolder', size: 'large', color }),
      ...pageFieldsOf(page).map(({ label, value }) =>
        paragraph(
          { text: `${cut(label, LONGEST_LABEL)}${colon}`, weight: 'bolder' },
          { text: cut(value, LONGEST_TEXT) },
        ),
      ),
      ...(todo === '' ? [] : [paragraph({ text: todo, weight: 'bolder' })]),
    ],
    actions: linksOf(page).map(({ url, label }) => ({ type: 'Action.OpenUrl', title: cut(label, LONGEST_LABEL), url })),
    msteams: { width: 'Full' },
  };
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: card };
  return postJson(addressInText(secrets.url), { type: 'message', attachments: [attachment] });
}

/** Microsoft Teams, by a workflow. */
export const teams: NotifierKind = {
  title: 'Microsoft Teams',
  form: 'an Adaptive Card',
  actions: ['trigger', 'resolve', 'announce', 'test'],
  secrets: {
    url: {
      required: true,
      holds: {
        en: 'the https address of a workflow that takes webhook requests',
        fr: 'l’adresse en https d’un flux de travail qui reçoit des requêtes de webhook',
      },
      example: 'TEAMS_WEBHOOK',
      fits: isAddress,
    },
  },
  regions: [],
  looks: /^https:\/\/[\w.-]+\.(?:logic\.azure\.com|api\.powerplatform\.com|webhook\.office\.com)(?::\d+)?\//i,
  requestOf,
  // A workflow accepts with 202, before it has done anything; one that was given an answer of its own, with 200. A page is of neither.
  isAccepted: (status, body) => status === 202 || (status === 200 && !/^\s*</.test(body)),
};
