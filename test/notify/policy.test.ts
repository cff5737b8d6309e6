import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { notifiersFile, readNotifiers } from '../../src/capabilities/notification/policy.ts';
import { toData, type Path } from '../../src/policy/tree.ts';
import { parseYaml } from '../../src/policy/yaml.ts';
import { KIND_NAMES, variablesOf } from './samples.ts';

/** The section of a text, as the schema sees it. */
const dataOf = (text: string): unknown => toData(parseYaml(text, 'p.yml').tree!);

function read(text: string): { resolved: ReturnType<typeof readNotifiers>; problems: string[] } {
  const problems: string[] = [];
  const report = (path: Path, message: string): void => {
    problems.push(`${path.join('.')}: ${message}`);
  };
  return { resolved: readNotifiers(notifiersFile.parse(dataOf(text)), report), problems };
}

/** Every message about a text, also those of the branches of a union. */
function faults(text: string): string[] {
  const messages = (issues: readonly z.core.$ZodIssue[], base: readonly PropertyKey[] = []): string[] =>
    issues.flatMap((issue) => [
      `${[...base, ...issue.path].join('.')}: ${issue.message}`,
      ...(issue.code === 'invalid_union' ? issue.errors.flatMap((branch) => messages(branch, issue.path)) : []),
    ]);
  const parsed = notifiersFile.safeParse(dataOf(text));
  return parsed.success ? [] : messages(parsed.error.issues);
}

test('each kind, in the order of the file', () => {
  expect(
    read(`
pager: { type: pagerduty, key: PAGERDUTY_KEY, for: [P1, P0, P1] }
europe: { type: pagerduty, key: PAGERDUTY_EU, region: eu }
chat: { type: slack, url: SLACK_WEBHOOK, for: [P2] }
phone: { type: ntfy, url: NTFY_URL, token: NTFY_TOKEN }
bell: { type: ntfy, url: NTFY_URL }
hook: { type: webhook, url: HOOK_URL, secret: HOOK_SECRET }
`),
  ).toEqual({
    problems: [],
    resolved: [
      { name: 'pager', type: 'pagerduty', secrets: { key: 'PAGERDUTY_KEY' }, for: ['P0', 'P1'], region: 'us' },
      {
        name: 'europe',
        type: 'pagerduty',
        secrets: { key: 'PAGERDUTY_EU' },
        for: ['P0', 'P1', 'P2', 'P3'],
        region: 'eu',
      },
      { name: 'chat', type: 'slack', secrets: { url: 'SLACK_WEBHOOK' }, for: ['P2'], region: null },
      {
        name: 'phone',
        type: 'ntfy',
        secrets: { url: 'NTFY_URL', token: 'NTFY_TOKEN' },
        for: ['P0', 'P1', 'P2', 'P3'],
        region: null,
      },
      { name: 'bell', type: 'ntfy', secrets: { url: 'NTFY_URL' }, for: ['P0', 'P1', 'P2', 'P3'], region: null },
      {
        name: 'hook',
        type: 'webhook',
        secrets: { url: 'HOOK_URL', secret: 'HOOK_SECRET' },
        for: ['P0', 'P1', 'P2', 'P3'],
        region: null,
      },
    ],
  });
});

test('names that differ in capitals only', () => {
  const { problems } = read('pager: { type: slack, url: A }\nPager: { type: slack, url: B }\n');
  expect(problems).toEqual(['notifiers.Pager: "Pager" is the name of an earlier notifier']);
});

const nameOf = (example: string): string => `the name of an environment variable, e.g. ${example}`;
const NAME = nameOf('SLACK_WEBHOOK');
const LIST = KIND_NAMES.join(', ');

test.each<readonly [string, string]>([
  ['a: { key: X }', `a.type: is missing; expected ${KIND_NAMES.slice(0, -1).join(', ')} or webhook`],
  ...(
    [
      ['pagerdutty', 'pagerduty'],
      ['team', 'teams'],
      ['teems', 'teams'],
      ['Teams', 'teams'],
      ['email', 'mail'],
      ['google chat', 'google-chat'],
      ['incident.io', 'incident-io'],
      ['grafana', 'grafana-irm'],
    ] as const
  ).map(
    ([type, meant]) =>
      [
        `a: { type: ${type}, key: X }`,
        `a.type: "${type}" is not a kind of notifier; did you mean "${meant}"? There are ${LIST}. For any other service use webhook, which sends signed JSON`,
      ] as const,
  ),
  [
    'a: { type: victorops }',
    `a.type: "victorops" is not a kind of notifier. There are ${LIST}. For any other service use webhook, which sends signed JSON`,
  ],
  ['a: { type: pagerduty }', `a.key: is missing; expected ${nameOf('PAGERDUTY_KEY')}`],
  ['a: { type: pagerduty, key: }', `a.key: is empty; expected ${nameOf('PAGERDUTY_KEY')}`],
  ['a: { type: teams }', `a.url: is missing; expected ${nameOf('TEAMS_WEBHOOK')}`],
  ['a: { type: twilio-sms, account: A, token: B, from: C }', `a.to: is missing; expected ${nameOf('ON_CALL_PHONE')}`],
  ['a: { type: slack, url: slack_webhook }', `a.url: is not ${NAME}: capitals, digits and _`],
  ['a: { type: slack, url: SLACK-WEBHOOK }', `a.url: is not ${NAME}: capitals, digits and _`],
  ['a: { type: slack, url: GITHUB_TOKEN }', 'a.url: is a variable of the runner; expected one of your own'],
  ['a: { type: slack, url: INPUT_TOKEN }', 'a.url: is a variable of the runner; expected one of your own'],
  [
    'a: { type: slack, url: "${{ secrets.SLACK }}" }',
    `a.url: is an expression, which nobody evaluates here; expected ${NAME}`,
  ],
  ['a: { type: slack, url: $SLACK }', `a.url: is an expression, which nobody evaluates here; expected ${NAME}`],
  ['a: { type: slack, url: X, region: eu }', 'a: is an unknown key; expected one of type, url, for'],
  ['a: { type: webhook, secrte: X, url: X }', 'a: is an unknown key; did you mean "secret"?'],
  ['a: { type: pagerduty, key: X, region: as }', 'a.region: "as" is not a region; expected one of us, eu'],
  ['a: { type: opsgenie, key: X, region: as }', 'a.region: "as" is not a region; expected one of us, eu'],
  ['a: { type: slack, url: X, for: [] }', 'a.for: is empty; expected priorities, or leave it out'],
  ['a: { type: slack, url: X, for: [P0, P9] }', 'a.for.1: "P9" is not a priority; expected one of P0, P1, P2, P3'],
  ['a: { type: slack, url: X, for: P0 }', 'a.for: "P0" is not a list of priorities; expected e.g. [P0, P1]'],
])('%s', (text, message) => {
  expect(faults(text).join('\n')).toContain(message);
});

describe('a secret in the place of its name is leaked, and not repeated', () => {
  const secrets = [
    ['https://hooks.slack.example.com/services/T00/B00/xyz', 'an address'],
    ['http://user:pass@example.com', 'an address'],
    ['ntfy.example.com/swordfish', 'an address'],
    ['0123456789abcdef0123456789abcdef', 'a secret'],
    ['R0123456789ABCDEFGHIJKLMNOPQRSTU', 'a secret'],
    ['tk_aaaa1111BBBB2222cccc3333DDDD4', 'a secret'],
    ['token-123456789012-abcdefabcdef', 'a secret'],
    ['qWeRtYuIoPaSdFgHjKlZxCvB', 'a secret'],
    ['p@ssw0rd!', 'a secret'],
    ['correct/horse', 'a secret'],
  ] as const;

  test.each(secrets)('%s', (secret, what) => {
    const value = JSON.stringify(secret);
    for (const text of [
      `a: { type: slack, url: ${value} }`,
      `a: { type: ntfy, url: X, token: ${value} }`,
      `a: { type: pagerduty, key: ${value} }`,
      `a: ${value}`,
      `a: { type: ${value} }`,
      value,
    ]) {
      const messages = faults(text).join('\n');
      expect(messages).toContain(`is ${what} itself, by its looks`);
      expect(messages).toContain('treat it as leaked');
      expect(messages).not.toContain(secret);
    }
  });

  test.each(['hunter2', '123456789', '[a1b2c3d4e5]', '{ a1b2c3d4e5: x }', 'true'])(
    '%s is not repeated either',
    (value) => {
      const messages = faults(`a: { type: slack, url: ${value} }`).join('\n');
      expect(messages).toContain(NAME);
      expect(messages).not.toMatch(/hunter2|123456789|a1b2c3d4e5|true/);
    },
  );

  test.each(['PAGERDUTY_KEY', 'KEY', 'SLACK_WEBHOOK_URL_2', 'PAGERDUTYV2KEY', 'OPS2_PAGERDUTYINTEGRATIONKEY', 'X'])(
    '%s is a name',
    (value) => {
      expect(faults(`a: { type: slack, url: ${value} }`)).toEqual([]);
    },
  );
});

describe('what is leaked is answered with what fits', () => {
  test.each([
    ['type: slack, url', 'https://hooks.slack.com/services/T00/B00/xyz', 'SLACK_WEBHOOK'],
    ['type: slack, url', 'https://chat.example.com/hooks/xyz', 'SLACK_WEBHOOK'],
    ['type: teams, url', 'https://x.westeurope.logic.azure.com:443/workflows/1?sig=2', 'TEAMS_WEBHOOK'],
    ['type: pagerduty, key', 'https://hooks.slack.com/services/T00/B00/xyz', 'SLACK_WEBHOOK'],
    ['type: slack, url', 'https://discord.com/api/webhooks/1/xyz', 'DISCORD_WEBHOOK'],
    ['type: webhook, secret: X, url', 'https://chat.googleapis.com/v1/spaces/A/messages?key=1', 'GOOGLE_CHAT_WEBHOOK'],
    ['type: telegram, chat: X, token', '123456789:AAtelegramTOKENabcdefghijklmnopqrs', 'TELEGRAM_TOKEN'],
    ['type: mail, from: X, to: Y, url', 'smtps://user:secret@smtp.example.com', 'SMTP_URL'],
    ['type: twilio-sms, token: X, from: Y, to: Z, account', 'AC0123456789abcdef0123456789abcdef', 'TWILIO_ACCOUNT'],
    ['type: mattermost, url', 'https://chat.example.com/hooks/abcdefghijklmnopqrstuvwxyz', 'MATTERMOST_WEBHOOK'],
    ['type', 'https://hooks.slack.com/services/T00/B00/xyz', 'SLACK_WEBHOOK'],
  ])('%s: %s', (keys, secret, example) => {
    const messages = faults(`a: { ${keys}: ${JSON.stringify(secret)} }`).join('\n');
    expect(messages).toContain('treat it as leaked');
    expect(messages).toContain(`then write ${nameOf(example)}, that holds the new one`);
    expect(messages).not.toContain(secret);
  });

  test('also where it stands in the place of the whole notifier', () => {
    expect(faults('a: https://discord.com/api/webhooks/1/xyz').join()).toContain(nameOf('DISCORD_WEBHOOK'));
  });
});

test.each(KIND_NAMES)('%s takes its own keys, and the names that the documentation gives', (type) => {
  const keys = Object.entries(variablesOf(type)).map(([role, name]) => `${role}: ${name}`);
  const { resolved, problems } = read(`a: { type: ${type}, ${keys.join(', ')} }`);
  expect(problems).toEqual([]);
  expect(resolved).toMatchObject([{ name: 'a', type, secrets: variablesOf(type) }]);
});

test('editors know it', () => {
  const schema = z.toJSONSchema(notifiersFile, { target: 'draft-7', io: 'input' });
  const editor = z.fromJSONSchema(schema);
  const takes = (text: string): boolean => editor.safeParse(dataOf(text)).success;
  expect(takes('a: { type: pagerduty, key: KEY, region: eu, for: [P0] }\nb: { type: slack, url: URL }')).toBe(true);
  expect(takes('a: { type: ntfy, url: URL }')).toBe(true);
  expect(takes('a: { type: pagerduty, key: GITHUB_TOKEN }')).toBe(false);
  expect(takes('a: { type: pagerduty, url: URL }')).toBe(false);
  expect(takes('a: { type: mail, url: URL, from: FROM, to: TO }')).toBe(true);
  expect(takes('a: { type: mail }')).toBe(false);
  expect(takes('a: { type: pager }')).toBe(false);
  expect(takes('a: { type: slack, url: https://example.com }')).toBe(false);
});
