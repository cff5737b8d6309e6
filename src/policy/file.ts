import type { PolicyProblem } from './problem.ts';

/** Where the policy file is unless somebody says otherwise. */
export const POLICY_FILE = '.github/tocsin.yml';

/** Texts of files by their paths: those that are there. */
export type Texts = Readonly<Record<string, string | null>>;

/** The file that the policy is read from, with what is wrong with its place. */
export interface ChosenPolicy {
  readonly file: string;
  /** Null where there is no such file. */
  readonly text: string | null;
  readonly problems: readonly PolicyProblem[];
}

/** The same file with the other spelling of its ending; null if it has neither. */
export function siblingOf(file: string): string | null {
  if (file.endsWith('.yml')) return file.replace(/yml$/, 'yaml');
  return file.endsWith('.yaml') ? file.replace(/yaml$/, 'yml') : null;
}

/** The paths at which a policy may be that is named so. */
export function policyPaths(named: string): readonly string[] {
  const sibling = siblingOf(named);
  return sibling === null ? [named] : [named, sibling];
}

/** Which of the files that may be the policy is: the one that is there, by whichever ending. None is a problem unless it is the usual one. */
export function choosePolicy(named: string, texts: Texts): ChosenPolicy {
  const [file = named, other] = policyPaths(named).filter((path) => typeof texts[path] === 'string');
  const at = (message: string): PolicyProblem => ({ file, line: 1, column: 1, message });
  const problems = [];
  if (other !== undefined) problems.push(at(`${other} is there, too, and is not read: delete one of the two`));
  if (typeof texts[file] !== 'string' && named !== POLICY_FILE)
    problems.push(at('there is no such file on the default branch, though the input `policy` names it'));
  return { file, text: texts[file] ?? null, problems };
}

/** Reads the policy from wherever it may be. */
export async function readPolicy(named: string, read: (path: string) => Promise<string | null>): Promise<ChosenPolicy> {
  const texts: Record<string, string | null> = {};
  for (const path of policyPaths(named)) texts[path] = await read(path);
  return choosePolicy(named, texts);
}
