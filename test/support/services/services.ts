import { createHmac } from 'node:crypto';
import type { Outside } from '../../../src/notify/attempt.ts';
import { createPager, type Pager } from '../../../src/notify/send.ts';
import type { Clock } from './service.ts';
import { SECRETS } from '../../notify/samples.ts';
import { createNtfy, type Ntfy } from './ntfy.ts';
import { createPagerDuty, type PagerDuty } from './pagerduty.ts';
import type { Service } from './service.ts';
import { createSlack, type Slack } from './slack.ts';
import { createTelegram, type Telegram } from './telegram.ts';

/** The services at which people answer pages, in memory, and the pager of a run that reaches them and nothing else. */
export interface Services {
  readonly pager: Pager;
  readonly pagerduty: PagerDuty;
  readonly ntfy: Ntfy;
  readonly telegram: Telegram;
  readonly slack: Slack;
  /** The hosts and paths of all requests, oldest first. */
  readonly requests: readonly string[];
}

export function createServices(clock: Clock, env: Outside['env'] = SECRETS): Services {
  const pagerduty = createPagerDuty(
    clock,
    { events: SECRETS.PAGERDUTY_KEY, rest: SECRETS.PAGERDUTY_API_KEY },
    {
      PALICE1: 'alice@example.com',
      PBOB001: 'bob@example.com',
      PNORA01: 'nora@example.com',
      PEVE001: 'eve@example.com',
    },
  );
  const ntfy = createNtfy(clock, 'https://ntfy.example.com', {
    swordfish: SECRETS.NTFY_TOKEN,
    'answers-of-swordfish': SECRETS.NTFY_TOKEN,
  });
  const telegram = createTelegram(SECRETS.TELEGRAM_TOKEN);
  const slack = createSlack(clock, SECRETS.SLACK_TOKEN, SECRETS.SLACK_CHANNEL);
  const services: readonly Service[] = [
    pagerduty.events,
    pagerduty.rest,
    ntfy.service,
    telegram.service,
    slack.service,
  ];
  const requests: string[] = [];
  const fetch: Outside['fetch'] = (address, { method, headers, body = '' }) => {
    const url = new URL(address);
    requests.push(`${url.host}${url.pathname}`);
    const service = services.find(({ origin }) => origin === url.origin);
    if (!service) return Promise.reject(Object.assign(new Error(), { cause: { code: 'ENOTFOUND' } }));
    const { status, body: said } = service.answer({ method, url, headers, body });
    return Promise.resolve(new Response(typeof said === 'string' ? said : JSON.stringify(said), { status }));
  };
  const pager = createPager({
    fetch,
    mail: () => Promise.reject(new Error('no mail here')),
    sleep: () => Promise.resolve(),
    env,
    sign: (secret, text) => createHmac('sha256', secret).update(text).digest('hex'),
  });
  return { pager, pagerduty, ntfy, telegram, slack, requests };
}
