import { deliver, type Outside } from './attempt.ts';
import { meansOf, notifierKind } from './kinds.ts';
import type { Notifier, Page } from './message.ts';
import { hiddenIn, readSecrets, secretWhyOf } from './secrets.ts';
import { pageWords } from './words.ts';

/** What a handshake with a notifier showed. */
export interface Probed {
  /** Whether nothing is wrong as far as is known. */
  readonly ok: boolean;
  /** Whether the service was asked; false where it has nothing that wakes nobody, or was not reached for lack of a secret. */
  readonly isAsked: boolean;
  /** A sentence for people, in Markdown, without any secret. */
  readonly text: string;
}

/** Asks a notifier's service, without waking anybody, whether a page would arrive. Does not throw. */
export async function probeWith(outside: Outside, notifier: Notifier, language: Page['language']): Promise<Probed> {
  const { env, sign, timeout } = outside;
  const { probe: words, why } = pageWords(language);
  const kind = notifierKind(notifier);
  try {
    const read = readSecrets(notifier, kind, env, language);
    if ('why' in read) return { ok: false, isAsked: false, text: words.failed(read.why) };
    if (!kind.probe) return { ok: true, isAsked: false, text: words.none(kind.title, notifier.name) };
    const parcel = kind.probe.requestOf(read.secrets, meansOf(notifier, sign));
    const delivered = await deliver(outside, parcel, kind.probe.isAccepted);
    if (delivered.ok) return { ok: true, isAsked: true, text: kind.probe.proves[language] };
    const hidden = hiddenIn(parcel, read.secrets);
    return {
      ok: false,
      isAsked: true,
      text: words.failed(secretWhyOf(delivered, { kind, language, hidden, timeout })),
    };
  } catch {
    return { ok: false, isAsked: false, text: words.failed(why.failed) };
  }
}
