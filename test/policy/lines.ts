import { expect, test } from 'vitest';
import { formatProblem } from '../../src/policy/problem.ts';
import { loadPolicy } from '../../src/capabilities/load.ts';
import type { Policy } from '../../src/capabilities/policy.ts';

/** The problems of a policy as people see them, in a file called p.yml; none if it is good. */
export async function problemLines(text: string): Promise<readonly string[]> {
  const loaded = await loadPolicy(text, 'p.yml');
  return loaded.ok ? [] : loaded.problems.map(formatProblem);
}

/** The policy of a text that must be good. */
export async function goodPolicy(text: string | null): Promise<Policy> {
  const loaded = await loadPolicy(text, 'p.yml');
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  return loaded.policy;
}

/** What is wrong with a policy, its text, and the lines that people get to read about it. */
export type Case = readonly [title: string, text: string, lines: readonly string[]];

/** One test for each bad policy. */
export function testProblems(cases: readonly Case[]): void {
  test.each(cases)('%s', async (_title, text, lines) => {
    expect(await problemLines(text)).toEqual(lines.map((line) => `p.yml:${line}`));
  });
}
