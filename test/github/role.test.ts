import { describe, expect, test } from 'vitest';
import { readRole, type RawPermission } from '../../src/github/role.ts';
import { holdsOneOf, type HeldRole } from '../../src/model/role.ts';

const permissions = (...may: string[]): Pick<RawPermission, 'user'> => ({
  user: {
    permissions: Object.fromEntries(
      ['admin', 'maintain', 'push', 'triage', 'pull'].map((name) => [name, may.includes(name)]),
    ),
  },
});

describe('what somebody’s role counts as', () => {
  test.each<[string, RawPermission, HeldRole]>([
    ['GitHub’s own', { permission: 'write', role_name: 'maintain' }, ['maintain']],
    ['one of GitHub’s own in capitals', { permission: 'write', role_name: 'Maintain' }, ['maintain']],
    ['one of GitHub’s own, whatever comes beside it', { permission: 'admin', role_name: 'triage' }, ['triage']],
    ['no role', { permission: 'none', role_name: 'none' }, null],
    ['no role, with a name', { permission: 'none', role_name: 'Guest' }, null],
    ['none of their own, where everybody may read', { permission: 'read', role_name: 'none' }, ['none']],
    ['an older server’s', { permission: 'write' }, ['write']],
    ['a custom one alone', { permission: 'write', role_name: 'Crew' }, ['crew', 'write']],
    ['a custom one without permissions', { permission: 'read', role_name: 'Crew', user: null }, ['crew', 'read']],
    [
      'a custom one with nothing allowed',
      { permission: 'read', role_name: 'Crew', ...permissions() },
      ['crew', 'read'],
    ],
    ['a custom one on read', { permission: 'read', role_name: 'Crew', ...permissions('pull') }, ['crew', 'read']],
    [
      'a custom one on triage',
      { permission: 'read', role_name: 'Crew', ...permissions('triage', 'pull') },
      ['crew', 'triage'],
    ],
    [
      'a custom one on write',
      { permission: 'write', role_name: 'Crew', ...permissions('push', 'triage', 'pull') },
      ['crew', 'write'],
    ],
    [
      'a custom one on maintain',
      { permission: 'write', role_name: 'Crew', ...permissions('maintain', 'push', 'triage', 'pull') },
      ['crew', 'maintain'],
    ],
    [
      'a custom one on admin',
      { permission: 'admin', role_name: 'Crew', ...permissions('admin', 'maintain', 'push', 'triage', 'pull') },
      ['crew', 'admin'],
    ],
  ])('%s', (_, answer, held) => {
    expect(readRole(answer)).toEqual(held);
  });

  test('is compared without regard to capitals', () => {
    expect(holdsOneOf(['crew', 'write'], ['admin', 'CREW'])).toBe(true);
    expect(holdsOneOf(['crew', 'write'], ['Write'])).toBe(true);
    expect(holdsOneOf(['crew', 'write'], ['maintain'])).toBe(false);
    expect(holdsOneOf(null, ['read'])).toBe(false);
  });
});
