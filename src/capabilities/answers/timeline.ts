import type { Instant } from '../../calendar/calendar.ts';
import { readKey, writeKey, type Key } from '../../engine/keys.ts';
import type { IncidentRecord } from '../../engine/record.ts';

/** Somebody has answered a page in a pager. */
export interface PagerAnswer {
  readonly kind: 'answered';
  readonly at: Instant;
  /** The login; null of somebody whom the policy's `people` does not name. */
  readonly by: string | null;
  /** The name of the notifier. */
  readonly notifier: string;
  /** Under which it is on record. */
  readonly key: Key;
}

/** An answer that a run has heard: when it was given, or first heard where the pager does not say; `page` is when its page went out. */
export interface HeardAnswer extends Pick<PagerAnswer, 'at' | 'by' | 'notifier'> {
  readonly page: Instant;
}

/**
 * What pagers have told, as events: what is on record, and what the run has heard just now and is not. Of what one person answers to one
 * page the first counts: where the pager does not say when that was, it would be another instant each time.
 */
export function answerEvents(done: IncidentRecord['done'], heard: readonly HeardAnswer[]): readonly PagerAnswer[] {
  const events: PagerAnswer[] = Object.keys(done).flatMap((text) => {
    const parts = readKey(text);
    if (parts?.kind !== 'answer') return [];
    const { by, notifier, since: at } = parts;
    return [{ kind: 'answered', at, by, notifier, key: writeKey(parts) }];
  });
  for (const { by, notifier, at, page } of heard) {
    const isSame = (other: PagerAnswer): boolean => other.by?.toLowerCase() === by?.toLowerCase();
    if (events.some((it) => isSame(it) && it.notifier === notifier && it.at >= page)) continue;
    events.push({ kind: 'answered', at, by, notifier, key: writeKey({ kind: 'answer', notifier, by, since: at }) });
  }
  return events;
}
