import type { Clock } from './service.ts';
import { reply, seconds, type Reply, type Request, type Service } from './service.ts';

/* docs.ntfy.sh/publish and docs.ntfy.sh/subscribe/api. A topic named here is read with its token only; anybody may write to any. */

interface Message {
  readonly id: string;
  readonly time: number;
  readonly event: 'message';
  readonly topic: string;
  readonly title?: string;
  readonly message: string;
  readonly actions?: readonly Action[];
}
interface Action {
  readonly action: string;
  readonly url: string;
  readonly method?: string;
  readonly body?: string;
}

export interface Ntfy {
  readonly service: Service;
  readonly messages: Message[];
  /** Somebody writes to a topic. */
  publish(topic: string, message: string): void;
  /** What the button of a topic's message would send: of the last one, unless it is told which. */
  button(topic: string, at?: number): Action;
  /** Somebody presses it. */
  press(topic: string, at?: number): void;
}

export function createNtfy(clock: Clock, origin: string, tokens: Readonly<Record<string, string>>): Ntfy {
  const messages: Message[] = [];
  let count = 0;
  const add = (given: Omit<Message, 'id' | 'time' | 'event'>): Message => {
    const message = { id: `m${++count}`, time: seconds(clock), event: 'message' as const, ...given };
    messages.push(message);
    return message;
  };
  function answer({ method, url, headers, body }: Request): Reply {
    const [, topic = '', json] = url.pathname.split('/');
    const token = tokens[topic];
    if (method === 'GET' && json === 'json') {
      if (token !== undefined && headers.Authorization !== `Bearer ${token}`)
        return reply(403, { code: 40301, http: 403, error: 'forbidden' });
      if (url.searchParams.get('poll') !== '1') return reply(500, 'would never end');
      const since = Number(url.searchParams.get('since'));
      const lines = messages.filter((it) => it.topic === topic && it.time >= since).map((it) => JSON.stringify(it));
      return reply(200, lines.map((line) => `${line}\n`).join(''));
    }
    if (method !== 'POST') return reply(404, { code: 40401, http: 404, error: 'page not found' });
    if (topic === '') {
      const { topic: name, ...rest } = JSON.parse(body) as Omit<Message, 'id' | 'time' | 'event'>;
      return reply(200, add({ ...rest, topic: name }));
    }
    return reply(200, add({ topic, message: body }));
  }
  const ntfy: Ntfy = {
    service: { origin, answer },
    messages,
    publish: (topic, message) => void add({ topic, message }),
    button(topic, at = -1) {
      const action = messages
        .filter((it) => it.topic === topic)
        .at(at)
        ?.actions?.find((it) => it.action === 'http');
      if (!action) throw new Error(`no button in ${topic}`);
      return action;
    },
    press(topic, at) {
      const { url, method = 'POST', body = '' } = ntfy.button(topic, at);
      answer({ method, url: new URL(url), headers: {}, body });
    },
  };
  return ntfy;
}
