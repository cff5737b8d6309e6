import { addAssignees, removeAssignees } from '../assignees.ts';
import { addComment, deleteComment, editComment } from '../comments.ts';
import { close, editBody, openIssue, rename, reopen } from '../issues.ts';
import { addLabels, createLabel, deleteLabel, removeLabels, updateLabel } from '../labels.ts';
import { checkBody, checkTitle } from '../limits.ts';
import { NotImplemented, RequestRefusal, unprocessable } from '../refusal.ts';
import { addSubIssue, checkRoom, react, removeSubIssue, lock, unlock, setPinned } from '../relations.ts';
import type { IssueClosedStateReason, ReactionContent, StoredIssue } from '../state.ts';
import { issueUrl } from '../webhooks.ts';
import type { Context } from './context.ts';
import {
  accountWithId,
  commentWithNodeId,
  issueWithId,
  labelWithId,
  repositoryWithId,
  subjectWithId,
} from './inputs.ts';

type Ids = readonly string[] | null | undefined;
type Text = string | null | undefined;
type Mutation = (input: never, context: Context) => object;

/** The mutations, by name. Each gets its input, checked by the schema, and gives the fields of its payload. */
export const mutations: Readonly<Record<string, Mutation>> = {
  addComment: ({ subjectId, body }: { subjectId: string; body: string }, context) => {
    const subject = issueWithId(context, subjectId);
    // People with a right may still write there; an integration may not.
    if (subject.locked) throw new RequestRefusal('FORBIDDEN', 'Unable to create comment because issue is locked.');
    const node = addComment(context.world, context.viewer, subject, body);
    return { subject, commentEdge: { cursor: node.id, node }, timelineEdge: { cursor: node.id, node } };
  },
  updateIssueComment: ({ id, body }: { id: string; body: string }, context) => {
    const issueComment = commentWithNodeId(context, id);
    editComment(context.world, context.viewer, issueComment, body);
    return { issueComment };
  },
  deleteIssueComment: ({ id }: { id: string }, context) => {
    deleteComment(context.world, context.viewer, commentWithNodeId(context, id));
    return {};
  },
  minimizeComment: ({ subjectId, classifier }: { subjectId: string; classifier: string }, context) => {
    const minimizedComment = commentWithNodeId(context, subjectId);
    minimizedComment.minimized = classifier.toLowerCase().replace('_', '-');
    return { minimizedComment };
  },
  unminimizeComment: ({ subjectId }: { subjectId: string }, context) => {
    const unminimizedComment = commentWithNodeId(context, subjectId);
    unminimizedComment.minimized = null;
    return { unminimizedComment };
  },
  addReaction: ({ subjectId, content }: { subjectId: string; content: ReactionContent }, context) => {
    const subject = subjectWithId(context, subjectId);
    return { subject, reaction: react(context.world, context.viewer, subject, content) };
  },

  createLabel: (input: { repositoryId: string; name: string; color: string; description?: Text }, context) => {
    repositoryWithId(context, input.repositoryId);
    return { label: createLabel(context.world, input.name, input.color, input.description ?? null) };
  },
  updateLabel: (input: { id: string; name?: Text; color?: Text; description?: Text }, context) => {
    const label = labelWithId(context, input.id);
    updateLabel(context.world, label, {
      name: input.name ?? null,
      color: input.color ?? null,
      description: input.description ?? null,
    });
    return { label };
  },
  deleteLabel: ({ id }: { id: string }, context) => {
    deleteLabel(context.world, labelWithId(context, id));
    return {};
  },
  addLabelsToLabelable: (input: { labelableId: string; labelIds: readonly string[] }, context) => {
    const labelable = issueWithId(context, input.labelableId);
    const labels = input.labelIds.map((id) => labelWithId(context, id));
    addLabels(context.world, context.viewer, labelable, labels);
    return { labelable };
  },
  removeLabelsFromLabelable: (input: { labelableId: string; labelIds: readonly string[] }, context) => {
    const labelable = issueWithId(context, input.labelableId);
    const labels = input.labelIds.map((id) => labelWithId(context, id));
    removeLabels(context.world, context.viewer, labelable, labels);
    return { labelable };
  },

  addAssigneesToAssignable: (input: { assignableId: string; assigneeIds: readonly string[] }, context) => {
    const assignable = issueWithId(context, input.assignableId);
    const accounts = input.assigneeIds.map((id) => accountWithId(context, id));
    addAssignees(context.world, context.viewer, assignable, accounts);
    return { assignable };
  },
  removeAssigneesFromAssignable: (input: { assignableId: string; assigneeIds: readonly string[] }, context) => {
    const assignable = issueWithId(context, input.assignableId);
    const accounts = input.assigneeIds.map((id) => accountWithId(context, id));
    removeAssignees(context.world, context.viewer, assignable, accounts);
    return { assignable };
  },

  createIssue: (input: CreateIssue, context) => {
    repositoryWithId(context, input.repositoryId);
    refuseFields('CreateIssueInput', input, ['issueTemplate', 'milestoneId', 'projectIds']);
    const parent = input.parentIssueId ? issueWithId(context, input.parentIssueId) : null;
    if (parent) checkRoom(parent);
    const issue = openIssue(context.world, context.viewer, {
      title: input.title,
      body: input.body ?? '',
      labels: (input.labelIds ?? []).map((id) => labelWithId(context, id)),
      assignees: (input.assigneeIds ?? []).map((id) => accountWithId(context, id)),
    });
    if (parent) addSubIssue(context.world, context.viewer, { parent, child: issue });
    return { issue };
  },
  updateIssue: (input: UpdateIssue, context) => {
    refuseFields('UpdateIssueInput', input, ['milestoneId', 'projectIds']);
    const { world, viewer } = context;
    const issue = issueWithId(context, input.id);
    const labels = input.labelIds?.map((id) => labelWithId(context, id));
    const assignees = input.assigneeIds?.map((id) => accountWithId(context, id));
    // Nothing is changed when a part of it is refused.
    if (typeof input.title === 'string') checkTitle(input.title);
    checkBody(input.body ?? '');
    if (typeof input.title === 'string') rename(world, viewer, issue, input.title);
    if (typeof input.body === 'string') editBody(world, viewer, issue, input.body);
    if (labels) {
      removeLabels(
        world,
        viewer,
        issue,
        issue.labels.filter((one) => !labels.includes(one)),
      );
      addLabels(world, viewer, issue, labels);
    }
    if (assignees) {
      removeAssignees(
        world,
        viewer,
        issue,
        issue.assignees.filter((one) => !assignees.includes(one)),
      );
      addAssignees(world, viewer, issue, assignees);
    }
    if (input.state === 'CLOSED' && issue.state === 'OPEN') close(world, viewer, issue, { reason: 'COMPLETED' });
    if (input.state === 'OPEN') reopen(world, viewer, issue);
    return { issue, actor: viewer };
  },
  closeIssue: (
    input: { issueId: string; stateReason?: IssueClosedStateReason | null; duplicateIssueId?: string | null },
    context,
  ) => {
    const issue = issueWithId(context, input.issueId);
    const canonical = input.duplicateIssueId ? issueWithId(context, input.duplicateIssueId) : undefined;
    if (canonical === issue) throw unprocessable('An issue cannot be a duplicate of itself');
    const reason = input.stateReason ?? (canonical ? 'DUPLICATE' : 'COMPLETED');
    close(context.world, context.viewer, issue, { reason, canonical });
    return { issue };
  },
  reopenIssue: ({ issueId }: { issueId: string }, context) => {
    const issue = issueWithId(context, issueId);
    reopen(context.world, context.viewer, issue);
    return { issue };
  },

  addSubIssue: (input: AddSubIssue, context) => {
    const issue = issueWithId(context, input.issueId);
    const subIssue = subIssueOf(input, context);
    addSubIssue(context.world, context.viewer, {
      parent: issue,
      child: subIssue,
      replaceParent: input.replaceParent ?? false,
    });
    return { issue, subIssue };
  },
  removeSubIssue: (input: { issueId: string; subIssueId: string }, context) => {
    const issue = issueWithId(context, input.issueId);
    const subIssue = issueWithId(context, input.subIssueId);
    removeSubIssue(context.world, context.viewer, issue, subIssue);
    return { issue, subIssue };
  },
  lockLockable: ({ lockableId, lockReason }: { lockableId: string; lockReason?: string | null }, context) => {
    const lockedRecord = issueWithId(context, lockableId);
    lock(context.world, context.viewer, lockedRecord, lockReason ?? null);
    return { lockedRecord, actor: context.viewer };
  },
  unlockLockable: ({ lockableId }: { lockableId: string }, context) => {
    const unlockedRecord = issueWithId(context, lockableId);
    unlock(context.world, context.viewer, unlockedRecord);
    return { unlockedRecord, actor: context.viewer };
  },
  pinIssue: ({ issueId }: { issueId: string }, context) => {
    const issue = issueWithId(context, issueId);
    setPinned(context.world, context.viewer, issue, true);
    return { issue };
  },
  unpinIssue: ({ issueId }: { issueId: string }, context) => {
    const issue = issueWithId(context, issueId);
    setPinned(context.world, context.viewer, issue, false);
    return { issue };
  },
};

interface CreateIssue {
  readonly repositoryId: string;
  readonly title: string;
  readonly body?: Text;
  readonly labelIds?: Ids;
  readonly assigneeIds?: Ids;
  readonly parentIssueId?: Text;
}

interface UpdateIssue {
  readonly id: string;
  readonly title?: Text;
  readonly body?: Text;
  readonly labelIds?: Ids;
  readonly assigneeIds?: Ids;
  readonly state?: StoredIssue['state'] | null;
}

interface AddSubIssue {
  readonly issueId: string;
  readonly subIssueId?: Text;
  readonly subIssueUrl?: Text;
  readonly replaceParent?: boolean | null;
}

function subIssueOf({ subIssueId, subIssueUrl }: AddSubIssue, context: Context): StoredIssue {
  if (subIssueId) return issueWithId(context, subIssueId);
  const issue = [...context.world.issues.values()].find((one) => issueUrl(context.world, one) === subIssueUrl);
  if (!issue) throw unprocessable('The provided sub-issue does not exist');
  return issue;
}

function refuseFields(type: string, input: object, names: readonly string[]): void {
  for (const [name, value] of Object.entries(input)) {
    if (names.includes(name) && value !== null) throw new NotImplemented(`${type}.${name}`);
  }
}
