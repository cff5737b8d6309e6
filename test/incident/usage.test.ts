import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/capabilities/commands.ts';
import { usageIn } from '../../src/capabilities/usage.ts';
import { MAINTENANCE_COMMANDS } from '../../src/post-incident/maintenance/commands.ts';
import { POST_MORTEM_COMMANDS } from '../../src/post-incident/post-mortem/commands/commands.ts';
import { PROBLEM_COMMANDS } from '../../src/post-incident/problem/commands.ts';

/* What stands for something else in the usage of a command is in the language of the reader. */

const ALL = [COMMANDS, POST_MORTEM_COMMANDS, PROBLEM_COMMANDS, MAINTENANCE_COMMANDS].flatMap((all) =>
  Object.values<{ readonly usage: string }>(all).map(({ usage }) => usage),
);
/** The same in both languages. */
const SAME = ['SHA', 'URL'];

test('each word that stands for something has its French', () => {
  const words = new Set(ALL.flatMap((usage) => usage.match(/[A-Z]{2,}/g) ?? []));
  expect(words).toContain('TEXT');
  expect([...words].filter((word) => usageIn('fr', word) === word)).toEqual(SAME);
});

test.each([
  ['TITLE|#12', 'TITRE|#12'],
  ['P1 REASON', 'P1 MOTIF'],
  ['yes|no TEXT', 'oui|non TEXTE'],
  ['', ''],
])('%j is %j in French', (usage, french) => {
  expect(usageIn('fr', usage)).toBe(french);
  expect(usageIn('en', usage)).toBe(usage);
});
