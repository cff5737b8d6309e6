import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/policy/problem.ts';
import { loadPolicy } from '../../src/capabilities/load.ts';
import { bits, changed, duty, intake } from './changes.ts';
import { problemLines } from './lines.ts';
import { tries } from '../support/tries.ts';

describe('a hostile file', () => {
  const laughs = ['a: &a0 [x, x, x, x, x, x, x, x, x]']
    .concat(Array.from({ length: 9 }, (_, n) => `b${n}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`))
    .join('\n');

  test.each([
    [
      'a huge file',
      `# ${'x'.repeat(200_000)}`,
      '1:1: the file has 200002 characters; a policy may have at most 100000',
    ],
    ['a billion laughs', laughs, 'holds more than 20000 values once its aliases are expanded'],
    ['an alias of itself', 'roles: &a [*a]', 'is nested more than 20 levels deep'],
    ['an alias of the whole', '&a\nroles: *a', 'is nested more than 20 levels deep'],
    ['deep lists', '['.repeat(50_000), 'is not valid YAML'],
    ['deep maps', `roles: ${'{a: '.repeat(300)}x${'}'.repeat(300)}`, 'is nested more than 20 levels deep'],
  ])('%s', async (_title, text, message) => {
    const lines = await problemLines(text);
    expect(lines.join('\n')).toContain(message);
  });

  test('a flood of problems is cut, and says so', { tags: 'slow' }, async () => {
    const lines = await problemLines(Array.from({ length: 3000 }, (_, n) => `key${n}: 1`).join('\n'));
    expect(lines).toHaveLength(101);
    expect(lines.at(-1)).toBe('p.yml:101:1: and 2900 more problems from here on');
  });

  test('markup, mentions and line ends of the file stay inside quotes', async () => {
    const [line] = await problemLines('language: "@alice\\n\\n<img src=x>"');
    expect(line).toBe('p.yml:1:11: language: "@alice\\n\\n<img src=x>" is not a language; expected one of en, fr');
  });
});

describe('any change of a good policy', () => {
  const valid = async (text: string) => {
    const loaded = await loadPolicy(text, 'p.yml');
    if (loaded.ok) return;
    expect(loaded.problems.length).toBeGreaterThan(0);
    const lines = text.split(/\r\n|\n/).length;
    for (const problem of loaded.problems) {
      expect(problem.line).toBeGreaterThanOrEqual(1);
      expect(problem.line).toBeLessThanOrEqual(lines);
      expect(problem.column).toBeGreaterThanOrEqual(1);
      expect(formatProblem(problem)).toMatch(/^p\.yml:\d+:\d+: .*[^:\s]$/);
      expect(formatProblem(problem)).not.toMatch(/Invalid input|Too small|Unrecognized|undefined/);
    }
  };

  test('which is good to begin with', async () => {
    expect(await problemLines(intake)).toEqual([]);
    expect(await problemLines(duty)).toEqual([]);
  });

  test('is good or has problems with a place, and never throws', { tags: 'slow' }, async () => {
    await fc.assert(fc.asyncProperty(changed, valid), tries(60));
  });

  test('whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.oneof(bits, fc.string({ maxLength: 3 })), maxLength: 60 }), valid),
      tries(40),
    );
  });
});
