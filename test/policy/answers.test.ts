import { describe, expect, test } from 'vitest';
import { goodPolicy, problemLines } from './lines.ts';

/* Who is who in pagers, and which of them are asked. */

const NOTIFIERS = `notifiers:
  pager: { type: pagerduty, key: PAGERDUTY_KEY, answers: PAGERDUTY_API_KEY }
  phone: { type: ntfy, url: NTFY_URL, answers: NTFY_ANSWERS }
  bell: { type: ntfy, url: NTFY_URL }
  bot: { type: telegram, token: TELEGRAM_TOKEN, chat: TELEGRAM_CHAT, answers: true, trust: true }
  chat: { type: slack-bot, token: SLACK_TOKEN, channel: SLACK_CHANNEL, answers: false }
  hook: { type: slack, url: SLACK_WEBHOOK }
`;

describe('people', () => {
  test('are found by whatever their service calls them', async () => {
    const { people, notifiers } = await goodPolicy(`${NOTIFIERS}people:
  alice: { pagerduty: PXPGF42, telegram: 123456789, slack: U0123ABCD, ntfy: phone }
  Bob: { pagerduty: Bob@Example.com, telegram: "987654321" }
`);
    const at = (name: string, ...accounts: string[]): string | null =>
      people.personAt(
        notifiers.find((it) => it.name === name)!,
        accounts,
      );
    expect(at('pager', 'PXPGF42')).toBe('alice');
    expect(at('pager', 'POTHER1', 'bob@example.com')).toBe('Bob');
    expect(at('pager', 'POTHER1', 'eve@example.com')).toBeNull();
    expect(at('pager')).toBeNull();
    expect([at('bot', '123456789'), at('bot', '987654321'), at('bot', '1')]).toEqual(['alice', 'Bob', null]);
    expect([at('chat', 'U0123ABCD'), at('chat', '123456789')]).toEqual(['alice', null]);
    expect([at('phone'), at('bell')]).toEqual(['alice', null]);
  });

  test('are asked where the policy says so', async () => {
    const { notifiers } = await goodPolicy(NOTIFIERS);
    expect(notifiers.filter(({ answers }) => answers).map(({ name }) => name)).toEqual(['pager', 'phone', 'bot']);
    expect(notifiers.filter(({ trust }) => trust).map(({ name }) => name)).toEqual(['bot']);
  });

  test.each([
    ['people: { alice: { pager: x } }', 'people.alice.pager: is an unknown key; did you mean "pagerduty"?'],
    [
      'people: { alice: { pagerduty: Alice } }',
      'people.alice.pagerduty: "Alice" is not a user of PagerDuty; expected e.g. PXPGF42 or alice@example.com',
    ],
    [
      'people: { alice: { slack: "@alice" } }',
      'people.alice.slack: "@alice" is not the id of a member of Slack; expected e.g. U0123ABCD, from the profile, Copy member ID',
    ],
    [
      'people: { alice: { telegram: "@alice" } }',
      'people.alice.telegram: "@alice" is not the number of a Telegram account; expected e.g. 123456789',
    ],
    [
      'people: { alice: { telegram: 1.5 } }',
      'people.alice.telegram: 1.5 is not the number of a Telegram account; expected e.g. 123456789',
    ],
    ['people: { "-x": { slack: U0123ABCD } }', 'people.-x: "-x" is not a GitHub login'],
    [
      'people: { alice: { ntfy: bel } }',
      'people.alice.ntfy: "bel" is not a notifier of type ntfy; did you mean "bell"?',
    ],
    [
      'people: { alice: { ntfy: chat } }',
      'people.alice.ntfy: "chat" is not a notifier of type ntfy; expected one of phone, bell',
    ],
    [
      'people: { alice: { slack: U0123ABCD }, bob: { slack: U0123ABCD } }',
      'people.bob.slack: "U0123ABCD" is alice already; expected one person for each',
    ],
    ['people: []', 'people: a list is not a map of people by login; expected e.g. { alice: { pagerduty: PXPGF42 } }'],
  ])('%s', async (yaml, problem) => {
    expect((await problemLines(`${NOTIFIERS}${yaml}\n`)).join('\n')).toContain(problem);
  });

  test.each([
    ['a: { type: slack, url: X_HOOK, answers: true }', 'notifiers.a.answers: is an unknown key'],
    [
      'a: { type: slack-bot, token: T, channel: C, answers: SLACK }',
      'notifiers.a.answers: "SLACK" is not true or false',
    ],
    [
      'a: { type: pagerduty, key: K, answers: true }',
      'notifiers.a.answers: is something else; expected the name of an environment variable',
    ],
    [
      'a: { type: pagerduty, key: K, answers: u+aPiReAdOnLyKeY01 }',
      'notifiers.a.answers: is a secret itself, by its looks',
    ],
    [
      'a: { type: ntfy, url: U, trust: true }',
      'notifiers.a.trust: has nothing to trust: nobody is asked what was answered there, see answers',
    ],
  ])('%s', async (line, problem) => {
    const problems = (await problemLines(`notifiers:\n  ${line}\n`)).join('\n');
    expect(problems).toContain(problem);
    expect(problems).not.toContain('u+aPi');
  });
});
