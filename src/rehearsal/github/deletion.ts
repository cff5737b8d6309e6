import { demand } from './accounts.ts';
import { unprocessable } from './refusal.ts';
import type { Account, StoredIssue, World } from './state.ts';
import { emitIssue } from './webhooks.ts';

/**
 * Takes an issue away, with its comments and its events. The timelines of its parent and of its sub-issues keep the
 * events that told of it, and do not say any more which issue it was; references from it are gone.
 */
export function deleteIssue(world: World, actor: Account, issue: StoredIssue): void {
  demand(world, { account: actor, least: 'admin', act: 'DeleteIssue' });
  if (issue.kind === 'PullRequest') throw unprocessable('A pull request cannot be deleted');
  issue.deleted = true;
  world.issues.delete(issue.number);
  for (const node of [issue, ...issue.reactions, ...issue.timeline]) world.nodes.delete(node.id);
  for (const item of issue.timeline) {
    if (item.kind !== 'IssueComment') continue;
    world.comments.delete(item.databaseId);
    for (const { id } of item.reactions) world.nodes.delete(id);
  }
  issue.parent?.subIssues.splice(issue.parent.subIssues.indexOf(issue), 1);
  for (const child of issue.subIssues) child.parent = null;
  for (const other of world.issues.values()) {
    other.timeline = other.timeline.filter((it) => it.kind !== 'CrossReferencedEvent' || it.source !== issue);
  }
  emitIssue(world, actor, issue, { action: 'deleted' });
}
