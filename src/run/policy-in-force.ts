import type { GitHub } from '../github/port.ts';
import type { ChosenPolicy } from '../policy/file.ts';
import { formatProblem, type PolicyProblem } from '../policy/problem.ts';
import { loadPolicy } from '../capabilities/load.ts';
import type { Policy } from '../capabilities/policy.ts';

/** The policy that a run applies, and what is wrong with the file if that is an older one. */
export interface PolicyInForce {
  readonly policy: Policy;
  readonly problems: readonly PolicyProblem[];
  /** Where the policy comes from when the file is broken: a commit, or the built-in policy. */
  readonly instead: { readonly commit: string | null } | null;
}

/**
 * Loads the policy. If the file is broken, its last good version stays in force: deadlines do not stop because of a typo. If
 * it never was good, the built-in policy applies.
 */
export async function findPolicy(
  github: GitHub,
  { file, text, problems: misplaced }: ChosenPolicy,
): Promise<PolicyInForce> {
  const loaded = await loadPolicy(text, file);
  const isMissing = text === null && misplaced.length > 0;
  if (loaded.ok && !isMissing) return { policy: loaded.policy, problems: misplaced, instead: null };
  const problems = [...misplaced, ...(loaded.ok ? [] : loaded.problems)];
  for (const version of await github.historyOf(file)) {
    if (version.text === null || version.text === text) continue;
    const former = await loadPolicy(version.text, file);
    if (former.ok) return { policy: former.policy, problems, instead: { commit: version.commit } };
  }
  const builtin = await loadPolicy(null, file);
  if (!builtin.ok) throw new Error(`The built-in policy is broken: ${builtin.problems.map(formatProblem).join('\n')}`);
  return { policy: builtin.policy, problems, instead: { commit: null } };
}
