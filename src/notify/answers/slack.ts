import * as z from 'zod/mini';
import { reactionsOf } from '../services/slack-bot.ts';
import type { Answer, Hear } from './answer.ts';

/** What means "I have it", by Slack's names of ✅ and ✔️; of one with a tone of skin what stands before it. */
const YES = /^(?:white_check_mark|heavy_check_mark)(?:::|$)/;

const reactions = z.object({
  message: z.object({ reactions: z.optional(z.array(z.object({ name: z.string(), users: z.array(z.string()) }))) }),
});

/** Who has reacted to the messages of the bot. When, Slack does not say. */
export const hearSlack: Hear = async (open, { ask: get, secrets }) => {
  const answers: Answer[] = [];
  for (const { number, messages } of open) {
    for (const { at: page, ref } of messages) {
      const request = reactionsOf(secrets, ref);
      if (request === null) continue;
      const { message } = z.parse(reactions, await get(request));
      const users = (message.reactions ?? []).filter(({ name }) => YES.test(name)).flatMap((it) => it.users);
      for (const user of new Set(users)) answers.push({ number, accounts: [user], at: null, page });
    }
  }
  return { answers };
};
