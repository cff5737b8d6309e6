import * as z from 'zod/mini';
import { reactionsOf } from '../services/slack-bot.ts';
import type { Answer, Hear } from './answer.ts';

/** What means "I have it", by Slack's names of ✅ and ✔️; of one with a tone of skin what stands before it. */
const YES = /^(?:white_check_mark|heavy_check_mark)(?:::|$)/;

/** So many messages are looked at, the last ones: Slack lets a bot ask about 50 times a minute, and a watch asks three times in one. */
const MOST_MESSAGES = 15;

const reactions = z.object({
  message: z.object({ reactions: z.optional(z.array(z.object({ name: z.string(), users: z.array(z.string()) }))) }),
});

/** Who has reacted to the messages of the bot. When, Slack does not say. */
export const hearSlack: Hear = async (open, { ask: get, secrets }) => {
  const answers: Answer[] = [];
  const all = open.flatMap(({ number, messages }) => messages.map((it) => ({ number, ...it })));
  for (const { number, at: page, ref } of all.sort((a, b) => b.at - a.at).slice(0, MOST_MESSAGES)) {
    const request = reactionsOf(secrets, ref);
    if (request === null) continue;
    const { message } = z.parse(reactions, await get(request));
    const users = (message.reactions ?? []).filter(({ name }) => YES.test(name)).flatMap((it) => it.users);
    for (const user of new Set(users)) answers.push({ number, accounts: [user], at: null, page });
  }
  return { answers };
};
