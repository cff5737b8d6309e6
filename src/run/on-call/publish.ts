import { planPublication } from '../../capabilities/on-call/publication.ts';
import { oncallWordsOf } from '../../capabilities/on-call/words.ts';
import type { Run } from '../context.ts';
import { keepIssue, type KeptIssue } from '../keep-issue.ts';

/** Publishes who is on call in an issue of its own, and tells there those whose shift has begun. */
export async function publishShifts(run: Run): Promise<void> {
  const { github, repository, policy, now, knowledge } = run;
  const label = policy.labels.onCall;
  const kept: KeptIssue = {
    label,
    planFor(issues) {
      const plan = planPublication(issues, { now, policy, repository, roles: knowledge.roles });
      return plan.issue === null ? plan : { ...plan, orders: [plan] };
    },
    find: () => github.ownIssues(label),
    kindOf: (effect) => (effect?.do === 'comment' ? 'tell-shift' : 'publish-on-call'),
  };
  const { failed } = oncallWordsOf(policy.language).did;
  await keepIssue(run, failed, async () => ({ kept, issues: await github.ownIssues(label) }));
}
