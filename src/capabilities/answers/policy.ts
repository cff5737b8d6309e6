import * as z from 'zod/mini';
import type { Notifier } from '../../notify/message.ts';
import { hinted, map, named, not, text } from '../../policy/expect.ts';
import { key, taking } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { login, reference } from '../../policy/values.ts';
import { notAmong, quote } from '../../policy/wording.ts';
import { notifiersSection } from '../notification/policy.ts';

/** What each type of notifier calls its people by, under `people`. */
const SERVICES: Readonly<Record<string, keyof PersonFile>> = {
  pagerduty: 'pagerduty',
  'slack-bot': 'slack',
  telegram: 'telegram',
  ntfy: 'ntfy',
};

interface PersonFile {
  readonly pagerduty?: string | undefined;
  readonly slack?: string | undefined;
  readonly telegram?: string | number | undefined;
  readonly ntfy?: string | undefined;
}

const wrongId = not('the number of a Telegram account', 'e.g. 123456789');
const isId = (value: unknown): boolean => /^\d{1,16}$/.test(String(value));
const telegramId = taking(
  'number',
  hinted(
    z
      .union([z.number(), z.string()], { error: wrongId })
      .check(z.refine(isId, { error: wrongId })) as unknown as z.ZodMiniType<string | number>,
    { type: ['integer', 'string'] },
  ),
);
const pagerdutyUser = taking(
  'id or email address of a user',
  text('a user of PagerDuty', 'e.g. PXPGF42 or alice@example.com', (value) =>
    /^(?:[A-Z0-9]{5,20}|[^\s@]+@[^\s@]+)$/.test(value)
      ? undefined
      : `${quote(value)} is not a user of PagerDuty; expected e.g. PXPGF42 or alice@example.com`,
  ),
);
const slackMember = taking(
  'member id',
  text('a member of Slack', 'e.g. U0123ABCD', (value) =>
    /^[UW][A-Z0-9]{5,20}$/.test(value)
      ? undefined
      : `${quote(value)} is not the id of a member of Slack; expected e.g. U0123ABCD, from the profile, Copy member ID`,
  ),
);

/** Who is who in pagers. */
interface People {
  /** Who a person is that answers at a notifier, by the names under which its service knows them; null if nobody says. */
  readonly personAt: (notifier: Pick<Notifier, 'name' | 'type'>, accounts: readonly string[]) => string | null;
}

export const peopleSection = section({
  key: 'people',
  schema: key(
    named(
      'people by login',
      '{ alice: { pagerduty: PXPGF42 } }',
      login,
      map('a person', {
        pagerduty: key(pagerdutyUser, { meaning: 'Who they are in PagerDuty.' }),
        slack: key(slackMember, { meaning: 'Who they are in Slack.' }),
        telegram: key(telegramId, { meaning: 'Who they are in Telegram.' }),
        ntfy: key(reference('a notifier'), {
          meaning: 'The notifier whose topic only they read: ntfy does not say who has answered.',
        }),
      }),
    ),
    {
      takes: 'map of logins to [these keys](#people)',
      meaning: 'Who is who in the pagers that are [asked for answers](notifiers.md#answers).',
    },
  ),
  needs: [notifiersSection],
  resolve: ({ file = {} }, { report }, { notifiers }): { readonly people: People } => {
    const logins = new Map<string, string>();
    for (const [person, accounts] of Object.entries(file)) {
      for (const [service, value] of Object.entries(accounts)) {
        const account = String(value);
        const at = `${service} ${account.toLowerCase()}`;
        const path = ['people', person, service];
        if (service === 'ntfy') {
          const topics = notifiers.filter(({ type }) => type === 'ntfy').map(({ name }) => name);
          if (!topics.includes(account))
            report(path, notAmong(account, 'a notifier of type ntfy', topics, 'no notifier is of type ntfy'));
        }
        const other = logins.get(at);
        if (other !== undefined) report(path, `${quote(account)} is ${other} already; expected one person for each`);
        logins.set(at, person);
      }
    }
    return {
      people: {
        personAt({ name, type }, accounts) {
          const names = type === 'ntfy' ? [name] : accounts;
          const found = names.flatMap((it) => logins.get(`${SERVICES[type] ?? ''} ${it.toLowerCase()}`) ?? []);
          return found[0] ?? null;
        },
      },
    };
  },
});
