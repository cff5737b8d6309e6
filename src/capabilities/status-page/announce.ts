import type { Instant } from '../../calendar/calendar.ts';
import { DAY } from '../../calendar/length.ts';
import { nameOfKey, readKey, writeKey } from '../../engine/keys.ts';
import type { PublicIncident, PublicStage, PublicUpdate } from '../../status-page/page.ts';
import type { Notifier, Page } from '../../notify/message.ts';
import { PRIORITIES } from '../../model/priority.ts';
import { capital } from '../../text/sentence.ts';
import { instant } from '../../text/time.ts';
import { pageWords } from '../../notify/words.ts';
import { pageKey } from '../notification/page.ts';
import type { Situation } from '../situation.ts';
import { placeOf } from './place.ts';
import type { StatusPagePolicy } from './policy.ts';
import { publicIncident } from './project.ts';
import { statusPageWords } from './words.ts';
import type { Told } from './told.ts';

/** Something that customers are told through one notifier, and the key under which the card keeps that it went out. */
export interface Announcement {
  readonly page: Page;
  readonly notifiers: readonly Notifier[];
  readonly key: string;
}

/**
 * What customers were told, or what was corrected, and the notifiers that are for them have not said yet: each in its order. After a day
 * it is no news any more.
 */
export function announcements(situation: Situation): readonly Announcement[] {
  const { policy, incident, now } = situation;
  if (policy.publicNotifiers.length === 0) return [];
  const place = placeOf(situation);
  const shown = place.absence === null ? publicIncident(situation, situation.repository) : null;
  if (place.absence !== null || shown === null) return [];
  const notifiers = policy.publicNotifiers.filter((it) => it.for.includes(incident.priority.current));
  return notifiers.flatMap((notifier) => {
    const last = lastSent(incident.record.done, notifier.name);
    const due = place.told.flatMap((told, i) => {
      const at = saidAt(told, place.told, last);
      if (at === null || now - at >= DAY) return [];
      const key = writeKey({ kind: 'follow-up', action: 'announce', notifier: notifier.name, since: at });
      const page = pageOf(situation, place.page, { shown, update: shown.updates[i]! }, nameOfKey(key));
      return [{ page, notifiers: [{ ...notifier, for: PRIORITIES }], key }];
    });
    // One after the other: what does not go out holds up what came later, so that none is passed over.
    const end = due.findIndex(({ page }) => (situation.pages.get(pageKey(page))?.by ?? null) === null);
    return end < 0 ? due : due.slice(0, end + 1);
  });
}

/**
 * When it was said last, as far as the notifier has not said it; null if it has. What was corrected before it went out goes out once; of what
 * was said in one instant each comes a second after the other.
 */
function saidAt(told: Told, all: readonly Told[], last: Instant): Instant | null {
  const place = all.filter((it) => it.at === told.at).indexOf(told);
  const newest = (told.correctedAt ?? told.at) + place * 1_000;
  return newest > last ? newest : null;
}

function lastSent(done: Situation['incident']['record']['done'], notifier: string): Instant {
  const times = Object.keys(done).flatMap((key) => {
    const parts = readKey(key);
    return parts?.kind === 'follow-up' && parts.action === 'announce' && parts.notifier === notifier
      ? [parts.since]
      : [];
  });
  return Math.max(-Infinity, ...times);
}

/** What is sent: only what stands on the page, in its first language. */
function pageOf(
  { now }: Situation,
  page: StatusPagePolicy,
  { shown, update }: { readonly shown: PublicIncident; readonly update: PublicUpdate<PublicStage> },
  step: string,
): Page {
  const language = page.languages[0]!;
  const words = statusPageWords[language];
  const corrected = update.correctedAt === null ? '' : `${words.statusPage.corrected} `;
  const reader = { language, zone: page.zone, today: update.at };
  return {
    action: 'announce',
    key: `${page.url}#${shown.id}`,
    step,
    repository: page.title[language],
    number: null,
    priority: 'P3',
    title: `${capital(words.statusPageCard.stages[update.stage])} · ${shown.title[language]}`,
    details: [],
    until:
      shown.nextUpdateBy === null
        ? null
        : { label: words.statusPage.next, value: pageWords(language).until.by(instant(reader, shown.nextUpdateBy)) },
    summary: `${corrected}${update.text[language]}`,
    url: `${page.url}/incidents/${shown.id}.html`,
    runbook: null,
    at: now,
    language,
  };
}
