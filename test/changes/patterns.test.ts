import { describe, expect, test } from 'vitest';
import { isLockFile, matcherOf, ownersIn } from '../../src/capabilities/changes/patterns.ts';

describe('patterns', () => {
  test.each([
    ['migrations/**', 'migrations/7.sql', true],
    ['migrations/**', 'old/migrations/7.sql', false],
    ['**/*.tf', 'infra/net/main.tf', true],
    ['*.tf', 'infra/net/main.tf', true],
    ['/docs/', 'docs/a.md', true],
    ['/docs/', 'src/docs/a.md', false],
    ['apps/', 'x/apps/y/z.ts', true],
    ['Payment/', 'payment/a.ts', false],
    ['*', '../outside', false],
    ['*', '/absolute', false],
  ])('%s names %s: %s', (pattern, path, isNamed) => {
    expect(matcherOf([pattern])(path)).toBe(isNamed);
  });
});

describe('CODEOWNERS', () => {
  const owners = ownersIn(
    [
      '# Everybody',
      '*       @acme/platform # by default',
      '',
      '/payment/ @acme/payment alice@example.com',
      '/payment/docs/',
      '!README.md @nobody',
      'file[0-9].ts @nobody',
      'with\\ space.md @writer',
    ].join('\r\n'),
  );

  test.each([
    ['src/a.ts', ['@acme/platform']],
    ['payment/a.ts', ['@acme/payment', 'alice@example.com']],
    ['payment/docs/a.md', []],
    ['README.md', ['@acme/platform']],
    ['file1.ts', ['@acme/platform']],
    ['with space.md', ['@writer']],
  ])('%s belongs to %j, by the last line that names it', (path, expected) => {
    expect(owners(path)).toEqual(expected);
  });

  test('of a thousand lines is read as far as it counts', () => {
    const many = Array.from({ length: 3_000 }, (_, i) => `/a${i}/ @team-${i}`).join('\n');
    expect(ownersIn(many)('a2999/x')).toEqual(['@team-2999']);
    expect(ownersIn(many)('a0/x')).toEqual([]);
  });
});

test.each([
  ['package-lock.json', true],
  ['web/yarn.lock', true],
  ['Cargo.lock', true],
  ['go.sum', true],
  ['bun.lockb', true],
  ['src/lock.ts', false],
  ['locks/readme.md', false],
])('%s says versions only: %s', (path, isLock) => {
  expect(isLockFile(path)).toBe(isLock);
});
