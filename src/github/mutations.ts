import type { Effect } from '../engine/effect.ts';
import type { Issue } from '../model/issue.ts';
import type { Directory } from './ids.ts';

/** One mutation of GraphQL: its field, the type of its input, what is asked of its result, and the input. */
interface Mutation {
  readonly field: string;
  readonly input: string;
  readonly selection: string;
  readonly value: Record<string, unknown>;
}

/** More than what one effect leaves, and than what others may have done at the same time. */
const ANSWERED = 100;

/** The last entries of a kind on the timeline of the issue: of what we have just done, GitHub says when it happened. */
function lastEntries(type: string): string {
  return `... on Issue { timelineItems(last: ${ANSWERED}, itemTypes: [${type}]) { nodes { ...Entry } } }`;
}

/** The mutation that carries an effect on an issue out. */
export function mutationOf(ids: Directory, issue: Issue, effect: Effect): Mutation {
  const labelIds = (labels: readonly string[]): string[] => labels.flatMap((label) => ids.labels.get(label) ?? []);
  const userIds = (logins: readonly string[]): string[] => logins.flatMap((login) => ids.users.get(login) ?? []);
  switch (effect.do) {
    case 'add-labels':
      return {
        field: 'addLabelsToLabelable',
        input: 'AddLabelsToLabelableInput',
        selection: `labelable { ${lastEntries('LABELED_EVENT')} }`,
        value: { labelableId: issue.id, labelIds: labelIds(effect.labels) },
      };
    case 'remove-labels':
      return {
        field: 'removeLabelsFromLabelable',
        input: 'RemoveLabelsFromLabelableInput',
        selection: `labelable { ${lastEntries('UNLABELED_EVENT')} }`,
        value: { labelableId: issue.id, labelIds: labelIds(effect.labels) },
      };
    case 'assign':
      return {
        field: 'addAssigneesToAssignable',
        input: 'AddAssigneesToAssignableInput',
        selection: `assignable { ... on Issue { assignees(first: 20) { nodes { login } } } ${lastEntries('ASSIGNED_EVENT')} }`,
        value: { assignableId: effect.target ?? issue.id, assigneeIds: userIds(effect.logins) },
      };
    case 'unassign':
      return {
        field: 'removeAssigneesFromAssignable',
        input: 'RemoveAssigneesFromAssignableInput',
        selection: `assignable { ${lastEntries('UNASSIGNED_EVENT')} }`,
        value: { assignableId: issue.id, assigneeIds: userIds(effect.logins) },
      };
    case 'comment':
      return addComment(issue.id, effect.body);
    case 'write-card':
      return effect.comment === null ? addComment(issue.id, effect.body) : editComment(effect.comment, effect.body);
    case 'react':
      return {
        field: 'addReaction',
        input: 'AddReactionInput',
        selection: 'clientMutationId',
        value: { subjectId: effect.comment, content: 'THUMBS_UP' },
      };
    case 'edit-comment':
      return editComment(effect.comment, effect.body);
    case 'edit-issue':
      return {
        field: 'updateIssue',
        input: 'UpdateIssueInput',
        selection: 'clientMutationId',
        value: { id: issue.id, body: effect.body },
      };
    case 'close':
      return {
        field: 'closeIssue',
        input: 'CloseIssueInput',
        selection: `issue { ${lastEntries('CLOSED_EVENT')} }`,
        value: {
          issueId: effect.target ?? issue.id,
          stateReason: effect.reason === 'completed' ? 'COMPLETED' : 'NOT_PLANNED',
        },
      };
    case 'reopen':
      return {
        field: 'reopenIssue',
        input: 'ReopenIssueInput',
        selection: `issue { ${lastEntries('REOPENED_EVENT')} }`,
        value: { issueId: issue.id },
      };
    case 'delete-comment':
      return {
        field: 'deleteIssueComment',
        input: 'DeleteIssueCommentInput',
        selection: 'clientMutationId',
        value: { id: effect.comment },
      };
    case 'open-issue':
      return {
        field: 'createIssue',
        input: 'CreateIssueInput',
        selection: 'issue { id number }',
        value: {
          repositoryId: ids.repository,
          parentIssueId: issue.id,
          title: effect.title,
          body: effect.body,
          labelIds: labelIds(effect.labels),
          assigneeIds: userIds(effect.assignees),
        },
      };
    case 'close-duplicate':
      return {
        field: 'closeIssue',
        input: 'CloseIssueInput',
        selection: 'clientMutationId',
        value: { issueId: effect.target, stateReason: 'DUPLICATE', duplicateIssueId: effect.of },
      };
  }
}

function editComment(id: string, body: string): Mutation {
  return {
    field: 'updateIssueComment',
    input: 'UpdateIssueCommentInput',
    selection: 'issueComment { ...Remark }',
    value: { id, body },
  };
}

function addComment(subjectId: string, body: string): Mutation {
  return {
    field: 'addComment',
    input: 'AddCommentInput',
    selection: 'commentEdge { node { ...Remark } }',
    value: { subjectId, body },
  };
}
