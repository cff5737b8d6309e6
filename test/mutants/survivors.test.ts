import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRegister, survivorsToMind, type Report } from '../../scripts/survivors.ts';

/* What `npm run mutate` says is left to do about the changes that no test notices. */

const SOURCE = 'const a = 1;\nif (a > 1 &&\n    b) stop();\n';
const at = (line: number, column: number) => ({ line, column });
const mutant = (status: string, replacement: string, start = at(2, 5), end = at(2, 10)) => ({
  status,
  replacement,
  location: { start, end },
});
const reportOf = (...mutants: ReturnType<typeof mutant>[]): Report => ({
  files: { 'src/a.ts': { source: SOURCE, mutants } },
});

describe('a change that no test notices', () => {
  test('is named with its place, what it was and what it becomes', () => {
    const report = reportOf(
      mutant('Survived', 'a >= 1'),
      mutant('NoCoverage', 'false', at(2, 5), at(3, 6)),
      mutant('Killed', 'true'),
      mutant('Timeout', 'a < 1'),
    );
    expect(survivorsToMind(report, {})).toEqual([
      'src/a.ts:2: no test notices: a > 1 → a >= 1',
      'src/a.ts:2: no test notices: a > 1 && b → false',
    ]);
  });

  test('is left alone once the register says why it means the same', () => {
    const register = {
      'src/a.ts': [{ why: 'One is as good as the other.', mutants: 'a > 1 → a >= 1\na > 1 → true\n' }],
    };
    expect(survivorsToMind(reportOf(mutant('Survived', 'a >= 1'), mutant('Survived', 'true')), register)).toEqual([]);
    expect(survivorsToMind(reportOf(mutant('Survived', 'a >= 1'), mutant('Killed', 'true')), register)).toEqual([
      'src/a.ts: in the register, but a test notices, or it is gone: a > 1 → true',
    ]);
  });

  test('is looked for only in the files that were tried', () => {
    const register = { 'src/b.ts': [{ why: 'So.', mutants: 'a → b' }] };
    expect(survivorsToMind(reportOf(), register)).toEqual([]);
  });

  test('is cut where it is long', () => {
    const long = {
      files: { 'src/a.ts': { source: 'x'.repeat(200), mutants: [mutant('Survived', '', at(1, 1), at(1, 201))] } },
    };
    expect(survivorsToMind(long, {})).toEqual([`src/a.ts:1: no test notices: ${'x'.repeat(120)}… → `]);
  });
});

test('every entry of the register is about a file that there is, and says why', () => {
  const register = readRegister('test/mutants');
  expect(Object.keys(register).length).toBeGreaterThan(0);
  for (const [path, entries] of Object.entries(register)) {
    const source = readFileSync(path, 'utf8').replace(/\s+/g, ' ');
    for (const { why, mutants } of entries) {
      expect(why).not.toBe('');
      for (const line of mutants.trim().split('\n')) {
        const was = line.split(' → ')[0]!.replace(/…$/, '');
        expect(source, path).toContain(was);
      }
    }
  }
});
