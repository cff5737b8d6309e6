import { visible } from './accounts.ts';
import { issueNumbered } from './issues.ts';
import type { Account, IssueClosedStateReason, StoredIssue, IssueComment, TimelineItem, World } from './state.ts';

/** A comment as a story reads it; instants in milliseconds since the epoch, logins as REST writes them. */
export interface CommentView {
  readonly databaseId: number;
  readonly id: string;
  readonly author: string | null;
  readonly editor: string | null;
  readonly body: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly lastEditedAt: number | null;
  readonly isMinimized: boolean;
  readonly reactions: readonly string[];
}

export interface IssueView {
  readonly number: number;
  readonly id: string;
  readonly isPullRequest: boolean;
  readonly title: string;
  readonly body: string;
  readonly author: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly state: 'OPEN' | 'CLOSED';
  readonly stateReason: IssueClosedStateReason | 'REOPENED' | null;
  readonly closedAt: number | null;
  readonly locked: boolean;
  readonly isPinned: boolean;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly parent: number | null;
  readonly subIssues: readonly number[];
  readonly comments: readonly CommentView[];
  /** Kind, actor and instant of everything in the timeline. */
  readonly timeline: readonly { readonly kind: string; readonly actor: string | null; readonly at: number }[];
}

/** Everything visible at the end, without ids and instants, for comparing two courses of a story. */
export interface VisibleState {
  readonly labels: readonly string[];
  readonly issues: readonly {
    readonly number: number;
    readonly title: string;
    readonly body: string;
    readonly state: string;
    readonly stateReason: string | null;
    readonly locked: boolean;
    readonly isPinned: boolean;
    readonly labels: readonly string[];
    readonly assignees: readonly string[];
    readonly parent: number | null;
    readonly reactions: readonly string[];
    readonly comments: readonly {
      readonly author: string | null;
      readonly body: string;
      readonly isMinimized: boolean;
      readonly reactions: readonly string[];
    }[];
  }[];
}

/** One issue or pull request, as it is now. */
export function viewIssue(world: World, number: number): IssueView {
  const issue = issueNumbered(world, number);
  return {
    number,
    id: issue.id,
    isPullRequest: issue.kind === 'PullRequest',
    title: issue.title,
    body: issue.body,
    author: loginOf(issue.author),
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    state: issue.state,
    stateReason: issue.stateReason,
    closedAt: issue.closedAt,
    locked: issue.locked,
    isPinned: issue.pinned,
    labels: issue.labels.map((label) => label.name),
    assignees: issue.assignees.map((account) => account.login),
    parent: issue.parent?.number ?? null,
    subIssues: issue.subIssues.map((one) => one.number),
    comments: commentsOf(issue).map(viewComment),
    timeline: issue.timeline.map(viewItem),
  };
}

export function viewComment(comment: IssueComment): CommentView {
  const { databaseId, id, body, createdAt, updatedAt, lastEditedAt } = comment;
  return {
    databaseId,
    id,
    author: loginOf(comment.author),
    editor: loginOf(comment.editor),
    body,
    createdAt,
    updatedAt,
    lastEditedAt,
    isMinimized: comment.minimized !== null,
    reactions: reactionsOf(comment),
  };
}

export function snapshot(world: World): VisibleState {
  return {
    labels: [...world.labels.values()].map((label) => label.name).sort(),
    issues: [...world.issues.values()].map((issue) => ({
      number: issue.number,
      title: issue.title,
      body: issue.body,
      state: issue.state,
      stateReason: issue.stateReason,
      locked: issue.locked,
      isPinned: issue.pinned,
      labels: issue.labels.map((label) => label.name).sort(),
      assignees: issue.assignees.map((account) => account.login).sort(),
      parent: issue.parent?.number ?? null,
      reactions: reactionsOf(issue),
      comments: commentsOf(issue).map((comment) => ({
        author: loginOf(comment.author),
        body: comment.body,
        isMinimized: comment.minimized !== null,
        reactions: reactionsOf(comment),
      })),
    })),
  };
}

function viewItem(item: TimelineItem): IssueView['timeline'][number] {
  const actor = item.kind === 'IssueComment' ? item.author : item.actor;
  return { kind: item.kind, actor: loginOf(actor), at: item.createdAt };
}

function commentsOf(issue: StoredIssue): IssueComment[] {
  return issue.timeline.filter((item) => item.kind === 'IssueComment');
}

function reactionsOf({ reactions }: StoredIssue | IssueComment): string[] {
  return reactions.map((one) => `${one.content} ${loginOf(one.user) ?? 'ghost'}`).sort();
}

function loginOf(account: Account | null): string | null {
  return visible(account)?.login ?? null;
}
