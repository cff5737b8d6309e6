import { MOST_VERSIONS } from '../model/limits.ts';

/** The GraphQL documents. Connections per issue cost points (one each per hundred issues), so there are two: labels and timeline. */

const ACT_TYPES =
  'LABELED_EVENT, UNLABELED_EVENT, ASSIGNED_EVENT, UNASSIGNED_EVENT, CLOSED_EVENT, REOPENED_EVENT, SUB_ISSUE_ADDED_EVENT';
const EVENT_TYPES = `${ACT_TYPES}, ISSUE_COMMENT`;

/** What a comment is read with. */
export const REMARK_FRAGMENTS = `
fragment Who on Actor { __typename login }
fragment Remark on IssueComment {
  id fullDatabaseId url body createdAt lastEditedAt author { ...Who } editor { ...Who }
}`;

/** What a timeline is read with. */
export const ENTRY_FRAGMENTS = `${REMARK_FRAGMENTS}
fragment Entry on IssueTimelineItems {
  __typename
  ... on LabeledEvent { createdAt actor { ...Who } label { name } }
  ... on UnlabeledEvent { createdAt actor { ...Who } label { name } }
  ... on AssignedEvent { createdAt actor { ...Who } assignee { ... on Actor { login } } }
  ... on UnassignedEvent { createdAt actor { ...Who } assignee { ... on Actor { login } } }
  ... on ClosedEvent { createdAt actor { ...Who } stateReason }
  ... on ReopenedEvent { createdAt actor { ...Who } }
  ... on IssueComment { ...Remark }
  ... on SubIssueAddedEvent { createdAt actor { ...Who } subIssue { id number title body state stateReason closedAt author { ...Who } } }
}`;

const FRAGMENTS = `${ENTRY_FRAGMENTS}
fragment Cover on Issue {
  id number url title body createdAt lastEditedAt state author { ...Who } editor { ...Who }
  labels(first: 100) { nodes { name } }
}
fragment Ticket on Issue {
  ...Cover
  timelineItems(first: 100, itemTypes: [${EVENT_TYPES}]) { pageInfo { hasNextPage endCursor } nodes { ...Entry } }
}`;

/** When commits were made, the newest first. */
const PAST_FRAGMENT = `
fragment Past on CommitHistoryConnection { pageInfo { hasNextPage endCursor } nodes { committedDate } }`;

/** The one request of a run: the policy, the subject, the open incidents by page, open issues of the last day, incidents closed lately, what follows incidents. */
export const READ = `
query Read(
  $owner: String!, $name: String!, $policy: String!, $policyPath: String!,
  $sibling: String!, $siblingPath: String!, $withSibling: Boolean!, $label: String!, $closedLabels: [String!]!, $since: DateTime!,
  $workflow: String!, $withWorkflow: Boolean!,
  $subject: Int!, $withSubject: Boolean!,
  $recent: Int!, $touchedSince: DateTime!, $withRecent: Boolean!, $withHead: Boolean!,
  $open: Int!, $openAfter: String, $withOpen: Boolean!, $closed: Int!, $closedAfter: String, $withClosed: Boolean!,
  $postIncident: [String!]!, $mostPostIncident: Int!, $postIncidentAfter: String, $withPostIncident: Boolean!
) {
  viewer { login }
  repository(owner: $owner, name: $name) {
    id url isPrivate isSecurityPolicyEnabled securityPolicyUrl owner { __typename login }
    policy: object(expression: $policy) { ... on Blob { text isTruncated } }
    sibling: object(expression: $sibling) @include(if: $withSibling) { ... on Blob { text isTruncated } }
    head: defaultBranchRef @include(if: $withHead) { target { ... on Commit {
      policy: history(path: $policyPath, first: 100) { ...Past }
      sibling: history(path: $siblingPath, first: 100) @include(if: $withSibling) { ...Past }
      workflow: history(path: $workflow, first: 100) @include(if: $withWorkflow) { ...Past nodes { author { name user { login } } } }
    } } }
    subject: issue(number: $subject) @include(if: $withSubject) { ...Cover }
    open: issues(first: $open, after: $openAfter, labels: [$label], states: OPEN, orderBy: { field: UPDATED_AT, direction: DESC })
      @include(if: $withOpen) { pageInfo { hasNextPage endCursor } nodes { ...Ticket } }
    recent: issues(first: $recent, states: OPEN, filterBy: { since: $touchedSince }, orderBy: { field: UPDATED_AT, direction: DESC })
      @include(if: $withRecent) { nodes { ...Cover } }
    closed: issues(first: $closed, after: $closedAfter, labels: $closedLabels, states: CLOSED, filterBy: { since: $since }, orderBy: { field: UPDATED_AT, direction: DESC })
      @include(if: $withClosed) { pageInfo { hasNextPage endCursor } nodes { ...Ticket } }
    postIncident: issues(first: $mostPostIncident, after: $postIncidentAfter, labels: $postIncident, states: OPEN, orderBy: { field: UPDATED_AT, direction: DESC })
      @include(if: $withPostIncident) { pageInfo { hasNextPage endCursor } nodes { ...Ticket } }
  }
}
${PAST_FRAGMENT}
${FRAGMENTS}`;

/** Open issues with one label; 40 of them with their two connections cost one point. */
export const LABELLED = `
query Labelled($owner: String!, $name: String!, $label: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    issues(first: 40, after: $after, labels: [$label], states: OPEN, orderBy: { field: CREATED_AT, direction: ASC }) {
      pageInfo { hasNextPage endCursor } nodes { ...Ticket }
    }
  }
}
${FRAGMENTS}`;

/** The newest issues with any of some labels, open or closed, likewise for one point. */
export const LATEST = `
query Latest($owner: String!, $name: String!, $labels: [String!]!) {
  repository(owner: $owner, name: $name) {
    issues(first: 40, labels: $labels, states: [OPEN, CLOSED], orderBy: { field: CREATED_AT, direction: DESC }) { nodes { ...Ticket } }
  }
}
${FRAGMENTS}`;

/** Of a long timeline, what is no comment from the beginning on, and comments from the end. */
export const LONG_ISSUE = `
query LongIssue($id: ID!, $after: String, $before: String, $withEvents: Boolean!, $withComments: Boolean!) {
  node(id: $id) {
    ... on Issue {
      events: timelineItems(first: 100, after: $after, itemTypes: [${ACT_TYPES}]) @include(if: $withEvents) {
        pageInfo { hasNextPage endCursor } nodes { ...Entry }
      }
      comments: timelineItems(last: 100, before: $before, itemTypes: [ISSUE_COMMENT]) @include(if: $withComments) {
        pageInfo { hasPreviousPage startCursor } nodes { ...Entry }
      }
    }
  }
}
${ENTRY_FRAGMENTS}`;

/** When the commits before a hundredth were made. */
export const MORE_HISTORY = `
query MoreHistory($owner: String!, $name: String!, $path: String!, $after: String!) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { target { ... on Commit { history(path: $path, first: 100, after: $after) { ...Past } } } }
  }
}
${PAST_FRAGMENT}`;

/** Every text that a comment had, the newest first; `diff` is the whole of it. */
export const EDITS = `
query Edits($id: ID!) {
  node(id: $id) {
    ... on IssueComment { userContentEdits(first: 50) { nodes { editedAt diff editor { __typename login } } } }
  }
}`;

/** Who has changed the text of an issue, whoever opened it among them. */
export const EDITORS = `
query Editors($id: ID!) {
  node(id: $id) { ... on Issue { userContentEdits(first: 100) { nodes { editor { __typename login } } } } }
}`;

/** Who closed each of some issues last, and the pull request that did, if one did. */
export const CLOSINGS = `
query Closings($ids: [ID!]!) {
  nodes(ids: $ids) { ... on Issue { id timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) { nodes {
    ... on ClosedEvent { actor { __typename login } closer { ... on PullRequest { number } } }
  } } } }
}`;

/** What people have marked with a 🚀; costs one point. */
export const ROCKETS = `
query Rockets($id: ID!) {
  node(id: $id) {
    ... on Issue {
      comments(last: 100) {
        nodes { fullDatabaseId isMinimized reactions(content: ROCKET, first: 100) { nodes { user { login } } } }
      }
    }
  }
}`;

export const READ_ISSUE = `
query ReadIssue($id: ID!) {
  viewer { login }
  node(id: $id) { ...Ticket }
}
${FRAGMENTS}`;

/** Several issues by their ids, `$i0` and so on. */
export function readIssues(count: number): string {
  const each = Array.from({ length: count }, (_, i) => i);
  return `
query ReadIssues(${each.map((i) => `$i${i}: ID!`).join(', ')}) {
  ${each.map((i) => `n${i}: node(id: $i${i}) { ...Ticket }`).join('\n  ')}
}
${FRAGMENTS}`;
}

export const HISTORY = `
query History($owner: String!, $name: String!, $path: String!) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { target { ... on Commit {
      history(path: $path, first: ${MOST_VERSIONS}) {
        nodes { oid author { name user { login } } file(path: $path) { object { ... on Blob { text } } } }
      }
    } } }
  }
}`;

export const READ_FILE = `
query ReadFile($owner: String!, $name: String!, $expression: String!) {
  repository(owner: $owner, name: $name) { object(expression: $expression) { ... on Blob { text } } }
}`;

export const OPEN_ISSUE = `
mutation OpenIssue($input: CreateIssueInput!) { createIssue(input: $input) { issue { id number } } }`;

export const EDIT_ISSUE = `
mutation EditIssue($input: UpdateIssueInput!) { updateIssue(input: $input) { issue { id } } }`;

export const LABELS_QUERY = `
query Labels($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    id
    labels(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { id name color description } }
  }
}`;

/** Whether the contents can be read at all. */
export const REVISION = `
query Revision($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { object(expression: "HEAD") { __typename } }
}`;

export const FOLDER_QUERY = `
query Folder($owner: String!, $name: String!, $expression: String!) {
  repository(owner: $owner, name: $name) {
    object(expression: $expression) { ... on Tree { entries { name object { ... on Blob { text } } } } }
  }
}`;

/** What changed last: one point. */
export const NEWEST = `
query Newest($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { target { oid } }
    issues(first: 1, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { id updatedAt comments(last: 1) { nodes { id } } } pageInfo { hasNextPage endCursor } }
  }
}`;

/** Whose the repository is, and who has changed a workflow of it. */
export const OWNERSHIP = `
query Ownership($owner: String!, $name: String!, $workflow: String!, $withWorkflow: Boolean!) {
  repository(owner: $owner, name: $name) {
    owner { __typename login }
    head: defaultBranchRef @include(if: $withWorkflow) { target { ... on Commit {
      workflow: history(path: $workflow, first: 100) { ...Past nodes { author { name user { login } } } }
    } } }
  }
}
${PAST_FRAGMENT}`;

export const VISIBILITY = `
query Visibility($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { isPrivate } }`;

export const LAST_COMMIT = `
query LastCommit($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { defaultBranchRef { target { ... on Commit { committedDate } } } }
}`;

export const CATEGORIES = `query Categories($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { hasDiscussionsEnabled discussionCategories(first: 25) { nodes { name } } }
}`;
