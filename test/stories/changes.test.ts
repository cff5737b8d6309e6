import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { card, HOUR, MINUTE, notices } from '../support/stage.ts';
import { CHANGES_POLICY, merge, RIGHTS, shopThatDeploys, tokenWith } from './changes-story.ts';

/* What changed just before an incident stands on its card, with what rolls it back. */

/** The changes on the card, an item each, as they read. */
function changes({ hub }: Stage, number: number): string[] {
  const [, list = ''] = /<summary>What changed[^\n]*\n([\s\S]*?)<\/details>/.exec(card(hub.issue(number))) ?? [];
  return list.split(/\n(?=\d+\. )/).flatMap((item) => (/^\d+\. /.test(item) ? [item.trim()] : []));
}

const report = ({ hub }: Stage, ...labels: string[]): number =>
  hub.as('nora').openIssue({ title: 'Payments fail twice', body: '', labels: ['incident', ...labels] });

const asked = ({ hub }: Stage) => hub.requests.filter(({ operationName }) => operationName === 'Shipped');

describe('a P0 that comes 3 minutes after a deployment', () => {
  test('says what changed before: who, when, what it touches, whose that is, and the way back', async () => {
    const stage = await shopThatDeploys();
    const number = report(stage, 'P0', 'payment');
    await stage.react();
    const [first, ...others] = changes(stage, number);
    expect(first).toContain('**08:57, 3 min before**: deployed to `production` by `alice`: [Retry payments twice]');
    expect(first).toContain('/compare/');
    expect(first).toMatch(
      /\[re-run `[\da-f]{7}` to roll back\]\(https:\/\/redirect\.github\.com\/acme\/shop\/actions\/runs\/2\)/,
    );
    expect(first).toContain('`#2` · +3 −1 in 2 files · touches `payment/` `migrations/`');
    expect(first).toContain('owned by `@acme/payment` `@alice` `@acme/platform`');
    expect(first).toContain('belongs to `@acme/payment` · risky: `migrations/**` · as in the report: `twice, payment`');
    expect(others.map((it) => /: ([a-z ]+).*?\[(.*?)\]/.exec(it)!.slice(1))).toEqual([
      ['deployed to ', 'Initial commit'],
      ['deployed to ', 'Bump node'],
      ['merged by ', 'Say hello'],
    ]);
    expect(others[1]).toContain('versions of packages only');
    expect(others[2]).toContain('not deployed yet, as far as GitHub knows');
    expect(card(stage.hub.issue(number))).not.toMatch(/because/i);
  });

  test('takes one request of one point, after people were told, and none later', { tags: 'slow' }, async () => {
    const stage = await shopThatDeploys();
    report(stage, 'P0', 'payment');
    await stage.react();
    const kinds = stage.hub.requests.map(({ kind, operationName }) => (operationName === 'Shipped' ? 'look' : kind));
    expect(kinds.indexOf('look')).toBeGreaterThan(kinds.indexOf('mutation'));
    expect(kinds.filter((kind) => kind === 'look')).toHaveLength(1);
    await stage.pass(2 * HOUR, 15 * MINUTE);
    expect(asked(stage).map(({ points }) => points)).toEqual([1]);
  });

  test('leaves no trace on the pull requests', async () => {
    const stage = await shopThatDeploys();
    const number = report(stage, 'P0', 'payment');
    await stage.react();
    const text = [card(stage.hub.issue(number)), ...notices(stage.hub.issue(number))].join();
    expect(text.replace(/`[^`\n]*`/g, '')).not.toMatch(
      /#\d|(?<!redirect\.)github\.com\/acme\/shop\/(?:pull|commit|compare)/,
    );
  });

  test('says the same when what GitHub tells has changed since', async () => {
    const stage = await shopThatDeploys();
    const number = report(stage, 'P0', 'payment');
    await stage.react();
    const before = changes(stage, number);
    stage.hub.as('grace').deploy({ logUrl: 'https://github.com/acme/shop/actions/runs/9' });
    merge(stage, 'Another', { 'a.txt': 'a' });
    stage.hub.as('alice').comment(number, '/ack');
    await stage.react();
    expect(changes(stage, number)).toEqual(before);
  });
});

test('what is not urgent, asks for help or is confidential costs no request', async () => {
  const stage = await shopThatDeploys();
  report(stage, 'P2', 'payment');
  await stage.react();
  const secret = report(stage, 'P0', 'security');
  await stage.react();
  expect(asked(stage)).toEqual([]);
  expect(
    stage.hub
      .issue(secret)
      .comments.map(({ body }) => body)
      .join(),
  ).not.toMatch(/What changed|payments/i);
});

test('what turns confidential keeps nothing of it', async () => {
  const stage = await shopThatDeploys();
  const number = report(stage, 'P0', 'payment');
  await stage.react();
  stage.hub.as('alice').unlabel(number, 'payment');
  stage.hub.as('alice').label(number, 'security');
  await stage.react();
  expect(
    stage.hub
      .issue(number)
      .comments.map(({ body }) => body)
      .join(),
  ).not.toMatch(/What changed|Retry payments/);
});

test('without changes in the policy nothing is looked for', async () => {
  const stage = await shopThatDeploys({ policy: CHANGES_POLICY.replace(/changes:[\s\S]*$/, '') });
  const number = report(stage, 'P0', 'payment');
  await stage.react();
  expect(asked(stage)).toEqual([]);
  expect(card(stage.hub.issue(number))).not.toContain('What changed');
});

describe('the impact', () => {
  test(
    'that somebody moves is looked for again, once, and both lists stay for the post-mortem',
    { tags: 'slow' },
    async () => {
      const stage = await shopThatDeploys();
      const { hub } = stage;
      const number = report(stage, 'P0', 'payment');
      await stage.react();
      hub.as('alice').comment(number, '/impact 08:50');
      await stage.react();
      expect(changes(stage, number).map((it) => /\*\*(.*?)\*\*: ([a-z]+)/.exec(it)!.slice(1))).toEqual([
        ['08:45, 5 min before', 'merged'],
        ['08:00, 50 min before', 'deployed'],
        ['08:40, 10 min before', 'deployed'],
      ]);
      hub.as('alice').comment(number, '/note looked at it');
      await stage.react();
      expect(asked(stage)).toHaveLength(2);
      hub.clock.advance(MINUTE);
      hub.as('alice').comment(number, '/resolve rolled back');
      await stage.react();
      await stage.sweep();
      const after = hub.issues().find(({ title }) => title.startsWith('Post-mortem'))!;
      const text = after.comments.map(({ body }) => body).join('\n');
      expect(text).toMatch(/### Changes before\n\nImpact since .*08:50/);
      expect(text).toMatch(/### Changes before, as first seen\n\nImpact since .*09:00/);
    },
  );

  test('is looked for when a report is raised', async () => {
    const stage = await shopThatDeploys();
    const number = report(stage, 'P3', 'payment');
    await stage.react();
    stage.hub.as('alice').comment(number, '/priority P1 customers call');
    await stage.react();
    expect(changes(stage, number)).toHaveLength(4);
  });
});

describe('rights', () => {
  test.each([
    [{}, '`deployments: read`, `pull-requests: read`', ['merged', 'pushed']],
    [{ deployments: 'read' }, '`pull-requests: read`', ['deployed']],
    [{ pull_requests: 'read' }, '`deployments: read`', ['merged']],
  ] as const)('with %j the rest is shown, and what to add', async (more, lacks, kinds) => {
    const stage = await shopThatDeploys({ visibility: 'private', tokens: tokenWith({ ...RIGHTS, ...more }) });
    const number = report(stage, 'P0', 'payment');
    expect((await stage.react())!.failures).toEqual([]);
    expect(card(stage.hub.issue(number))).toContain(`add ${lacks} to \`permissions\` in the workflow of Tocsin`);
    const found = changes(stage, number).join('\n');
    expect(found).toMatch(new RegExp(kinds.join('|')));
    expect(found === '').toBe(false);
  });

  test('of another repository that cannot be seen its name is told', async () => {
    const policy = CHANGES_POLICY.replace('  cause: release', '  cause: release\n  repositories: [acme/infra]');
    const stage = await shopThatDeploys({ policy });
    const number = report(stage, 'P0', 'payment');
    await stage.react();
    expect(card(stage.hub.issue(number))).toContain('Nothing is shown of `acme/infra`');
    expect(changes(stage, number)).toHaveLength(4);
  });
});

test('GitHub that gives no answer stops nobody, and the next run looks again', async () => {
  const stage = await shopThatDeploys();
  const { hub } = stage;
  const number = report(stage, 'P0', 'payment');
  hub.faults.add({
    when: { matches: ({ operationName }) => operationName === 'Shipped' },
    how: { status: 502, handled: false },
  });
  const first = (await stage.react())!;
  expect(first.failures).toEqual([]);
  expect(notices(hub.issue(number))[0]).toContain('@alice');
  expect(card(hub.issue(number))).not.toContain('What changed');
  await stage.sweep();
  expect(changes(stage, number)).toHaveLength(4);
});

test('a wide outage looks once for all of its incidents', { tags: 'slow' }, async () => {
  const stage = await shopThatDeploys();
  for (let i = 0; i < 5; i++) {
    report(stage, 'P1', 'payment');
    stage.hub.clock.advance(1_000);
  }
  await stage.sweep();
  expect(asked(stage)).toHaveLength(1);
  for (const { number } of stage.hub.issues().filter(({ isPullRequest }) => !isPullRequest))
    expect(changes(stage, number)).toHaveLength(4);
});

test('titles, files and owners that are hostile stay text', async () => {
  const stage = await shopThatDeploys();
  const { hub } = stage;
  merge(stage, 'x](https://evil.example) @nora <!-- tocsin:card --> #1 `code` | **bold**', {
    'a`b@nora.txt': 'x',
    '.github/CODEOWNERS': '* `@nora` <script>\n',
  });
  hub.as('alice').deploy({ environment: 'production', logUrl: 'javascript:alert(1)', description: '@nora ](x' });
  hub.clock.advance(MINUTE);
  const number = report(stage, 'P0', 'payment');
  await stage.react();
  const links: string[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'text') expect(node.value).not.toMatch(/@\w|#\d/);
    if (node.type === 'html') expect(node.value).toMatch(/^<\/?(?:details|summary)>/);
    if (node.type === 'link') links.push(node.url);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(fromMarkdown(card(hub.issue(number))));
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((it) => !it.startsWith('https://redirect.github.com/acme/shop/'))).toEqual([]);
  expect(hub.issue(number).comments.filter(({ body }) => body.includes('tocsin:card'))).toHaveLength(1);
});

test('nothing that changed is said as well', async () => {
  const stage = await shopThatDeploys();
  stage.hub.clock.advance(5 * HOUR);
  const number = report(stage, 'P1', 'payment');
  await stage.react();
  expect(card(stage.hub.issue(number))).toContain('What changed in the 2 h before: nothing that GitHub knows of');
});

test('in French', async () => {
  const stage = await shopThatDeploys({ policy: `language: fr\n${CHANGES_POLICY}` });
  const number = report(stage, 'P0', 'payment');
  await stage.react();
  const text = card(stage.hub.issue(number));
  expect(text).toContain('Changements dans les 2 h précédentes\u00a0: 4');
  expect(text).toContain('**8\u00a0h\u00a057, 3 min avant**\u00a0: déploiement vers `production` par `alice`');
  expect(text).toContain('relancer `');
});
