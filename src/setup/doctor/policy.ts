import { reachWarnings } from '../../capabilities/escalation/reach.ts';
import { ownerOf } from '../../capabilities/people/roles.ts';
import { formatProblem } from '../../policy/problem.ts';
import { fail, ok, skipped, warn, type Check } from './check.ts';

/** Whether the policy is in order, and whether it reaches anybody. */
export const policyCheck: Check = async (ground) => {
  const { github, workflows, file, policy, now, words: all } = ground;
  const { policy: words } = all;
  if (file === null) return [skipped(all.noPolicy)];
  if (policy === null) return file.problems.map((it) => fail(`\`${formatProblem(it)}\``, null));
  const at = (line: string): string => words.line(line, file.path);
  const ownership = policy.fallback === 'owner' ? await github.ownership(workflows?.[0]?.path ?? null) : null;
  const owner = ownership && ownerOf(ownership);
  const isNobody = ownership !== null && owner === null;
  return [
    ok(file.text === null ? words.builtIn(file.path) : words.good(file.path)),
    ...file.problems.map((it) => fail(`\`${formatProblem(it)}\``, null)),
    ...(isNobody && policy.roles.size === 0 ? [fail(words.nobody, at('fallback: LOGIN'))] : []),
    ...(owner !== null && !ownership!.ownedByPerson ? [warn(words.keeper(owner), at(`fallback: ${owner}`))] : []),
    ...reachWarnings(policy, !isNobody, now).map((it) =>
      warn(it, it.startsWith('fallback') ? at('fallback: LOGIN') : null),
    ),
  ];
};
