import { demand } from './accounts.ts';
import { gitChangesOf } from './git.ts';
import { close } from './issues.ts';
import { unprocessable } from './refusal.ts';
import { closingReferences } from './references.ts';
import { present, type Account, type StoredIssue, type World } from './state.ts';
import { record } from './timeline.ts';
import { commitFiles } from './world.ts';

/** Merges a pull request as one commit of its author's; the open issues that it closes are closed by whoever merges. */
export function mergePull(world: World, actor: Account, pull: StoredIssue): void {
  demand(world, { account: actor, least: 'write', act: 'MergePullRequest' });
  const head = world.git.pulls.get(pull.number);
  if (!head || pull.state === 'CLOSED') throw unprocessable('Pull Request is not mergeable');
  const commit = commitFiles(world, gitChangesOf(head), `${pull.title} (#${pull.number})`, pull.author.login);
  pull.merged = { by: actor, at: present(world), commit };
  record(world, pull, actor, { kind: 'MergedEvent' });
  close(world, actor, pull, { reason: 'COMPLETED' });
  for (const issue of closedBy(world, pull)) {
    if (issue.state === 'OPEN') close(world, actor, issue, { reason: 'COMPLETED', closer: pull });
  }
}

/** The pull requests that close the issue, or did. */
export function closersOf(world: World, issue: StoredIssue): StoredIssue[] {
  return [...world.issues.values()].filter((one) => closedBy(world, one).includes(issue));
}

/** The issues that a pull request closes when it is merged. */
export function closedBy(world: World, pull: StoredIssue): StoredIssue[] {
  if (pull.kind !== 'PullRequest') return [];
  return closingReferences(pull.body, world.owner, world.repo).flatMap((number) => {
    const issue = world.issues.get(number);
    return issue?.kind === 'Issue' ? [issue] : [];
  });
}
