import { describe, expect, test } from 'vitest';
import { pageIn } from '../../src/cli/page.ts';
import { KINDS } from '../../src/notify/kinds.ts';
import type { Notifier } from '../../src/notify/message.ts';
import { sendMail } from '../../src/notify/live.ts';
import { createPager } from '../../src/notify/send.ts';
import type { Language } from '../../src/model/language.ts';
import { notifierOf, PAGE, sign } from './samples.ts';
import { answer, serve } from './server.ts';

const CHAT = notifierOf('slack', { name: 'chat', for: ['P1', 'P2'] });
const HOOK = notifierOf('webhook', { name: 'hook', for: ['P0'] });

/** Runs the command with notifiers whose servers answer with these statuses. */
async function run(args: readonly string[], notifiers: readonly Notifier[], status = 200, language: Language = 'en') {
  const [slack, hook] = [await serve(answer(200, 'ok')), await serve(answer(status, 'nonsense'))];
  const env = { SLACK_WEBHOOK: slack.url, HOOK_URL: `${hook.url}/in/zyxwvuts`, HOOK_SECRET: 'swordfish' };
  const pager = createPager({
    fetch: (url, init) => fetch(url, init),
    mail: sendMail,
    sleep: () => Promise.resolve(),
    env,
    sign,
  });
  const command = pageIn({
    policyOf: () => Promise.resolve({ language, notifiers }),
    pager: () => pager,
    now: () => PAGE.at,
    repository: 'acme/shop',
  });
  const lines: string[] = [];
  const code = await command.run(args, (line) => lines.push(line));
  return { code, lines, slack, hook };
}

describe('tocsin page --test', () => {
  test('goes the whole way through every notifier', async () => {
    const { code, lines, slack, hook } = await run(['--test'], [CHAT, HOOK]);
    expect([code, lines]).toEqual([0, ['chat (Slack): sent', 'hook (webhook): sent']]);
    expect(slack.seen[0]?.body).toContain('Test page, as for P1: nothing is wrong');
    expect(JSON.parse(hook.seen[0]!.body)).toMatchObject({
      action: 'test',
      key: 'acme/shop',
      step: 'page-test:2026-11-20T17:30:00.000Z',
      priority: 'P0',
      url: 'https://github.com/acme/shop',
    });
  });

  test('fails if one fails, after trying all', async () => {
    const { code, lines, hook } = await run(['--test'], [HOOK, CHAT], 500, 'fr');
    expect(code).toBe(1);
    expect(lines).toEqual([
      'hook (webhook)\u00a0: échec\u00a0: la réponse était l’état 500, «\u00a0nonsense\u00a0» (3 tentatives)',
      'chat (Slack)\u00a0: envoyé',
    ]);
    expect(hook.seen).toHaveLength(3);
  });

  test.each([
    [['--notifier', 'chat'], ['chat (Slack): sent']],
    [['--priority', 'p0'], ['hook (webhook): sent']],
    [['--notifier', 'chat', '--priority', 'P0'], ['chat (Slack): sent']],
  ])('%j', async (args, expected) => {
    const { code, lines } = await run(['--test', ...args], [CHAT, HOOK]);
    expect([code, lines]).toEqual([0, expected]);
  });

  test('nobody to page is a failure', async () => {
    const none = await run(['--test'], []);
    expect([none.code, none.lines]).toEqual([1, ['The policy has no notifiers: nobody would be paged.']]);
    const other = await run(['--test', '--priority', 'P3'], [CHAT, HOOK]);
    expect([other.code, other.lines]).toEqual([1, ['The policy has no notifier for P3: nobody would be paged.']]);
  });

  test.each([
    [[], 'page sends tests only; expected --test'],
    [['--test', 'now'], 'page sends tests only; expected --test'],
    [['--test', '--notifier', 'phone'], '--notifier: there is no "phone"; expected chat or hook'],
    [['--test', '--priority', 'P9'], '--priority: "P9" is not a priority; expected P0, P1, P2 or P3'],
  ])('%j is refused', async (args, message) => {
    await expect(run(args, [CHAT, HOOK])).rejects.toThrow(message);
  });
});

test('every kind takes a test', () => {
  expect(Object.values(KINDS).filter(({ actions }) => !actions.includes('test'))).toEqual([]);
});
