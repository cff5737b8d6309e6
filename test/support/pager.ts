import type { Page } from '../../src/notify/message.ts';
import { notifiersFor } from '../../src/notify/kinds.ts';
import type { Attempted, Pager } from '../../src/notify/send.ts';

export const NOTIFIERS = `
notifiers:
  pager: { type: pagerduty, key: PAGERDUTY_KEY, for: [P0, P1] }
  chat: { type: slack, url: SLACK_WEBHOOK, for: [P0] }
`;

/** A pager that keeps what it was given; a notifier that `isBroken` names refuses the page. */
export function recorder(isBroken: (page: Page, notifier: string) => boolean = () => false): {
  readonly pager: Pager;
  readonly pages: (Page & { readonly by: string | null })[];
} {
  const pages: (Page & { readonly by: string | null })[] = [];
  const pager: Pager = {
    send: () => Promise.resolve({ ok: true }),
    beat: () => Promise.resolve({ ok: true }),
    sendFirst: (notifiers, page) => {
      const tried: Attempted['tried'][number][] = [];
      let by: string | null = null;
      for (const { name } of notifiersFor(notifiers, page)) {
        const ok = !isBroken(page, name);
        tried.push({ notifier: name, sent: ok ? { ok } : { ok: false, why: 'the connection was refused' } });
        if (!ok) continue;
        by = name;
        break;
      }
      pages.push({ ...page, by });
      return Promise.resolve({ by, tried });
    },
  };
  return { pager, pages };
}
