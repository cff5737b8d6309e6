import { mayNot, unprocessable } from './refusal.ts';
import {
  freshId,
  present,
  type Account,
  type StoredIssue,
  type IssueComment,
  type Reaction,
  type ReactionContent,
  type World,
} from './state.ts';
import { record } from './timeline.ts';
import { emitIssue } from './webhooks.ts';

const SUB_ISSUES = 100;
const PINNED = 3;

/** Makes `child` a sub-issue; both timelines tell it, and no workflow can be triggered by it. */
export function addSubIssue(
  world: World,
  actor: Account,
  {
    parent,
    child,
    replaceParent = false,
  }: { readonly parent: StoredIssue; readonly child: StoredIssue; readonly replaceParent?: boolean },
): void {
  for (let above: StoredIssue | null = parent; above !== null; above = above.parent) {
    if (above === child) throw unprocessable('Sub issue may not create a circular dependency');
  }
  if (parent.subIssues.includes(child)) throw unprocessable('Issue may not contain duplicate sub-issues');
  if (child.parent && !replaceParent) throw unprocessable('Sub issue may only have one parent');
  checkRoom(parent);
  if (child.parent) removeSubIssue(world, actor, child.parent, child);
  parent.subIssues.push(child);
  child.parent = parent;
  record(world, parent, actor, { kind: 'SubIssueAddedEvent', subIssue: child });
  record(world, child, actor, { kind: 'ParentIssueAddedEvent', parent });
}

/** @throws {Refusal} when the issue has as many sub-issues as it may. */
export function checkRoom(parent: StoredIssue): void {
  if (parent.subIssues.length < SUB_ISSUES) return;
  throw unprocessable(`Parent cannot have more than ${SUB_ISSUES} sub-issues`);
}

export function removeSubIssue(world: World, actor: Account, parent: StoredIssue, child: StoredIssue): void {
  if (child.parent !== parent) throw unprocessable('The provided sub-issue does not exist');
  parent.subIssues.splice(parent.subIssues.indexOf(child), 1);
  child.parent = null;
  record(world, parent, actor, { kind: 'SubIssueRemovedEvent', subIssue: child });
  record(world, child, actor, { kind: 'ParentIssueRemovedEvent', parent });
}

export function lock(world: World, actor: Account, issue: StoredIssue, reason: string | null): void {
  if (issue.locked) return;
  issue.locked = true;
  issue.lockReason = reason;
  record(world, issue, actor, { kind: 'LockedEvent', lockReason: reason });
  emitIssue(world, actor, issue, { action: 'locked' });
}

export function unlock(world: World, actor: Account, issue: StoredIssue): void {
  if (!issue.locked) return;
  issue.locked = false;
  issue.lockReason = null;
  record(world, issue, actor, { kind: 'UnlockedEvent' });
  emitIssue(world, actor, issue, { action: 'unlocked' });
}

export function setPinned(world: World, actor: Account, issue: StoredIssue, pinned: boolean): void {
  if (issue.pinned === pinned) return;
  const others = [...world.issues.values()].filter((one) => one.pinned).length;
  if (pinned && others >= PINNED) throw unprocessable(`Maximum ${PINNED} pinned issues per repository`);
  issue.pinned = pinned;
  record(world, issue, actor, { kind: pinned ? 'PinnedEvent' : 'UnpinnedEvent' });
  emitIssue(world, actor, issue, { action: pinned ? 'pinned' : 'unpinned' });
}

/**
 * One reaction of a kind for each person: asking again gives the one that is there. It changes nothing of what it is on, and no
 * workflow hears of it. While a conversation is locked nobody reacts in it, not even who may still comment.
 */
export function react(
  world: World,
  user: Account,
  subject: StoredIssue | IssueComment,
  content: ReactionContent,
): Reaction {
  const { locked } = subject.kind === 'IssueComment' ? subject.issue : subject;
  if (locked) throw mayNot(user.login, 'AddReaction');
  const existing = subject.reactions.find((one) => one.user === user && one.content === content);
  if (existing) return existing;
  const ids = freshId(world, 'REA');
  const reaction: Reaction = { kind: 'Reaction', ...ids, content, user, createdAt: present(world), subject };
  subject.reactions.push(reaction);
  world.nodes.set(reaction.id, reaction);
  return reaction;
}

/** Takes somebody's reaction of a kind back, if there is one. */
export function unreact(
  world: World,
  user: Account,
  subject: StoredIssue | IssueComment,
  content: ReactionContent,
): void {
  const at = subject.reactions.findIndex((one) => one.user === user && one.content === content);
  for (const { id } of at < 0 ? [] : subject.reactions.splice(at, 1)) world.nodes.delete(id);
}
