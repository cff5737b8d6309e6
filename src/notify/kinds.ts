import type { NotifierKind, Notifier, Page } from './message.ts';
import { ntfy } from './ntfy.ts';
import { pagerduty } from './pagerduty.ts';
import { slack } from './slack.ts';
import { webhook } from './webhook.ts';

/** Every kind of notifier. To add one, add a file and a line. */
export const KINDS = { pagerduty, slack, ntfy, webhook } as const satisfies Readonly<Record<string, NotifierKind>>;

export type KindName = keyof typeof KINDS;

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
