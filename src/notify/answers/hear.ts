import type { Instant } from '../../calendar/calendar.ts';
import type { Outside } from '../attempt.ts';
import { meansOf, notifierKind } from '../kinds.ts';
import type { HttpRequest, Notifier, Page } from '../message.ts';
import { hiddenIn, readSecrets, secretWhyOf } from '../secrets.ts';
import { pageWords } from '../words.ts';
import { Deaf, type ServiceAnswer, type Hear, type OpenPage } from './answer.ts';
import { askOf, isLasting } from './ask.ts';
import { hearNtfy } from './ntfy.ts';
import { hearPagerDuty } from './pagerduty.ts';
import { hearSlack } from './slack.ts';
import { hearTelegram } from './telegram.ts';

/** How answers are heard, by the type of the notifier. To add one, add a file and a line, and `answers` to its kind. */
export const HEARERS: Readonly<Record<string, Hear>> = {
  pagerduty: hearPagerDuty,
  ntfy: hearNtfy,
  telegram: hearTelegram,
  'slack-bot': hearSlack,
};

/** What was heard. */
export interface Heard {
  readonly answers: readonly ServiceAnswer[];
  /** Why not all was: plain, the end of a sentence, without any secret; and whether that lasts until somebody mends it. */
  readonly trouble: { readonly why: string; readonly isLasting: boolean } | null;
  /** See `Answers`. */
  readonly forget?: ((isDealtWith: (answer: ServiceAnswer) => boolean) => Promise<void>) | undefined;
}

/** Where and when is heard. */
export interface Hearing {
  /** `owner/name`. */
  readonly place: string;
  readonly now: Instant;
  readonly language: Page['language'];
}

/** However many questions it takes: who is to be paged does not wait longer for what others have answered. In milliseconds. */
const LONGEST_MS = 20_000;

/** Asks a notifier's service who has answered. Does not throw, and wakes nobody. */
export async function hearFrom(
  outside: Outside,
  notifier: Notifier,
  open: readonly OpenPage[],
  { place, now, language }: Hearing,
): Promise<Heard> {
  const { env, sign, timeout } = outside;
  const kind = notifierKind(notifier);
  const { why: words } = pageWords(language);
  const nothing = (why: string): Heard => ({ answers: [], trouble: { why, isLasting: true } });
  const read = readSecrets(notifier, kind, env, language);
  if ('why' in read) return nothing(read.why);
  const { secrets } = read;
  const name = notifier.secrets.answers;
  if (name !== undefined && secrets.answers === undefined) {
    const isMissing = (env[name] ?? '').trim() === '';
    return nothing(isMissing ? words.missing(name) : words.unfit(name, kind.secrets.answers?.holds[language] ?? ''));
  }
  const troubleOf = (thrown: unknown): Heard['trouble'] => {
    if (!(thrown instanceof Deaf)) return { why: words.strange(kind.title), isLasting: false };
    const { fault, parcel } = thrown;
    const hidden = hiddenIn(parcel, secrets);
    const why = secretWhyOf({ ok: false, fault, attempts: 1 }, { kind, language, hidden, timeout });
    return { why, isLasting: isLasting(fault) };
  };
  const ear = () => {
    const end = AbortSignal.timeout(LONGEST_MS);
    const ask = (request: HttpRequest): Promise<unknown> => askOf(outside, request, end);
    return { ask, secrets, means: meansOf(notifier, sign), place, now };
  };
  try {
    const { answers, deaf = null, left = 0, forget } = await HEARERS[notifier.type]!(open, ear());
    // The button of a page from before a level of support handed it on is still there to be pressed.
    const isOpen = ({ number, page }: ServiceAnswer): boolean =>
      open.some((it) => it.number === number && page >= it.from);
    return {
      answers: answers.filter(isOpen),
      trouble: deaf !== null ? troubleOf(deaf) : left > 0 ? { why: words.unasked(left), isLasting: false } : null,
      // It may be long after the hearing.
      forget: forget && ((isDealtWith) => forget(isDealtWith, ear())),
    };
  } catch (thrown) {
    return { answers: [], trouble: troubleOf(thrown) };
  }
}
