import { association } from '../accounts.ts';
import { hubTimestamp } from '../clock.ts';
import { NotImplemented } from '../refusal.ts';
import { closersOf } from '../pull-requests.ts';
import type { StoredIssue, IssueComment, Reaction, ReactionContent, TimelineItem } from '../state.ts';
import { commentUrl, issueUrl } from '../webhooks.ts';
import { actor } from './actors.ts';
import { byIndex, connectionOf, type SortKey, type PageArguments } from './connection.ts';
import { changesOfPullRequest } from './deployments.ts';
import type { Context, Fields } from './context.ts';
import { connectLabels, THE_REPOSITORY, type LabelOrder } from './repository.ts';

/** Every object that people or bots write: what an issue and a comment have in common. */
const written: Fields<StoredIssue | IssueComment> = {
  id: ({ id }) => id,
  databaseId: ({ databaseId }) => databaseId,
  fullDatabaseId: ({ databaseId }) => String(databaseId),
  author: ({ author }) => actor(author),
  authorAssociation: ({ author }, _args, { world }) => association(world, author),
  body: ({ body }) => body,
  createdAt: ({ createdAt }) => hubTimestamp(createdAt),
  publishedAt: ({ createdAt }) => hubTimestamp(createdAt),
  updatedAt: ({ updatedAt }) => hubTimestamp(updatedAt),
  lastEditedAt: ({ lastEditedAt }) => instant(lastEditedAt),
  includesCreatedEdit: ({ lastEditedAt }) => lastEditedAt !== null,
  editor: ({ editor }) => actor(editor),
  userContentEdits: ({ edits }, args: PageArguments) =>
    connectionOf(
      edits.map(({ editor, editedAt, body }) => ({
        editor: actor(editor),
        editedAt: hubTimestamp(editedAt),
        diff: body,
        deletedAt: null,
      })),
      args,
      byIndex,
    ),
  viewerDidAuthor: ({ author }, _args, { viewer }) => author === viewer,
  repository: () => THE_REPOSITORY,
  reactions: ({ reactions }, args: ReactionArgs, { viewer }) => {
    const direction = args.orderBy?.direction === 'DESC' ? -1 : 1;
    const found = reactions.filter((one) => !args.content || one.content === args.content);
    if (direction === -1) found.reverse();
    return connectionOf(found, args, ({ createdAt, databaseId }) => [createdAt, databaseId], {
      direction,
      extra: { viewerHasReacted: found.some((one) => one.user === viewer) },
    });
  },
};

export const issue: Fields<StoredIssue> = {
  ...written,
  number: ({ number }) => number,
  title: ({ title }) => title,
  url: (source, _args, { world }) => issueUrl(world, source),
  resourcePath: ({ number }, _args, { world }) => `/${world.owner}/${world.repo}/issues/${number}`,
  state: ({ state }) => state,
  // Without the flag, those who know no duplicates are told of an issue that was not planned.
  stateReason: ({ stateReason }, { enableDuplicate }: { enableDuplicate: boolean }) =>
    stateReason === 'DUPLICATE' && !enableDuplicate ? 'NOT_PLANNED' : stateReason,
  closed: ({ state }) => state === 'CLOSED',
  closedAt: ({ closedAt }) => instant(closedAt),
  locked: ({ locked }) => locked,
  activeLockReason: ({ lockReason }) => lockReason,
  isPinned: ({ pinned }) => pinned,
  milestone: () => null,
  parent: ({ parent }) => parent,
  subIssues: ({ subIssues }, args: PageArguments) => connectionOf(subIssues, args, byIndex),
  subIssuesSummary: ({ subIssues }) => {
    const total = subIssues.length;
    const completed = subIssues.filter((one) => one.state === 'CLOSED').length;
    return { total, completed, percentCompleted: total === 0 ? 0 : Math.floor((100 * completed) / total) };
  },
  labels: ({ labels }, args: PageArguments & { orderBy?: LabelOrder | null }) =>
    connectLabels(labels, args, args.orderBy),
  assignees: ({ assignees }, args: PageArguments) => connectionOf(assignees, args, byIndex),
  closedByPullRequestsReferences: (source, args: ClosersArgs, { world }) => {
    if (args.orderByState || args.userLinkedOnly)
      throw new NotImplemented('closedByPullRequestsReferences by state or link');
    const closers = closersOf(world, source).filter(({ state }) => args.includeClosedPrs || state === 'OPEN');
    return connectionOf(closers, args, byIndex);
  },
  comments: ({ timeline }, args: PageArguments & { orderBy?: { direction: 'ASC' | 'DESC' } | null }) => {
    const comments = timeline.filter((item) => item.kind === 'IssueComment');
    const sign = args.orderBy?.direction === 'DESC' ? -1 : 1;
    // GitHub's only order is by the last change, and holds only when it is asked for.
    const keyOf = (one: IssueComment): SortKey => (args.orderBy ? [one.updatedAt, one.databaseId] : [one.databaseId]);
    if (args.orderBy) comments.sort((a, b) => sign * (a.updatedAt - b.updatedAt || a.databaseId - b.databaseId));
    return connectionOf(comments, args, keyOf, { direction: sign });
  },
  timelineItems: ({ timeline, updatedAt }, args: TimelineArgs) => {
    if (args.skip) throw new NotImplemented('Issue.timelineItems(skip:)');
    const since = args.since ? Date.parse(args.since) : -Infinity;
    const types = args.itemTypes ? new Set(args.itemTypes) : null;
    const items = timeline.filter((item) => (!types || types.has(itemType(item))) && item.createdAt >= since);
    return connectionOf(items, args, ({ createdAt, databaseId }) => [createdAt, databaseId], {
      extra: { updatedAt: hubTimestamp(updatedAt) },
    });
  },
};

interface ReactionArgs extends PageArguments {
  readonly content?: ReactionContent | null;
  readonly orderBy?: { readonly direction: 'ASC' | 'DESC' } | null;
}

interface ClosersArgs extends PageArguments {
  /** Without it GitHub tells of open ones only, and so never of one that was merged. */
  readonly includeClosedPrs: boolean | null;
  readonly orderByState: boolean | null;
  readonly userLinkedOnly: boolean | null;
}

interface TimelineArgs extends PageArguments {
  readonly itemTypes?: readonly string[] | null;
  readonly since?: string | null;
  readonly skip?: number | null;
}

/** Of a pull request only what an issue has too, and its head. */
export const pullRequest: Fields<StoredIssue> = {
  ...Object.fromEntries(
    ['number', 'title', 'closed', 'closedAt', 'locked', 'labels', 'assignees', 'comments', 'url'].map((name) => [
      name,
      issue[name]!,
    ]),
  ),
  ...written,
  state: ({ state, merged }) => (merged ? 'MERGED' : state),
  merged: ({ merged }) => merged !== null,
  mergedAt: ({ merged }) => instant(merged?.at ?? null),
  mergedBy: ({ merged }) => actor(merged?.by ?? null),
  headRefOid: ({ headOid }) => headOid,
  headRefName: ({ number }) => `pull-${number}`,
  baseRefName: (_source, _args, { world }) => world.git.branch,
  baseRefOid: (_source, _args, { world }) => world.git.head.oid,
  ...changesOfPullRequest,
};

export const issueComment: Fields<IssueComment> = {
  ...written,
  url: (source, _args, { world }) => commentUrl(world, source),
  issue: (source) => source.issue,
  pullRequest: (source) => (source.issue.kind === 'PullRequest' ? source.issue : null),
  isMinimized: ({ minimized }) => minimized !== null,
  minimizedReason: ({ minimized }) => minimized,
  viewerCanUpdate: canWrite,
  viewerCanDelete: canWrite,
  viewerCanMinimize: canWrite,
};

export const reaction: Fields<Reaction> = {
  id: ({ id }) => id,
  databaseId: ({ databaseId }) => databaseId,
  content: ({ content }) => content,
  createdAt: ({ createdAt }) => hubTimestamp(createdAt),
  reactable: ({ subject }) => subject,
  user: ({ user }) => (user.kind === 'User' ? actor(user) : null),
};

function canWrite(_source: unknown, _args: unknown, { token }: Context): boolean {
  return token.permissions.issues === 'write';
}

function instant(ms: number | null): string | null {
  return ms === null ? null : hubTimestamp(ms);
}

const types = new Map<string, string>();

/** The name of an item's type in `itemTypes`: LABELED_EVENT for LabeledEvent. */
function itemType({ kind }: TimelineItem): string {
  let type = types.get(kind);
  if (type === undefined) {
    type = kind.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
    types.set(kind, type);
  }
  return type;
}
