import * as z from 'zod/mini';
import { readCode } from '../code.ts';
import { call, telegramSign } from '../services/telegram.ts';
import type { ServiceAnswer, Hear } from './answer.ts';

/*
 * Bot API: core.telegram.org/bots/api#getupdates. An update is told again until a later call asks for those behind it, and for 24 hours at
 * most. That somebody has pressed a button comes without a time.
 */

/** The most that one call gives. */
const MOST = 100;

const query = z.object({ id: z.string(), from: z.object({ id: z.number() }), data: z.optional(z.string()) });
const updates = z.object({
  result: z.array(z.object({ update_id: z.number(), callback_query: z.optional(query) })),
});

/** What buttons of the bot were pressed. */
export const hearTelegram: Hear = async (_, { ask: get, secrets, means, place }) => {
  const sign = telegramSign(secrets, means.sign);
  const updatesFrom = (body: object, ask = get): Promise<unknown> =>
    ask(call('getUpdates', secrets, { timeout: 0, allowed_updates: ['callback_query'], ...body }));
  const all = z.parse(updates, await updatesFrom({ limit: MOST })).result;
  const heard = all.map(({ update_id: id, callback_query: pressed }) => {
    const code = pressed?.data === undefined ? null : readCode(pressed.data, place, sign);
    const answer: ServiceAnswer | null =
      code && pressed ? { ...code, accounts: [String(pressed.from.id)], at: null } : null;
    return { id, pressed, answer };
  });
  return {
    answers: heard.flatMap(({ answer }) => answer ?? []),
    async forget(isDealtWith, { ask }) {
      const open = heard.findIndex(({ answer }) => answer !== null && !isDealtWith(answer));
      const done = open < 0 ? heard : heard.slice(0, open);
      const last = done.at(-1);
      if (!last) return;
      // Whoever pressed a button sees it wait until this is said; after a while Telegram wants to hear no more of it.
      for (const { pressed, answer } of done)
        if (pressed && answer)
          await ask(call('answerCallbackQuery', secrets, { callback_query_id: pressed.id })).catch(() => null);
      await updatesFrom({ offset: last.id + 1, limit: 1 }, ask);
    },
  };
};
