/** One thing that is wrong with the policy file, with its place; lines and columns count from 1. */
export interface PolicyProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A hostile or hopelessly broken file must not flood the log: what comes after this many problems is only counted. */
const MOST = 100;

/** One line for a log or a comment: `.github/tocsin.yml:12:5: message`. */
export function formatProblem(problem: PolicyProblem): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.message}`;
}

/** In the order of the file, each once, and no more than a person would read. */
export function orderProblems(problems: readonly PolicyProblem[]): readonly PolicyProblem[] {
  const unique = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  const ordered = [...unique.values()].sort((a, b) => a.line - b.line || a.column - b.column);
  const rest = ordered.slice(MOST);
  const [next] = rest;
  if (next === undefined) return ordered;
  return [...ordered.slice(0, MOST), { ...next, message: `and ${rest.length} more problems from here on` }];
}
