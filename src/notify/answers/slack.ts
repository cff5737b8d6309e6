import * as z from 'zod/mini';
import { reactionsOf } from '../services/slack-bot.ts';
import { Deaf, type ServiceAnswer, type Hear } from './answer.ts';
import { askedInTurn } from './turn.ts';

/** What means "I have it", by Slack's names of ✅ and ✔️; of one with a tone of skin what stands before it. */
const YES = /^(?:white_check_mark|heavy_check_mark)(?:::|$)/;

/** So many messages are looked at in turn: Slack lets a bot ask about 50 times a minute, and a watch asks three times in one. */
const MOST_MESSAGES = 12;

const GONE = /"error"\s*:\s*"message_not_found"/;

const reactions = z.object({
  message: z.object({ reactions: z.optional(z.array(z.object({ name: z.string(), users: z.array(z.string()) }))) }),
});

/** Who has reacted to the messages of the bot. When, Slack does not say. */
export const hearSlack: Hear = async (open, { ask: get, secrets, now }) => {
  const answers: ServiceAnswer[] = [];
  let deaf: unknown = null;
  const all = open.flatMap(({ number, messages }) => messages.map((it) => ({ number, ...it })));
  const some = askedInTurn(
    all.sort((a, b) => b.at - a.at),
    MOST_MESSAGES,
    now,
  );
  for (const { number, at: page, ref } of some) {
    const request = reactionsOf(secrets, ref);
    if (request === null) continue;
    try {
      const { message } = z.parse(reactions, await get(request));
      const users = (message.reactions ?? []).filter(({ name }) => YES.test(name)).flatMap((it) => it.users);
      for (const user of new Set(users)) answers.push({ number, accounts: [user], at: null, page });
    } catch (thrown) {
      // Somebody has deleted it, and nobody can answer it any more.
      if (thrown instanceof Deaf && thrown.fault.what === 'foreign' && GONE.test(thrown.fault.text)) continue;
      deaf = thrown;
      if (!(thrown instanceof Deaf) || thrown.fault.what !== 'foreign') break;
    }
  }
  return { answers, deaf, left: all.length - some.length };
};
