import { routesFor } from '../notify/kinds.ts';
import type { Notifier, Page } from '../notify/message.ts';
import type { Attempted, Pager } from '../notify/send.ts';
import type { Sent } from '../notify/sent.ts';

/** A page, and what became of it at each notifier that was tried. */
export interface Received {
  readonly page: Page;
  readonly attempted: Attempted;
}

const TAKEN: Sent = { ok: true };

/**
 * In the place of the services that wake people: nothing leaves the process. Every page is taken by the notifier whose turn it is,
 * and by those that get a copy, unless `refusal` says why one does not; `onPage` is told of each.
 */
export function receiver(
  onPage: (received: Received) => void = () => undefined,
  refusal: (notifier: Notifier) => string | null = () => null,
): Pager {
  const send = (notifier: Notifier): Sent => {
    const why = refusal(notifier);
    return why === null ? TAKEN : { ok: false, why };
  };
  return {
    send: (notifier) => Promise.resolve(send(notifier)),
    beat: () => Promise.resolve(TAKEN),
    hear: () => Promise.resolve({ answers: [], trouble: null }),
    probe: (notifier) => {
      const why = refusal(notifier);
      return Promise.resolve({ ok: why === null, isAsked: true, text: why ?? notifier.type });
    },
    sendFirst: (notifiers, page) => {
      const { line, copies } = routesFor(notifiers, page);
      const taker = line.findIndex((notifier) => send(notifier).ok);
      const asked = [...(taker < 0 ? line : line.slice(0, taker + 1)), ...copies];
      const tried = asked.map((notifier) => ({ notifier: notifier.name, sent: send(notifier) }));
      const attempted = { by: tried.find(({ sent }) => sent.ok)?.notifier ?? null, tried };
      onPage({ page, attempted });
      return Promise.resolve(attempted);
    },
  };
}
