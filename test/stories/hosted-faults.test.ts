import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/run/report.ts';
import { FAULTS, type FaultName } from '../status-page/hosted/loopback.ts';
import { share } from '../support/tries.ts';
import { shopWith, type Shop, type Type } from './hosted-story.ts';

/* Hosted pages that fail, in every way, at any request: nothing is told twice, nothing is lost, and whoever reads the run knows what to do. */

const TYPES = ['statuspage', 'instatus', 'cstate'] as const satisfies readonly Type[];
/** What passes by itself. */
const PASSING = ['timeout', 'reset', 'cut', 'another page', 420, 429, 500, 502, 'lost', 'lost in part'] as const;
const LASTING = ['redirect', 400, 401, 403, 404, 422] as const;

const messages = ({ failures }: Report): string => failures.map(({ message }) => message).join('\n');

/** Everything has been told, each word once. */
function expectTold({ opened }: Shop, words: readonly string[]): void {
  const [entry, ...others] = opened.entries();
  expect(others).toEqual([]);
  const told = entry!.messages.filter((it) => words.includes(it));
  expect(told).toEqual(words);
  const sent = opened.sent() ?? [];
  expect(sent).toEqual([...new Set(sent)]);
}

async function shopWithNews(type: Type): Promise<Shop> {
  const shop = await shopWith(type);
  await shop.say('alice', '/ack\n/update identified: word one.');
  await shop.say('alice', '/update word two.');
  return shop;
}

/** What cState shows is read from its file, of which these stories look at the end only. */
const wordsOf = (type: Type, ...words: readonly string[]) => (type === 'cstate' ? [] : words);

describe.each(TYPES)('%s', (type) => {
  test.each(PASSING)('%s at any request is made up for by the same run', { tags: 'slow' }, async (fault) => {
    const shop = await shopWithNews(type);
    const words = ['Word one.', 'word two.'];
    const writes: string[] = [];
    // The creation, then each of the requests of a run that tells one word more.
    shop.meet((method) => (method !== 'GET' && writes.push(method) === 1 ? fault : null));
    expect(messages(await shop.tell())).toBe('');
    expectTold(shop, wordsOf(type, ...words));
    for (const place of share([1, 2, 3, 4], PASSING.indexOf(fault) + TYPES.indexOf(type))) {
      words.push(`word ${place} more.`);
      await shop.say('alice', `/update word ${place} more.`);
      shop.meet((_, count) => (count === place ? fault : null));
      expect(messages(await shop.tell())).toBe('');
      expectTold(shop, wordsOf(type, ...words));
    }
    shop.meet(() => null);
    const before = shop.asked().length;
    expect((await shop.tell()).failures).toEqual([]);
    expect(
      shop
        .asked()
        .slice(before)
        .filter((it) => !/^(?:GET|POST \/graphql)/.test(it)),
    ).toEqual([]);
  });

  test.each(PASSING)(
    '%s for ever ends the run with a clear line, and the next run goes on',
    { tags: 'slow' },
    async (fault) => {
      const shop = await shopWithNews(type);
      shop.meet((method, count) => (method !== 'GET' && count > 4 ? fault : null));
      if (type === 'cstate') shop.meet((method) => (method === 'GET' ? null : fault));
      const report = await shop.tell();
      expect(report.site, 'the page is built').not.toBeNull();
      expect(messages(report)).not.toContain(shop.opened.token);
      expect(JSON.parse(report.site!.files.get('build.json')!)).toMatchObject(
        messages(report) === '' ? {} : { isHostedBehind: true },
      );
      shop.meet(() => null);
      expect(messages(await shop.tell())).toBe('');
      expectTold(shop, wordsOf(type, 'Word one.', 'word two.'));
    },
  );

  test.each(LASTING)('%s is told with what to change, and nobody waits for it', { tags: 'slow' }, async (fault) => {
    const shop = await shopWithNews(type);
    shop.meet(() => fault);
    const report = await shop.tell();
    expect(report.site).not.toBeNull();
    const said: Partial<Record<FaultName, RegExp>> = {
      401: /the token in TOKEN is refused: give it one that may write this page \(the answer was status 401/,
      403: /the token in TOKEN is refused.*status 403/,
      404: /there is no such page, or no such component, for this token: look at `status-page\.to` in the policy \(the answer was status 404/,
      422: /it does not take what the policy says, such as the id of a component.*status 422.*Component is invalid/,
      redirect: /the answer was a redirect, which is not followed/,
    };
    expect(messages(report)).toMatch(/^(?:Statuspage|Instatus|cState): the page \S+ is not up to date: .*\.$/);
    expect(messages(report)).toMatch(said[fault] ?? /status 400/);
    expect(shop.asked()).toHaveLength(1);
    expect(JSON.parse(report.site!.files.get('build.json')!)).not.toHaveProperty('isHostedBehind');
  });

  test('a wrong token is told by the name of its variable, and never shown', async () => {
    const shop = await shopWith(type, { token: 'not-the-token-7f3a9c' });
    const line = messages(await shop.tell());
    expect(line).toContain('the token in TOKEN is refused');
    expect(line).not.toContain('7f3a9c');
  });

  test('nobody who listens is told as such', async () => {
    const shop = await shopWith(type);
    await shop.close();
    const report = await shop.tell();
    expect(messages(report)).toMatch(/the connection was refused\.$/);
    expect(report.site).not.toBeNull();
  });
});

test('every way to fail is tried', () => {
  expect([...PASSING, ...LASTING].map(String).sort()).toEqual(Object.keys(FAULTS).sort());
});
