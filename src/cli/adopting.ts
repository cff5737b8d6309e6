import { createInterface } from 'node:readline/promises';
import { GitHubError } from '../github/port.ts';
import type { Policy } from '../capabilities/policy.ts';
import { PRIORITIES } from '../model/priority.ts';
import { repositoryOf } from './repository.ts';
import { UsageError } from './arguments.ts';

/** The line of a policy by which a priority label alone makes no incident. */
export const BY_LABEL_ALONE = 'taken-in-by: incident-label';

/** Asks a question with yes or no; null where nobody can answer. */
export type Ask = (question: string) => Promise<boolean | null>;

/** Asks whoever sits at the terminal. */
export const askTerminal: Ask = async (question) => {
  if (!process.stdin.isTTY) return null;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^\s*(?:y|yes|o|oui)\s*$/i.test(await terminal.question(`${question} [y/N] `));
  } finally {
    terminal.close();
  }
};

/**
 * Where a repository has labels already that are called like the priorities of a policy: whether the issues that carry them are no
 * incidents, as somebody says. Without a token, or where the repository is not known, nobody is asked. What is found is printed.
 */
export async function hasOtherBugs(
  policy: Policy,
  { repo, print, ask }: { readonly repo: string | null; readonly print: (line: string) => void; readonly ask: Ask },
): Promise<boolean> {
  const token = process.env.GITHUB_TOKEN || process.env.GH_TOKEN;
  if (!token) return false;
  const api = process.env.GITHUB_API_URL || null;
  try {
    const { owner, name } = await repositoryOf(repo, api);
    const { openGitHub } = await import('./github.ts');
    const there = await (await openGitHub({ owner, name, token, api }, Date.now())).labels();
    const names = new Set(there.map((label) => label.name.toLowerCase()));
    const taken = PRIORITIES.map((it) => policy.priorities[it].label).filter((it) => names.has(it.toLowerCase()));
    if (taken.length === 0) return false;
    const found = `${owner}/${name} has the label${taken.length === 1 ? '' : 's'} ${taken.join(', ')} already.`;
    const answer = await ask(`${found} Are all issues that carry one incidents?`);
    if (answer === null)
      print(
        `${found} If not every issue that carries one is an incident, write \`${BY_LABEL_ALONE}\` into the policy.`,
      );
    return answer === false;
  } catch (error) {
    if (!(error instanceof GitHubError) && !(error instanceof UsageError)) throw error;
    print(`the labels that the repository has already could not be looked at: ${error.message}`);
    return false;
  }
}
