import { notifierKind } from './kinds.ts';
import type { Notifier, Page } from './message.ts';
import type { Sent } from './sent.ts';
import { pageWords } from './words.ts';

/** So many pages of a priority go out one by one in a run through a notifier that keeps no alerts. */
const MOST_ONE_BY_ONE = 10;

/**
 * Sends pages, but of a wide outage one page for all that are more than anybody reads one by one: that there are more, and where. A
 * service that keeps alerts gets each, since it must hear the end of each. Priorities are counted apart, so that a few that are urgent
 * are never lost among many that are not.
 */
export function createCrowd(
  send: (notifier: Notifier, page: Page) => Promise<Sent>,
): (notifier: Notifier, page: Page) => Promise<Sent> {
  const counts = new Map<string, number>();
  const crowds = new Map<string, Promise<Sent>>();
  return async (notifier, page) => {
    const { action, priority } = page;
    if ((action !== 'trigger' && action !== 'resolve') || notifierKind(notifier).keepsAlerts)
      return send(notifier, page);
    const key = `${notifier.name} ${priority} ${action}`;
    const count = counts.get(key) ?? 0;
    if (count < MOST_ONE_BY_ONE) {
      counts.set(key, count + 1);
      return send(notifier, page);
    }
    const sending = crowds.get(key) ?? send(notifier, crowdPage(page, action));
    crowds.set(key, sending);
    const sent = await sending;
    // What did not arrive is tried again with the next.
    if (!sent.ok) crowds.delete(key);
    return sent.ok ? { ok: true, together: true } : sent;
  };
}

/** What says that there are more, in the place of a page of one of them. */
function crowdPage(page: Page, action: 'trigger' | 'resolve'): Page {
  const { repository, url, at, language } = page;
  return {
    ...page,
    ...pageWords(language).crowd[action],
    key: repository,
    step: `many:${at}`,
    number: null,
    details: [],
    until: null,
    url: url === null ? null : url.replace(/\/\d+$/, '?q=is%3Aissue+is%3Aopen+sort%3Aupdated-desc'),
    runbook: null,
  };
}
