import type { Page } from '../../src/notify/message.ts';
import { routesFor } from '../../src/notify/kinds.ts';
import type { Attempted, Pager } from '../../src/notify/send.ts';

export const NOTIFIERS = `
notifiers:
  pager: { type: pagerduty, key: PAGERDUTY_KEY, for: [P0, P1] }
  chat: { type: slack, url: SLACK_WEBHOOK, for: [P0] }
`;

/** A page, with the first notifier that took it and all that did. */
type Taken = Page & { readonly by: string | null; readonly takers: readonly string[] };

/** A pager that keeps what it was given; a notifier that `isBroken` names refuses the page. */
export function recorder(isBroken: (page: Page, notifier: string) => boolean = () => false): {
  readonly pager: Pager;
  readonly pages: Taken[];
} {
  const pages: Taken[] = [];
  const pager: Pager = {
    send: () => Promise.resolve({ ok: true }),
    beat: () => Promise.resolve({ ok: true }),
    hear: () => Promise.resolve({ answers: [], trouble: null }),
    probe: ({ name }) => Promise.resolve({ ok: true, isAsked: true, text: name }),
    sendFirst: (notifiers, page) => {
      const tried: Attempted['tried'][number][] = [];
      const { line, copies } = routesFor(notifiers, page);
      const attempt = (name: string): boolean => {
        const ok = !isBroken(page, name);
        tried.push({ notifier: name, sent: ok ? { ok } : { ok: false, why: 'the connection was refused' } });
        return ok;
      };
      line.some(({ name }) => attempt(name));
      for (const { name } of copies) attempt(name);
      const takers = tried.flatMap(({ notifier, sent }) => (sent.ok ? [notifier] : []));
      const by = takers[0] ?? null;
      pages.push({ ...page, by, takers });
      return Promise.resolve({ by, tried });
    },
  };
  return { pager, pages };
}
