import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sinceImpact } from '../../src/capabilities/changes/after.ts';
import type { Concern } from '../../src/capabilities/changes/files.ts';
import { changesBefore, goodBefore } from '../../src/capabilities/changes/find.ts';
import type { ChangesPolicy } from '../../src/capabilities/changes/policy.ts';
import { readSeen } from '../../src/capabilities/changes/seen.ts';
import type { Deployment, Shipped, ShippedCommit } from '../../src/model/shipped.ts';
import { tries } from '../support/tries.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 10, 2, 12);

const policy: ChangesPolicy = {
  for: ['P0', 'P1'],
  lookBack: 2 * HOUR,
  environments: null,
  repositories: [],
  show: 5,
  risky: ['migrations/**'],
  paths: [{ name: 'payment', patterns: ['pay/**'] }],
  cause: null,
  rollback: null,
};
const concern: Concern = { from: NOW, names: ['payment'], owners: ['alice'], text: 'Checkout refuses cards' };

function commit(sha: string, ago: number, paths: readonly string[] | null, title = `Work ${sha}`): ShippedCommit {
  const number = Number.parseInt(sha, 36);
  return {
    sha,
    at: NOW - ago * MINUTE,
    headline: title,
    url: `https://github.com/acme/shop/commit/${sha}`,
    by: 'bob',
    additions: 1,
    deletions: 0,
    pullRequest: paths && {
      number,
      title,
      url: `https://github.com/acme/shop/pull/${number}`,
      mergedBy: 'carol',
      author: 'bob',
      additions: 1,
      deletions: 0,
      changed: paths.length,
      paths,
    },
  };
}

function deployed(sha: string, ago: number, given: Partial<Deployment> = {}): Deployment {
  const at = NOW - ago * MINUTE;
  return {
    environment: 'production',
    sha,
    begunAt: at,
    at,
    by: 'carol',
    state: 'success',
    log: null,
    description: null,
    ...given,
  };
}

const shop = (given: Partial<Shipped>): Shipped => ({
  repository: 'acme/shop',
  url: 'https://github.com/acme/shop',
  isPrivate: true,
  deployments: [],
  releases: [],
  commits: [],
  owners: null,
  lacks: [],
  ...given,
});

const find = (given: Partial<Shipped>, more: Partial<ChangesPolicy> = {}) =>
  changesBefore([shop(given)], concern, { ...policy, ...more }, { now: NOW, own: 'acme/shop' });

describe('what a deployment brings', () => {
  const commits = [commit('c4', 5, ['d']), commit('c3', 20, ['c']), commit('c2', 40, ['b']), commit('c1', 300, ['a'])];

  test('is what lies between it and the one before that went well', () => {
    const { list } = find({
      commits,
      deployments: [deployed('c3', 10), deployed('c2', 30, { state: 'failure' }), deployed('c1', 290)],
    });
    const [first, failed] = [list.find(({ sha }) => sha === 'c3')!, list.find(({ sha }) => sha === 'c2')!];
    expect(first.before?.sha).toBe('c1');
    expect(first.holds?.map(({ title }) => title)).toEqual(['Work c3', 'Work c2']);
    expect(failed.reasons).toContainEqual({ why: 'failed' });
    // What it brings does not stand there again by itself; what waits does.
    expect(list.map(({ kind, sha }) => [kind, sha])).toEqual([
      ['deployment', 'c3'],
      ['deployment', 'c2'],
      ['merge', 'c4'],
    ]);
  });

  test('is each pull request once, however many commits it has', () => {
    const side = (sha: string, ago: number): ShippedCommit => ({
      ...commit(sha, ago, ['x']),
      pullRequest: commit('p7', 0, ['x']).pullRequest,
    });
    const branch = [side('m1', 10), side('m2', 11), side('m3', 12), commit('c1', 300, ['a'])];
    const { list } = find({ commits: branch, deployments: [deployed('m1', 5), deployed('c1', 290)] });
    expect(list).toHaveLength(1);
    expect(list[0]).toMatchObject({ number: Number.parseInt('p7', 36), size: { files: 1 } });
    expect(find({ commits: branch }).list).toHaveLength(1);
  });

  test('is nothing where it goes back', () => {
    const { list } = find({ commits, deployments: [deployed('c1', 5), deployed('c3', 30)] });
    expect(list[0]).toMatchObject({ sha: 'c1', back: true, before: { sha: 'c3' } });
    expect(list[0]).not.toHaveProperty('holds');
  });

  test('of a history that is not known so far back is its own commit', () => {
    const [first] = find({ commits: commits.slice(0, 2), deployments: [deployed('c3', 10), deployed('a0', 500)] }).list;
    expect(first).toMatchObject({ number: Number.parseInt('c3', 36), before: { sha: 'a0' } });
  });

  test('of a commit that is none of the branch is what it is called', () => {
    const [first] = find({ commits, deployments: [deployed('feedbee', 10, { description: 'Config 7' })] }).list;
    expect(first).toMatchObject({ title: 'Config 7', sha: 'feedbee' });
  });

  test('does not look into other environments', () => {
    const all = [deployed('c3', 10), deployed('c2', 20, { environment: 'staging' }), deployed('c1', 30)];
    expect(goodBefore(all, all[0]!)?.sha).toBe('c1');
  });
});

describe('the order', () => {
  test.each<[string, ShippedCommit, ShippedCommit]>([
    ['what is nearer', commit('a1', 5, ['x']), commit('a2', 60, ['x'])],
    ['what is the category’s', commit('a1', 60, ['pay/x.ts']), commit('a2', 5, ['x'])],
    ['what is risky', commit('a1', 60, ['migrations/1.sql']), commit('a2', 5, ['x'])],
    ['what the report says', commit('a1', 60, ['x'], 'Cards are checked'), commit('a2', 5, ['x'])],
    ['what is more than versions', commit('a1', 119, ['x']), commit('a2', 1, ['package-lock.json'])],
  ])('%s comes first', (_, first, second) => {
    expect(find({ commits: [second, first] }).list.map(({ sha }) => sha)).toEqual([first.sha, second.sha]);
  });

  test('counts what is not shown', () => {
    const commits = Array.from({ length: 12 }, (_, i) => commit(`b${i}`, i, ['x']));
    const { list, total } = find({ commits }, { show: 3 });
    expect([list.length, total]).toEqual([3, 12]);
  });
});

test('the look-back holds on both sides, to the millisecond', () => {
  const at = (ms: number): ShippedCommit => ({ ...commit('a1', 0, null), sha: String(ms), at: NOW - ms });
  const commits = [-1, 0, 2 * HOUR, 2 * HOUR + 1].map(at);
  expect(find({ commits }).list.map(({ sha }) => sha)).toEqual(['0', String(2 * HOUR)]);
});

test('nothing waits where it is not known what was deployed before', () => {
  const { list } = find({ commits: [commit('a1', 5, ['x'])], deployments: [deployed('zz', -5)] });
  expect(list[0]!.reasons).not.toContainEqual({ why: 'waiting' });
});

test('releases are named, and another repository by its name', () => {
  const releases = [
    { tag: 'v2', name: 'Cards', at: NOW - MINUTE, by: 'carol', url: 'https://github.com/acme/infra/releases/tag/v2' },
  ];
  const all = [shop({ repository: 'acme/infra', releases })];
  const { list } = changesBefore(all, concern, policy, { now: NOW, own: 'Acme/Shop' });
  expect(list).toEqual([
    expect.objectContaining({
      kind: 'release',
      title: 'v2 Cards',
      repository: 'acme/infra',
      reasons: [{ why: 'words', what: 'cards' }],
    }),
  ]);
});

describe('after the mitigation', () => {
  const commits = [
    commit('c5', -10, ['a'], 'Revert "Cards are checked" (#9)'),
    commit('c3', 20, ['c'], 'Cards are checked'),
    commit('c1', 300, ['a']),
  ];
  const window = { from: NOW, at: NOW + 20 * MINUTE };

  test('says what runs, whether it ran before, and what was reverted', () => {
    const deployments = [deployed('c1', -5), deployed('c3', 10), deployed('c1', 290)];
    expect(sinceImpact(shop({ commits, deployments }), window, null)).toEqual({
      of: window.at,
      sha: 'c1',
      environment: 'production',
      since: NOW + 5 * MINUTE,
      back: true,
      reverted: { number: Number.parseInt('c3', 36), by: Number.parseInt('c5', 36) },
    });
  });

  test('is not back where it merely ran elsewhere, or runs again', () => {
    const elsewhere = [deployed('c3', -5), deployed('c3', 8, { environment: 'staging' }), deployed('c1', 290)];
    expect(sinceImpact(shop({ deployments: elsewhere }), window, null)).not.toHaveProperty('back');
    expect(
      sinceImpact(shop({ deployments: [deployed('c3', -5), deployed('c3', 10)] }), window, null),
    ).not.toHaveProperty('back');
  });

  test('counts no deployment that failed, or of another environment', () => {
    const deployments = [deployed('c1', -5, { state: 'failure' }), deployed('c1', -6, { environment: 'staging' })];
    expect(sinceImpact(shop({ deployments }), window, ['production'])).toEqual({ of: window.at });
  });
});

test('whatever was found is read again as it was written', { tags: 'slow' }, () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  const commits = fc.array(
    fc.record({
      ago: fc.integer({ min: -10, max: 200 }),
      title: text,
      paths: fc.option(fc.array(text, { maxLength: 5 })),
    }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(commits, text, fc.option(text), (all, about, owners) => {
      const given = shop({
        owners,
        commits: all.map(({ ago, title, paths }, i) => commit(`c${i}`, ago, paths, title)),
      });
      const found = changesBefore([given], { ...concern, text: about }, policy, { now: NOW, own: 'acme/shop' });
      const again: unknown = JSON.parse(JSON.stringify(found));
      expect(JSON.stringify(readSeen(again))).toBe(JSON.stringify(readSeen(readSeen(again))));
      expect(readSeen(again)).not.toBeNull();
      expect(found.list.length).toBe(Math.min(policy.show, found.total));
      // Its place in the record has a bound, whatever people write.
      expect(JSON.stringify(found).length).toBeLessThan(15_000);
    }),
    tries(100),
  );
});
