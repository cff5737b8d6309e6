import { GitHubError, type GitHub } from '../github/port.ts';
import type { Policy } from '../capabilities/policy.ts';
import { PRIORITIES } from '../model/priority.ts';
import type { InitWords } from '../setup/init-words.ts';
import { schemeIn, type Scheme } from '../setup/schemes.ts';
import { repositoryOf } from './repository.ts';
import { UsageError } from './arguments.ts';

/** The line of a policy by which a priority label alone makes no incident. */
export const BY_LABEL_ALONE = 'taken-in-by: incident-label';

/** The repository on GitHub, and what it is called; null without a token. Throws a GitHubError or a UsageError if it cannot be asked. */
async function existing(repo: string | null): Promise<{ place: string; github: GitHub } | null> {
  const token = process.env.GITHUB_TOKEN || process.env.GH_TOKEN;
  if (!token) return null;
  const api = process.env.GITHUB_API_URL || null;
  const { owner, name } = await repositoryOf(repo, api);
  const { openGitHub } = await import('./github.ts');
  return { place: `${owner}/${name}`, github: await openGitHub({ owner, name, token, api }, Date.now()) };
}

/** The labels that a repository has, and what it is called; null without a token. Throws like the above. */
async function existingLabels(repo: string | null): Promise<{ place: string; names: readonly string[] } | null> {
  const there = await existing(repo);
  return there && { place: there.place, names: (await there.github.labels()).map((label) => label.name) };
}

/** Whether everybody may see the repository; not so where nobody can say, for want of a token or of an answer. */
export async function isKnownPublic(repo: string | null): Promise<boolean> {
  try {
    const there = await existing(repo);
    return there !== null && !(await there.github.isPrivate());
  } catch (error) {
    if (!isExpected(error)) throw error;
    return false;
  }
}

/** What is asked, and to whom what was found is told. */
interface Asking {
  readonly repo: string | null;
  readonly print: (line: string) => void;
  readonly words: InitWords;
}

/** The scheme of priorities that the repository has; null if there is none, or nobody can say. What cannot be asked is printed. */
export async function existingScheme(asking: Asking): Promise<Scheme | null> {
  try {
    const there = await existingLabels(asking.repo);
    return there && schemeIn(there.names);
  } catch (error) {
    unseen(error, asking);
    return null;
  }
}

/**
 * Where a repository has labels already that are called like the priorities of a policy: whether the issues that carry them are no
 * incidents, as somebody says; `ask` gives null where nobody can answer. Without a token, or where the repository is not known, nobody is
 * asked. What is found is printed.
 */
export async function hasOtherBugs(
  policy: Policy,
  asking: Asking & { readonly ask: (question: string) => Promise<boolean | null> },
): Promise<boolean> {
  const { labels } = asking.words;
  try {
    const there = await existingLabels(asking.repo);
    if (there === null) return false;
    const names = new Set(there.names.map((name) => name.toLowerCase()));
    const taken = PRIORITIES.map((it) => policy.priorities[it].label).filter((it) => names.has(it.toLowerCase()));
    if (taken.length === 0) return false;
    const found = labels.found(there.place, taken);
    const answer = await asking.ask(labels.ask(found));
    if (answer === null) asking.print(labels.unasked(found, BY_LABEL_ALONE));
    return answer === false;
  } catch (error) {
    unseen(error, asking);
    return false;
  }
}

function unseen(error: unknown, { print, words }: Asking): void {
  if (!isExpected(error)) throw error;
  print(words.labels.unseen(error.message));
}

function isExpected(error: unknown): error is GitHubError | UsageError {
  return error instanceof GitHubError || error instanceof UsageError;
}
