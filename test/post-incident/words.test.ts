import { expect, test } from 'vitest';
import { leakWords } from '../../src/post-incident/customer/leak-words.ts';

test('a finding is a line for whoever mends it', () => {
  const leak = { kind: 'host', found: 'db-eu-3', line: 3 } as const;
  expect(leakWords.en.leaks.line(leak)).toBe('line 3: `db-eu-3` looks like an internal host');
  expect(leakWords.fr.leaks.line(leak)).toBe('ligne 3\u00a0: `db-eu-3` ressemble à un serveur interne');
});

test('what was found mentions nobody and refers to nothing', () => {
  expect(leakWords.en.leaks.line({ kind: 'login', found: '@a`b`', line: 1 })).toBe(
    'line 1: `` @a`b` `` is somebody’s account',
  );
});

test('French has its own spaces and apostrophes', () => {
  for (const text of Object.values(leakWords.fr.leaks.kinds)) expect(text).not.toMatch(/'| [:;!?»]|« /);
});
