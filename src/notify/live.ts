import { createHmac } from 'node:crypto';
import { createPager, type Outside, type Pager } from './send.ts';

/** HMAC-SHA256 in lower-case hex digits. */
function sign(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

/** A pager of this process: its network, its timers. */
export function livePager(env: Outside['env']): Pager {
  const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  return createPager({ fetch: (url, init) => fetch(url, init), sleep, env, sign });
}
