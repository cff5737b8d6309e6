import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../../src/capabilities/load.ts';

const START = `services: { checkout: {}, api: {} }
status-page:
  title: Shop
  url: https://status.example.com
  components: { checkout: Checkout, api: API }
`;

const load = (to: string) => loadPolicy(`${START}${to === '' ? '' : `  to: ${to}\n`}`, 'tocsin.yml');

async function destinations(to: string) {
  const loaded = await load(to);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.policy.statusPage!.to;
}

async function problems(to: string): Promise<readonly string[]> {
  const loaded = await load(to);
  return loaded.ok ? [] : loaded.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('where the status page goes', () => {
  test('it is served as it is built unless the policy says otherwise', async () => {
    expect(await destinations('')).toEqual({ pages: true, hosted: [] });
    expect(await destinations('[pages]')).toEqual({ pages: true, hosted: [] });
  });

  test('it goes to hosted pages as well, or to them alone', async () => {
    expect(
      await destinations(
        '[pages, { type: statuspage, page: kctbh9vrtdwd, token: STATUSPAGE_TOKEN, components: { checkout: 8l4ygp009s5s } }]',
      ),
    ).toEqual({
      pages: true,
      hosted: [
        {
          type: 'statuspage',
          page: 'kctbh9vrtdwd',
          branch: null,
          token: 'STATUSPAGE_TOKEN',
          components: { checkout: '8l4ygp009s5s' },
        },
      ],
    });
    expect(
      await destinations(
        '[{ type: cstate, repo: acme/status, token: CSTATE_TOKEN, components: { api: Public API } }, { type: instatus, page: ckf01, token: INSTATUS_TOKEN }]',
      ),
    ).toEqual({
      pages: false,
      hosted: [
        {
          type: 'cstate',
          page: 'acme/status',
          branch: 'main',
          token: 'CSTATE_TOKEN',
          components: { api: 'Public API' },
        },
        { type: 'instatus', page: 'ckf01', branch: null, token: 'INSTATUS_TOKEN', components: {} },
      ],
    });
  });

  test.each([
    ['[]', ['6:7 status-page.to: is empty; expected pages, or leave it out']],
    ['pages', ['6:7 status-page.to: "pages" is not a list of destinations']],
    [
      '[page]',
      [
        '6:8 status-page.to[0]: is something else; expected pages, or a map with type (statuspage, instatus or cstate) and its keys',
      ],
    ],
    [
      '[{ type: statuspag, page: x, token: T }]',
      ['6:16 status-page.to[0].type: "statuspag" is not a hosted page; did you mean "statuspage"?'],
    ],
    ['[{ page: x }]', ['6:8 status-page.to[0].type: is missing; expected statuspage, instatus or cstate']],
    [
      '[{ type: instatus }]',
      [
        '6:8 status-page.to[0].page: is missing; expected the id of a page, e.g. kctbh9vrtdwd',
        '6:8 status-page.to[0].token: is missing; expected the name of an environment variable, e.g. INSTATUS_TOKEN',
      ],
    ],
    [
      '[{ type: cstate, repo: status, token: T, branch: a..b }]',
      [
        '6:30 status-page.to[0].repo: is not a repository; expected e.g. acme/status',
        '6:56 status-page.to[0].branch: is not a branch; expected e.g. main',
      ],
    ],
    [
      '[{ type: statuspage, page: a, token: T, components: { checkot: x }, extra: 1 }]',
      [
        '6:61 status-page.to[0].components.checkot: "checkot" is not a component of the status page; did you mean "checkout"?',
        '6:75 status-page.to[0].extra: is an unknown key; expected one of type, page, token, components',
      ],
    ],
    [
      '[{ type: statuspage, page: a, token: T, components: { checkot: x } }]',
      [
        '6:61 status-page.to[0].components.checkot: "checkot" is not a component of the status page; did you mean "checkout"?',
      ],
    ],
    [
      '[{ type: statuspage, page: a, token: T }, { type: statuspage, page: A, token: U }]',
      ['6:49 status-page.to[1]: is the same page as one above'],
    ],
  ])('%s is told with its place', async (to, told) => {
    expect(await problems(to)).toEqual(told);
  });

  test('a token that was pasted is never repeated, wherever it stands', async () => {
    const pasted = '89a229ce1a8dbcf9ff30430fbe35eb4c0426574bca932061892cefd2138aa4b1xyz';
    for (const key of ['token', 'page', 'repo', 'branch', 'type'])
      for (const type of ['statuspage', 'instatus', 'cstate']) {
        const given = { type, page: 'a', token: 'T', ...(type === 'cstate' && { repo: 'a/b' }), [key]: pasted };
        expect((await problems(JSON.stringify([given]))).join('\n'), key).not.toContain(pasted.slice(0, 8));
      }
  });
});
