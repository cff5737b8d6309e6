import { reply, type Reply, type Request, type Service } from './service.ts';

/* core.telegram.org/bots/api, of one bot. */

interface Sent {
  readonly message_id: number;
  readonly text: string;
  readonly reply_markup?: { readonly inline_keyboard: readonly (readonly { readonly callback_data: string }[])[] };
}
interface Update {
  readonly update_id: number;
  readonly callback_query: { readonly id: string; readonly from: { readonly id: number }; readonly data: string };
}

export interface Telegram {
  readonly service: Service;
  readonly sent: readonly Sent[];
  /** The updates that nobody has confirmed. */
  readonly updates: readonly Update[];
  /** The buttons whose press was answered, by the ids of their queries. */
  readonly answered: readonly string[];
  /** How often it says that somebody else is asking. */
  conflicts: number;
  /** Somebody's app sends what a button holds, or whatever else it likes: of the last message, unless it is told what. */
  press(user: number, data?: string): void;
}

export function createTelegram(token: string): Telegram {
  const sent: Sent[] = [];
  const answered: string[] = [];
  let updates: Update[] = [];
  let count = 0;
  const no = (status: number, description: string): Reply =>
    reply(status, { ok: false, error_code: status, description });

  function answer({ method, url, body }: Request): Reply {
    const [, bot, name = ''] = url.pathname.split('/');
    if (bot !== `bot${token}`) return no(401, 'Unauthorized');
    if (method !== 'POST') return no(404, 'Not Found');
    const given = JSON.parse(body) as Readonly<Record<string, unknown>>;
    switch (name) {
      case 'sendMessage': {
        const message = { ...given, message_id: ++count } as unknown as Sent;
        sent.push(message);
        return reply(200, { ok: true, result: { message_id: message.message_id, date: 0 } });
      }
      case 'getUpdates': {
        if (telegram.conflicts > 0) {
          telegram.conflicts -= 1;
          return no(409, 'Conflict: terminated by other getUpdates request');
        }
        const { offset, limit = 100 } = given as { readonly offset?: number; readonly limit?: number };
        if (offset !== undefined) updates = updates.filter((it) => it.update_id >= offset);
        return reply(200, { ok: true, result: updates.slice(0, limit) });
      }
      case 'answerCallbackQuery':
        answered.push(String(given.callback_query_id));
        return reply(200, { ok: true, result: true });
      default:
        return no(404, 'Not Found');
    }
  }
  const telegram: Telegram = {
    service: { origin: 'https://api.telegram.org', answer },
    sent,
    get updates() {
      return updates;
    },
    answered,
    conflicts: 0,
    press(user, data = sent.at(-1)?.reply_markup?.inline_keyboard[0]?.[0]?.callback_data) {
      if (data === undefined) throw new Error('no button in the last message');
      count += 1;
      updates = [
        ...updates,
        { update_id: 1_000 + count, callback_query: { id: `q${count}`, from: { id: user }, data } },
      ];
    },
  };
  return telegram;
}
