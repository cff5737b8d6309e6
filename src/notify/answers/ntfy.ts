import * as z from 'zod/mini';
import { HOUR } from '../../calendar/length.ts';
import { readCode } from '../code.ts';
import { askService } from '../request.ts';
import { answerTopic, ntfySign } from '../services/ntfy.ts';
import type { Hear } from './answer.ts';

/* Polling: docs.ntfy.sh/subscribe/api. A server keeps messages for 12 hours unless told otherwise. */

const message = z.object({ event: z.literal('message'), time: z.number(), message: z.string() });

/** What buttons have published to the topic of answers. Who has pressed one, ntfy does not know: whose topic it is, `people` says. */
export const hearNtfy: Hear = async (open, { ask: get, secrets, means, place }) => {
  const topic = answerTopic(secrets);
  if (!topic || open.length === 0) return { answers: [] };
  // A clock of the server may be behind; what a button says tells which page it was.
  const since = Math.floor((Math.min(...open.map((it) => it.from)) - HOUR) / 1000);
  const headers: Record<string, string> = topic.header === null ? {} : { Authorization: topic.header };
  const lines = await get(askService(`${topic.root}${topic.topic}/json?poll=1&since=${since}`, headers));
  const sign = ntfySign(secrets, means.sign);
  return {
    answers: [lines].flat().flatMap((line) => {
      const read = z.safeParse(message, line);
      const pressed = read.success ? readCode(read.data.message, place, sign) : null;
      return read.success && pressed ? [{ ...pressed, accounts: [], at: read.data.time * 1000 }] : [];
    }),
  };
};
