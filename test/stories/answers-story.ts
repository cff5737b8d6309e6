import type { Stage } from '../../src/rehearsal/stage.ts';
import { createServices, type Services } from '../support/services/services.ts';
import { card, MINUTE, PEOPLE, POLICY, stageOf } from '../support/stage.ts';
import { workshopOf, type Workshop } from '../support/actions/workshop.ts';
import type { Outside } from '../../src/notify/attempt.ts';

/* People acknowledge in the pager, which is asked for it. */

/** The four notifiers at which people can answer. */
export const NOTIFIERS = {
  pagerduty: 'pager: { type: pagerduty, key: PAGERDUTY_KEY, answers: PAGERDUTY_API_KEY }',
  ntfy: 'pager: { type: ntfy, url: NTFY_URL, token: NTFY_TOKEN, answers: NTFY_ANSWERS }',
  telegram: 'pager: { type: telegram, token: TELEGRAM_TOKEN, chat: TELEGRAM_CHAT, answers: true }',
  slack: 'pager: { type: slack-bot, token: SLACK_TOKEN, channel: SLACK_CHANNEL, answers: true }',
} as const;

export type Where = keyof typeof NOTIFIERS;

/** Who is who; nora may read and no more, and eve is nobody. */
const WHO = `
people:
  alice: { pagerduty: alice@example.com, slack: UALICE1, telegram: 111, ntfy: pager }
  nora: { pagerduty: PNORA01, slack: UNORA01, telegram: 333 }
`;

/** The same, but that whose topic it is nobody says. */
const NOT_NTFY = WHO.replace(', ntfy: pager', '');

export function policyOf(where: Where, more = '', who = where === 'ntfy' ? WHO : NOT_NTFY): string {
  return `${POLICY}notifiers:\n  ${NOTIFIERS[where]}\n${who}${more}`;
}

/** How each of them is told apart there. */
const ACCOUNTS = {
  alice: { pagerduty: 'PALICE1', slack: 'UALICE1', telegram: 111 },
  nora: { pagerduty: 'PNORA01', slack: 'UNORA01', telegram: 333 },
  eve: { pagerduty: 'PEVE001', slack: 'UEVE001', telegram: 666 },
} as const;

/** Somebody acknowledges the page that came last, in the way of the service. */
export function acknowledge(services: Services, where: Where, person: keyof typeof ACCOUNTS): void {
  const { pagerduty, slack, telegram } = ACCOUNTS[person];
  if (where === 'pagerduty') services.pagerduty.act(pagerduty, 'acknowledge');
  if (where === 'ntfy') services.ntfy.press('swordfish');
  if (where === 'telegram') services.telegram.press(telegram);
  if (where === 'slack') services.slack.react(slack);
}

/** A stage whose pages reach the services, with a P0 that alice opened and whose first page is out. */
export async function paged(
  where: Where,
  { policy = policyOf(where), env }: { readonly policy?: string; readonly env?: Outside['env'] } = {},
): Promise<{ readonly stage: Stage; readonly services: Services }> {
  const holder: { stage?: Stage } = {};
  const services = createServices({ now: () => holder.stage?.hub.clock.now() ?? 0 }, env);
  const stage = await stageOf({ policy, pager: services.pager });
  holder.stage = stage;
  stage.hub.as('bob').openIssue({ title: 'Checkout is down', labels: ['incident', 'P0'] });
  await stage.sweep();
  stage.hub.clock.advance(2 * MINUTE);
  return { stage, services };
}

/** A repository whose workflow runs, with pages that reach the services, and a P0 at the first minute. */
export async function watched(
  where: Where,
  policy = policyOf(where),
): Promise<{ readonly shop: Workshop; readonly services: Services }> {
  const holder: { shop?: Workshop } = {};
  const services = createServices({ now: () => holder.shop?.hub.clock.now() ?? 0 });
  const shop = await workshopOf({ policy, pager: services.pager });
  holder.shop = shop;
  shop.act(MINUTE, () => void shop.hub.as('bob').openIssue({ title: 'Checkout is down', labels: ['incident', 'P0'] }));
  return { shop, services };
}

/** Whether somebody has acknowledged, as the card says. */
export const isAcknowledged = ({ hub }: Stage, number = 1): boolean =>
  card(hub.issue(number)).includes('**Acknowledged**');

export { PEOPLE };
