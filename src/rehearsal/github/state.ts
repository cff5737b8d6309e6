import type { REPOSITORY_ROLES } from '../../model/role.ts';
import type { Account } from './account.ts';
import type { VirtualClock } from './clock.ts';
import type { Git } from './git.ts';
import type { StoredDeployment, StoredRelease } from './shipped.ts';

export type BuiltInRole = (typeof REPOSITORY_ROLES)[number];

/** A role of GitHub's own, or one that the organisation has made of one of them. */
export type Role = BuiltInRole | { readonly name: string; readonly base: BuiltInRole };

type StateReason = 'COMPLETED' | 'NOT_PLANNED' | 'DUPLICATE' | 'REOPENED';
export type IssueClosedStateReason = 'COMPLETED' | 'NOT_PLANNED' | 'DUPLICATE';

export type { Account };

export interface Label {
  readonly kind: 'Label';
  readonly id: string;
  readonly databaseId: number;
  name: string;
  color: string;
  description: string | null;
  readonly createdAt: number;
}

export type ReactionContent =
  'CONFUSED' | 'EYES' | 'HEART' | 'HOORAY' | 'LAUGH' | 'ROCKET' | 'THUMBS_DOWN' | 'THUMBS_UP';

export interface Reaction {
  readonly kind: 'Reaction';
  readonly id: string;
  readonly databaseId: number;
  readonly content: ReactionContent;
  readonly user: Account;
  readonly createdAt: number;
  readonly subject: StoredIssue | IssueComment;
}

/** A text that an issue or a comment had, and who gave it that. */
interface Edit {
  readonly editor: Account;
  readonly editedAt: number;
  readonly body: string;
}

/** What people write and may change. */
export interface HubText {
  readonly author: Account;
  readonly createdAt: number;
  body: string;
  updatedAt: number;
  lastEditedAt: number | null;
  editor: Account | null;
  /** Every text that it had, the first included, newest first; empty while nobody has edited it. */
  edits: readonly Edit[];
}

export interface IssueComment extends HubText {
  readonly kind: 'IssueComment';
  readonly id: string;
  readonly databaseId: number;
  readonly issue: StoredIssue;
  /** The classifier in lower case, as `minimizedReason` shows it. */
  minimized: string | null;
  readonly reactions: Reaction[];
}

interface EventBase {
  readonly id: string;
  readonly databaseId: number;
  readonly issue: StoredIssue;
  readonly actor: Account;
  readonly createdAt: number;
}

/** What happened, apart from the fields that all events have. */
export type HubEvent =
  | { readonly kind: 'LabeledEvent' | 'UnlabeledEvent'; readonly label: Label }
  | { readonly kind: 'AssignedEvent' | 'UnassignedEvent'; readonly assignee: Account }
  | { readonly kind: 'ClosedEvent'; readonly stateReason: StateReason; readonly closer: StoredIssue | null }
  | { readonly kind: 'ReopenedEvent' }
  | { readonly kind: 'RenamedTitleEvent'; readonly previousTitle: string; readonly currentTitle: string }
  | { readonly kind: 'CrossReferencedEvent'; readonly source: StoredIssue }
  | { readonly kind: 'SubIssueAddedEvent' | 'SubIssueRemovedEvent'; readonly subIssue: StoredIssue }
  | { readonly kind: 'ParentIssueAddedEvent' | 'ParentIssueRemovedEvent'; readonly parent: StoredIssue }
  | { readonly kind: 'MarkedAsDuplicateEvent'; readonly canonical: StoredIssue }
  | { readonly kind: 'CommentDeletedEvent'; readonly deletedCommentAuthor: Account }
  | { readonly kind: 'LockedEvent'; readonly lockReason: string | null }
  | { readonly kind: 'MergedEvent' | 'UnlockedEvent' | 'PinnedEvent' | 'UnpinnedEvent' };

export type StoredEvent = EventBase & HubEvent;
export type TimelineItem = StoredEvent | IssueComment;

/** An issue, or a pull request, which shares the numbers, the comments and the labels. */
export interface StoredIssue extends HubText {
  readonly kind: 'Issue' | 'PullRequest';
  readonly id: string;
  readonly databaseId: number;
  readonly number: number;
  title: string;
  state: 'OPEN' | 'CLOSED';
  stateReason: StateReason | null;
  closedAt: number | null;
  locked: boolean;
  lockReason: string | null;
  pinned: boolean;
  parent: StoredIssue | null;
  labels: Label[];
  assignees: Account[];
  readonly subIssues: StoredIssue[];
  timeline: TimelineItem[];
  readonly reactions: Reaction[];
  /** The head commit of a pull request. */
  readonly headOid: string | null;
  /** Who merged a pull request, when, and as which commit. */
  merged: { readonly by: Account; readonly at: number; readonly commit: string } | null;
  /** An admin took it away: only the events of other issues still know it. */
  deleted: boolean;
}

/** A category of Discussions, which only the settings of the repository make. */
export interface HubCategory {
  readonly kind: 'DiscussionCategory';
  readonly id: string;
  readonly name: string;
}

export interface DiscussionText {
  readonly id: string;
  readonly databaseId: number;
  readonly author: Account;
  readonly createdAt: number;
  body: string;
  updatedAt: number;
  editor: Account | null;
}

export interface StoredRemark extends DiscussionText {
  readonly kind: 'DiscussionComment';
  readonly discussion: StoredDiscussion;
}

export interface StoredDiscussion extends DiscussionText {
  readonly kind: 'Discussion';
  readonly number: number;
  readonly category: HubCategory;
  title: string;
  locked: boolean;
  /** In lower case, once it is closed. */
  closed: string | null;
  readonly remarks: StoredRemark[];
}

/** The Discussions of a repository. */
export interface HubBoard {
  isEnabled: boolean;
  /** Whether a token with the right to write may delete them as well. */
  isDeletable: boolean;
  readonly categories: HubCategory[];
  readonly all: Map<number, StoredDiscussion>;
}

/** A webhook event, as a workflow would receive it. */
export interface WebhookEvent {
  readonly name: 'issues' | 'issue_comment' | 'pull_request' | 'repository_dispatch' | 'workflow_dispatch';
  readonly payload: Readonly<Record<string, unknown>>;
}

/** One run of a workflow, as REST tells of it. */
export interface StoredRun {
  readonly id: number;
  readonly title: string;
  readonly event: string;
  status: 'queued' | 'pending' | 'in_progress' | 'completed';
  conclusion: 'success' | 'failure' | 'cancelled' | 'skipped' | null;
  readonly createdAt: number;
  /** When it last began, and when something last became of it. */
  readonly startedAt: number;
  updatedAt: number;
}

/** Whether GitHub starts a workflow. */
export type WorkflowState = 'active' | 'disabled_inactivity' | 'disabled_manually';

export interface World {
  readonly owner: string;
  readonly repo: string;
  readonly repositoryId: string;
  readonly visibility: 'public' | 'private';
  readonly ownerType: 'User' | 'Organization';
  readonly createdAt: number;
  readonly clock: VirtualClock;
  readonly git: Git;
  /** By login in lower case, as `deleted` and `roles` are too. */
  readonly accounts: Map<string, Account>;
  readonly deleted: Set<string>;
  readonly roles: Map<string, Role>;
  /** By name in lower case, in the order of creation. */
  readonly labels: Map<string, Label>;
  readonly issues: Map<number, StoredIssue>;
  readonly comments: Map<number, IssueComment>;
  readonly board: HubBoard;
  /** Everything that `node(id)` finds. */
  readonly nodes: Map<string, unknown>;
  readonly events: WebhookEvent[];
  /** Both oldest first. */
  readonly deployments: StoredDeployment[];
  readonly releases: StoredRelease[];
  /** The runs of the workflow, oldest first. */
  readonly runs: StoredRun[];
  /** Workflows by the names of their files that do not run, and why, as REST says it. */
  readonly workflowStates: Map<string, WorkflowState>;
  /** What was asked for and is missing here. */
  readonly unimplemented: string[];
  lastId: number;
  /** The number of the newest issue or pull request; that of a deleted one is never given again. */
  lastNumber: number;
}

/** The present as GitHub records it: whole seconds. */
export function present(world: World): number {
  return Math.floor(world.clock.now() / 1000) * 1000;
}

/** A fresh pair of ids; the prefix is the one that GitHub's node ids of that type carry. */
export function freshId(world: World, prefix: string): { id: string; databaseId: number } {
  world.lastId += 1;
  const id = `${prefix}_kwDO${Buffer.from(String(world.lastId)).toString('base64url')}`;
  return { id, databaseId: world.lastId };
}
