import ignore from 'ignore';
import { isTooWild } from './too-wild.ts';

/** Whether a file is one of those that a list of patterns names, in the manner of `.gitignore`, as CODEOWNERS has it. */
export function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  const matcher = ignore({ ignorecase: false }).add(patterns.filter((it) => !isTooWild(it)));
  // A path that is none, such as one that leaves the repository, is named by nothing.
  return (path) => ignore.isPathValid(path) && matcher.ignores(path);
}

/** Of a longer file the last lines count: they win. */
const MOST_LINES = 1_000;

/**
 * Whose a file is, as CODEOWNERS has it: the owners on the last line whose pattern names it; nobody where that line has none
 * (https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners).
 */
export function ownersIn(text: string): (path: string) => readonly string[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '')
    .slice(-MOST_LINES)
    .map((line) => line.split(/(?<!\\)\s+/))
    // Neither a pattern that takes something out nor a range of characters is one of CODEOWNERS: GitHub leaves such a line out.
    .filter(([pattern = '']) => !pattern.startsWith('!') && !pattern.includes('['))
    .map(([pattern = '', ...owners]) => ({ isMatch: matcherOf([pattern]), owners }))
    .reverse();
  return (path) => lines.find(({ isMatch }) => isMatch(path))?.owners ?? [];
}

const known = new Map<string, (path: string) => readonly string[]>();

/** The same, worked out once for each text and file; nobody's where there is no such file. */
export function ownersOfFiles(text: string | null): (path: string) => readonly string[] {
  if (text === null) return () => [];
  const before = known.get(text);
  if (before !== undefined) return before;
  const ownersOf = ownersIn(text);
  const files = new Map<string, readonly string[]>();
  const remembered = (path: string): readonly string[] => {
    const owners = files.get(path) ?? ownersOf(path);
    files.set(path, owners);
    return owners;
  };
  // One repository is looked at in a run, and a few others.
  if (known.size >= 10) known.clear();
  known.set(text, remembered);
  return remembered;
}

const LOCK_FILES =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|go\.sum|gradle\.lockfile|[\w.-]+\.lock|[\w.-]+\.lockb)$/i;

/** Whether a file only says which versions of others are used. */
export function isLockFile(path: string): boolean {
  return LOCK_FILES.test(path);
}
