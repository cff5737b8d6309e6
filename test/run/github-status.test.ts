import { expect, test } from 'vitest';
import { githubStatusPageOf } from '../../src/run/github-status.ts';

/** What a page that answers so is taken to have said; and what it was asked. */
async function askedOf(answer: () => Promise<Response>): Promise<{ said: unknown; asked: readonly string[] }> {
  const asked: string[] = [];
  const ask = githubStatusPageOf('https://api.github.com', (url, timeout) => {
    asked.push(`${url} within ${timeout} ms`);
    return Promise.resolve((to, init) => {
      asked.push(`${typeof to === 'string' ? to : 'another'} ${JSON.stringify(init)}`);
      return answer();
    });
  });
  return { said: await ask!(), asked };
}

test('the page is asked once, without a token, and for five seconds at most', async () => {
  const { said, asked } = await askedOf(() => Promise.resolve(new Response('{"components":[]}')));
  expect(said).toEqual({ text: '{"components":[]}' });
  const page = 'https://www.githubstatus.com/api/v2/summary.json';
  expect(asked).toEqual([`${page} within 5000 ms`, `${page} {"headers":{"accept":"application/json"}}`]);
});

test('no answer, a refusal and an answer that breaks off are told apart', async () => {
  const failing = (error: Error) => () => Promise.reject(error);
  const breaking = (error: unknown) => () => {
    const body = new ReadableStream({
      pull: (controller) => {
        controller.error(error);
      },
    });
    return Promise.resolve(new Response(body));
  };
  const late = new DOMException('late', 'TimeoutError');
  const table: readonly (readonly [() => Promise<Response>, object])[] = [
    [failing(late), { why: 'timeout' }],
    [failing(new TypeError('fetch failed')), { why: 'unreachable' }],
    [breaking(late), { why: 'timeout' }],
    [breaking(new Error('reset')), { why: 'unreachable' }],
    [() => Promise.resolve(new Response('busy', { status: 503 })), { code: 503 }],
    [() => Promise.resolve(new Response(null, { status: 500 })), { code: 500 }],
  ];
  for (const [answer, said] of table) expect((await askedOf(answer)).said).toEqual(said);
});

test('a page without an end is read for a million bytes', async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull: (controller) => {
      sent += 100_000;
      controller.enqueue(new Uint8Array(100_000).fill(32));
    },
  });
  const { said } = await askedOf(() => Promise.resolve(new Response(endless)));
  expect((said as { text: string }).text).toHaveLength(1_000_000);
  expect(sent).toBeLessThan(1_500_000);
});

test.each([null, '', 'https://github.example.org/api/v3', 'https://api.acme.ghe.com', 'http://127.0.0.1:8080'])(
  'of the GitHub at %s the page says nothing, and is not asked',
  (api) => {
    expect(githubStatusPageOf(api, () => Promise.reject(new Error('asked')))).toBeNull();
  },
);
