import type { Clock } from './service.ts';
import { reply, seconds, type Reply, type Request, type Service } from './service.ts';

/* docs.slack.dev/reference/methods, of one bot in one channel. It refuses with status 200. */

interface Message {
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly object[];
  readonly reactions: { readonly name: string; readonly users: string[]; count: number }[];
}

export interface Slack {
  readonly service: Service;
  readonly messages: readonly Message[];
  /** Somebody reacts to a message: the last one, unless it is told which. */
  react(user: string, name?: string, at?: number): void;
}

export function createSlack(clock: Clock, token: string, channel: string): Slack {
  const messages: Message[] = [];
  const no = (error: string): Reply => reply(200, { ok: false, error });

  function answer({ method, url, headers, body }: Request): Reply {
    if (headers.Authorization !== `Bearer ${token}`) return no('invalid_auth');
    if (method === 'POST' && url.pathname === '/api/chat.postMessage') {
      const given = JSON.parse(body) as Message & { readonly channel: string };
      if (given.channel !== channel) return no('channel_not_found');
      const ts = `${seconds(clock)}.${String(messages.length).padStart(6, '0')}`;
      messages.push({ ...given, ts, reactions: [] });
      return reply(200, { ok: true, channel, ts, message: { type: 'message', text: given.text, ts } });
    }
    if (method === 'GET' && url.pathname === '/api/reactions.get') {
      const query = url.searchParams;
      const message = messages.find((it) => it.ts === query.get('timestamp'));
      if (query.get('channel') !== channel || !message) return no('message_not_found');
      // Without `full` it need not name everybody.
      const isFull = query.get('full') === 'true';
      const reactions = message.reactions.map((it) => ({ ...it, users: isFull ? it.users : it.users.slice(0, 1) }));
      const { ts, text } = message;
      return reply(200, {
        ok: true,
        type: 'message',
        channel,
        message: { type: 'message', ts, text, ...(reactions.length > 0 && { reactions }) },
      });
    }
    return no('unknown_method');
  }
  return {
    service: { origin: 'https://slack.com', answer },
    messages,
    react(user, name = 'white_check_mark', at = -1) {
      const message = messages.at(at);
      if (!message) throw new Error('no message');
      const known = message.reactions.find((it) => it.name === name);
      if (known) {
        known.users.push(user);
        known.count += 1;
      } else message.reactions.push({ name, users: [user], count: 1 });
    },
  };
}
