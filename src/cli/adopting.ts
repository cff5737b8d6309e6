import { GitHubError } from '../github/port.ts';
import type { Policy } from '../capabilities/policy.ts';
import { PRIORITIES } from '../model/priority.ts';
import { schemeIn, type Scheme } from '../setup/schemes.ts';
import { repositoryOf } from './repository.ts';
import { UsageError } from './arguments.ts';

/** The line of a policy by which a priority label alone makes no incident. */
export const BY_LABEL_ALONE = 'taken-in-by: incident-label';

/** Asks a question with yes or no; null where nobody can answer. */
export type Ask = (question: string) => Promise<boolean | null>;

/** The labels that a repository has, and what it is called; null without a token. Throws a GitHubError or a UsageError if it cannot be asked. */
async function existingLabels(repo: string | null): Promise<{ place: string; names: readonly string[] } | null> {
  const token = process.env.GITHUB_TOKEN || process.env.GH_TOKEN;
  if (!token) return null;
  const api = process.env.GITHUB_API_URL || null;
  const { owner, name } = await repositoryOf(repo, api);
  const { openGitHub } = await import('./github.ts');
  const there = await (await openGitHub({ owner, name, token, api }, Date.now())).labels();
  return { place: `${owner}/${name}`, names: there.map((label) => label.name) };
}

/** The scheme of priorities that the repository has; null if there is none, or nobody can say. What cannot be asked is printed. */
export async function existingScheme(repo: string | null, print: (line: string) => void): Promise<Scheme | null> {
  try {
    const there = await existingLabels(repo);
    return there && schemeIn(there.names);
  } catch (error) {
    unseen(error, print);
    return null;
  }
}

/**
 * Where a repository has labels already that are called like the priorities of a policy: whether the issues that carry them are no
 * incidents, as somebody says. Without a token, or where the repository is not known, nobody is asked. What is found is printed.
 */
export async function hasOtherBugs(
  policy: Policy,
  { repo, print, ask }: { readonly repo: string | null; readonly print: (line: string) => void; readonly ask: Ask },
): Promise<boolean> {
  try {
    const there = await existingLabels(repo);
    if (there === null) return false;
    const names = new Set(there.names.map((name) => name.toLowerCase()));
    const taken = PRIORITIES.map((it) => policy.priorities[it].label).filter((it) => names.has(it.toLowerCase()));
    if (taken.length === 0) return false;
    const found = `${there.place} has the label${taken.length === 1 ? '' : 's'} ${taken.join(', ')} already.`;
    const answer = await ask(`${found} Are all issues that carry one incidents?`);
    if (answer === null)
      print(
        `${found} If not every issue that carries one is an incident, write \`${BY_LABEL_ALONE}\` into the policy.`,
      );
    return answer === false;
  } catch (error) {
    unseen(error, print);
    return false;
  }
}

function unseen(error: unknown, print: (line: string) => void): void {
  if (!(error instanceof GitHubError) && !(error instanceof UsageError)) throw error;
  print(`the labels that the repository has already could not be looked at: ${error.message}`);
}
