import { roleOf } from './accounts.ts';
import { LIMITS } from './limits.ts';
import type { Account, StoredIssue, World } from './state.ts';
import { record } from './timeline.ts';
import { emitIssue } from './webhooks.ts';

/** Whether GitHub lets this account be an assignee: it has a role, or it commented on the issue. */
function assignable(world: World, issue: StoredIssue, account: Account): boolean {
  if (account.kind !== 'User' || account.deleted) return false;
  const commented = issue.timeline.some((item) => item.kind === 'IssueComment' && item.author === account);
  return commented || roleOf(world, account) !== undefined;
}

/** Assigns those who can be assigned; GitHub says nothing about the others, nor about more than ten. */
export function addAssignees(world: World, actor: Account, issue: StoredIssue, accounts: readonly Account[]): void {
  for (const assignee of new Set(accounts)) {
    if (issue.assignees.includes(assignee) || issue.assignees.length >= LIMITS.assignees) continue;
    if (!assignable(world, issue, assignee)) continue;
    issue.assignees.push(assignee);
    record(world, issue, actor, { kind: 'AssignedEvent', assignee });
    emitIssue(world, actor, issue, { action: 'assigned', assignee });
  }
}

export function removeAssignees(world: World, actor: Account, issue: StoredIssue, accounts: readonly Account[]): void {
  for (const assignee of new Set(accounts)) {
    if (!issue.assignees.includes(assignee)) continue;
    issue.assignees = issue.assignees.filter((one) => one !== assignee);
    record(world, issue, actor, { kind: 'UnassignedEvent', assignee });
    emitIssue(world, actor, issue, { action: 'unassigned', assignee });
  }
}
