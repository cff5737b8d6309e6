import type { Means, NotifierKind, Notifier, Page } from './message.ts';
import { discord } from './services/discord.ts';
import { googleChat } from './services/google-chat.ts';
import { grafanaIrm } from './services/grafana-irm.ts';
import { incidentIo } from './services/incident-io.ts';
import { jsm } from './services/jsm.ts';
import { mattermost } from './services/mattermost.ts';
import { ntfy } from './services/ntfy.ts';
import { opsgenie } from './services/opsgenie.ts';
import { pagerduty } from './services/pagerduty.ts';
import { slackBot } from './services/slack-bot.ts';
import { slack } from './services/slack.ts';
import { smtp } from './services/smtp.ts';
import { teams } from './services/teams.ts';
import { telegram } from './services/telegram.ts';
import { twilioCall, twilioSms } from './services/twilio.ts';
import { webhook } from './services/webhook.ts';
import { zulip } from './services/zulip.ts';

/** Every kind of notifier, by its `type` in the policy. To add one, add a file and a line. */
export const KINDS = {
  pagerduty,
  opsgenie,
  jsm,
  'grafana-irm': grafanaIrm,
  'incident-io': incidentIo,
  slack,
  'slack-bot': slackBot,
  teams,
  discord,
  'google-chat': googleChat,
  mattermost,
  zulip,
  telegram,
  ntfy,
  mail: smtp,
  'twilio-sms': twilioSms,
  'twilio-call': twilioCall,
  webhook,
} as const satisfies Readonly<Record<string, NotifierKind>>;

export type KindName = keyof typeof KINDS;

/** What a request of a notifier needs besides the page and the secrets. */
export function meansOf({ region, answers = false }: Notifier, sign: Means['sign']): Means {
  return { region, answers, sign };
}

export function notifierKind(notifier: Notifier): NotifierKind {
  return KINDS[notifier.type as KindName];
}

/** The notifiers of a page: those in the line of falling back, and those that get a copy whoever takes it. */
export function routesFor(
  notifiers: readonly Notifier[],
  page: Page,
): { readonly line: readonly Notifier[]; readonly copies: readonly Notifier[] } {
  const all = notifiersFor(notifiers, page);
  return { line: all.filter(({ also }) => !also), copies: all.filter(({ also }) => also) };
}

/** The notifiers that a page can go to, in the order of falling back: those for its priority that know its action. */
export function notifiersFor(notifiers: readonly Notifier[], page: Page): readonly Notifier[] {
  return notifiers.filter(
    (notifier) => notifier.for.includes(page.priority) && notifierKind(notifier).actions.includes(page.action),
  );
}
