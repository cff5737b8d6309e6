import { QUIET_PAGER } from '../../src/rehearsal/stage.ts';
import { Octokit } from '@octokit/rest';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { originIn } from '../../src/cli/repository.ts';
import { sync } from '../../src/cli/sync.ts';
import { connect } from '../../src/github/adapter.ts';
import type { Inputs } from '../../src/run/inputs.ts';
import { labelLooks, labelsOf, planLabels } from '../../src/setup/labels.ts';
import { knownLabels } from '../../src/capabilities/membership/spelling.ts';
import { loadPolicy } from '../../src/capabilities/load.ts';
import type { Policy } from '../../src/capabilities/policy.ts';
import { startGitHub } from '../../src/rehearsal/github/server.ts';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import { run } from '../../src/run/run.ts';

const YAML = `
categories: [{ name: dns, subcategories: [resolver] }, { name: api, label: the api }]
pauses: { waiting: [resolve] }
services: { shop: {} }
reports: { monthly: true }
assistance: { acknowledge: 1h }
`;

async function policyOf(yaml = ''): Promise<Policy> {
  const loaded = await loadPolicy(yaml, 'policy.yml');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.policy;
}

describe('the labels of a policy', () => {
  it.each(['en', 'fr'])('are all those that have a meaning, described, in %s', async (language) => {
    const policy = await policyOf(`language: ${language}\n${YAML}`);
    const labels = labelsOf(policy, 'incident');
    const known = knownLabels(policy, 'incident');
    expect(labels.map(({ name }) => name)).toEqual(
      expect.arrayContaining([...known, 'dns/resolver', 'the api', 'assistance']),
    );
    for (const { name, color, description } of labels) {
      expect(color).toMatch(/^[0-9a-f]{6}$/);
      expect(description.length).toBeGreaterThan(5);
      expect(description.length).toBeLessThanOrEqual(100);
      expect(labelLooks(policy, 'incident')(name.toUpperCase())).toMatchObject({ color, description });
    }
    expect(labelLooks(policy, 'incident')('anything')).toEqual({ color: 'ededed', description: '' });
  });

  it('are created or mended, and keep their capitals', async () => {
    const policy = await policyOf();
    const [first, ...others] = labelsOf(policy, 'incident').map((label, i) => ({ ...label, id: `L${i}` }));
    expect(planLabels(policy, 'incident', [first!, ...others])).toEqual([]);
    const shouting = others.map((it) => ({ ...it, name: it.name.toUpperCase(), color: it.color.toUpperCase() }));
    const [created, ...more] = planLabels(policy, 'incident', shouting);
    expect(created).toMatchObject({ before: null, change: { id: null, name: 'incident' } });
    expect(more).toEqual([]);
    const old = { id: 'L0', name: 'Incident', color: 'ffffff', description: 'old' };
    const [mended] = planLabels(policy, 'incident', [old, ...others]);
    expect(mended).toEqual({ before: old, change: { ...first!, id: 'L0', name: 'Incident' } });
  });
});

let hub: EmbeddedGitHub;
beforeEach(async () => {
  hub = await startGitHub({ people: { alice: 'maintain' }, files: { '.github/tocsin.yml': YAML } });
  vi.stubEnv('GITHUB_TOKEN', 'test-token');
  vi.stubEnv('GH_TOKEN', '');
  vi.stubEnv('GITHUB_REPOSITORY', '');
  vi.stubEnv('GITHUB_API_URL', '');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await hub.close();
});

const github = () => {
  const log = { debug: () => 0, info: () => 0, warn: () => 0, error: () => 0 };
  const octokit = new Octokit({ auth: 'test-token', baseUrl: hub.url, log });
  return connect(
    { octokit, owner: 'acme', name: 'shop', accounts: [], sleep: () => Promise.resolve() },
    hub.clock.now(),
  );
};
const labels = async () => new Map((await github().labels()).map((label) => [label.name, label]));

async function start(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = await sync.run(['--api', hub.url, ...args], (line) => lines.push(line));
  return { code, lines };
}

describe('tocsin sync', () => {
  it('shows what it would create, creates it with --yes, and then has nothing to do', async () => {
    hub.as('alice').openIssue({ title: 'a', labels: ['p0', 'RESOLVED', 'mine'] });
    const before = await labels();
    const shown = await start('--repo', 'acme/shop');
    expect(shown.code).toBe(0);
    expect(shown.lines).toContain('create "incident": An incident, followed by Tocsin');
    expect(shown.lines.join('\n')).not.toMatch(/p0|resolved|mine/i);
    expect(shown.lines.at(-2)).toMatch(/^\d+ labels of acme\/shop would be written: add --yes\.$/);
    expect(shown.lines.at(-1)).toBe(
      '2 labels that were there before look otherwise than in the policy; --recolour changes that.',
    );
    expect(await labels()).toEqual(before);

    const written = await start('--repo', 'acme/shop', '--yes');
    expect(written.lines.slice(0, -2)).toEqual(shown.lines.slice(0, -2));
    expect(written.lines.at(-2)).toMatch(/^\d+ labels of acme\/shop written\.$/);
    const after = await labels();
    for (const [name, label] of before) expect(after.get(name)).toEqual(label);
    expect([after.has('P0'), after.has('resolved'), after.has('incident')]).toEqual([false, false, true]);
    expect((await start('--repo', 'acme/shop', '--yes')).lines).toEqual([
      'acme/shop has all labels of the policy.',
      '2 labels that were there before look otherwise than in the policy; --recolour changes that.',
    ]);
    expect(hub.unimplemented).toEqual([]);
  });

  it('changes how labels look that were there before only with --recolour', async () => {
    await start('--repo', 'acme/shop', '--yes');
    const before = await labels();
    hub.deleteLabel('P0');
    hub.as('alice').openIssue({ title: 'a', labels: ['p0'] });
    const shown = await start('--repo', 'acme/shop', '--recolour');
    expect(shown.lines).toEqual([
      'change "p0": colour #ededed to #b60205, description "" to "Priority of an incident"',
      '1 label of acme/shop would be written: add --yes.',
    ]);
    await start('--repo', 'acme/shop', '--recolour', '--yes');
    expect((await labels()).get('p0')).toMatchObject({ color: 'b60205', description: 'Priority of an incident' });
    expect((await labels()).size).toBe(before.size);
    expect(await start('--repo', 'acme/shop')).toEqual({ code: 0, lines: ['acme/shop has all labels of the policy.'] });
  });

  it('says what GitHub refused, and never the token', async () => {
    vi.stubEnv('GITHUB_TOKEN', '');
    await expect(start('--repo', 'acme/shop')).rejects.toThrow('set GITHUB_TOKEN or GH_TOKEN');
    vi.stubEnv('GH_TOKEN', 'wrong-secret');
    const { code, lines } = await start('--repo', 'acme/shop');
    expect(code).toBe(1);
    expect(lines).toEqual(['GitHub does not accept the token in GH_TOKEN: it is mistyped, expired or revoked.']);
    vi.stubEnv('GITHUB_TOKEN', 'test-token');
    expect((await start('--repo', 'acme/gone')).lines).toEqual([
      'There is no repository acme/gone, or the token in GITHUB_TOKEN may not see it.',
    ]);
  });

  it('says of a token without the permission what it takes, and nothing of jobs', async () => {
    const weak = await startGitHub({
      files: { '.github/tocsin.yml': YAML },
      tokens: { 'test-token': { login: 'alice', permissions: { contents: 'read', issues: 'read', metadata: 'read' } } },
    });
    const lines: string[] = [];
    const args = ['--api', weak.url, '--repo', 'acme/shop', '--yes'];
    expect(await sync.run(args, (line) => lines.push(line))).toBe(1);
    await weak.close();
    expect(lines).toEqual([
      'The token in GITHUB_TOKEN may not do that in acme/shop. A fine-grained token takes the permissions Contents: read and Issues: write, a classic one the scope repo. GitHub said: Resource not accessible by integration',
    ]);
  });

  it('finds the repository in the environment, and refuses what is none', async () => {
    vi.stubEnv('GITHUB_REPOSITORY', 'acme/shop');
    expect((await start()).code).toBe(0);
    await expect(start('--repo', 'shop')).rejects.toThrow('--repo: "shop" is not OWNER/NAME');
    await expect(start('--label', 'resolved')).rejects.toThrow('which the policy uses for something else');
  });

  it.each([
    ['https://github.com/acme/shop.git', 'github.com acme shop'],
    ['https://github.com/acme/shop', 'github.com acme shop'],
    ['https://x:y@github.com/acme/shop.git/', 'github.com acme shop'],
    ['git@github.com:acme/shop.js.git', 'github.com acme shop.js'],
    ['ssh://git@github.example.org:2222/acme/shop.git', 'github.example.org acme shop'],
    ['/srv/git/shop', null],
  ])('reads the origin %s', (url, expected) => {
    const config = `[core]\n\tbare = false\n[remote "other"]\n\turl = https://github.com/a/b\n[remote "origin"]\n\turl = ${url}\n\tfetch = +refs\n`;
    const found = originIn(config);
    expect(found && `${found.host} ${found.owner} ${found.name}`).toBe(expected);
  });
});

describe('the Action with the command sync', () => {
  const inputs = (dryRun: boolean): Inputs => ({
    token: 'test-token',
    policy: '.github/tocsin.yml',
    label: 'incident',
    command: 'sync',
    dryRun,
    accounts: [],
    owner: 'acme',
    repository: 'shop',
    event: 'push',
    payload: {},
    workflow: null,
    ref: 'main',
  });

  const runWith = (its: Inputs) =>
    run({
      inputs: its,
      github: github(),
      pager: QUIET_PAGER,
      now: hub.clock.now(),
      elapsed: () => 0,
      sleep: () => Promise.resolve(),
    });

  it('shows in a dry run, and writes otherwise, whatever started it', async () => {
    const dry = await runWith(inputs(true));
    expect(dry.filed.map(({ what }) => what)).toContain('create "dns/resolver": Subcategory of an incident');
    expect((await labels()).has('dns/resolver')).toBe(false);
    const wet = await runWith(inputs(false));
    expect(wet.filed).toEqual(dry.filed);
    expect((await labels()).has('dns/resolver')).toBe(true);
    expect((await runWith(inputs(false))).filed).toEqual([]);
  });

  it('with check, looks at the forms too', async () => {
    const check = () => runWith({ ...inputs(false), command: 'check', event: 'workflow_dispatch' });
    expect((await check()).problems).toEqual([]);
    hub.commit({ '.github/ISSUE_TEMPLATE/incident.yml': 'name: mine\n' });
    expect((await check()).problems).toEqual([]);
    const mark =
      '# Written by `tocsin init` from .github/tocsin.yml and checked by `tocsin check`. Take this line out to make the file your own.';
    hub.commit({ '.github/ISSUE_TEMPLATE/incident.yml': `${mark}\nname: mine\n` });
    expect((await check()).problems).toEqual([
      {
        file: '.github/ISSUE_TEMPLATE/incident.yml',
        line: 1,
        column: 1,
        message: 'is not what the policy generates: run tocsin init',
      },
    ]);
  });
});
