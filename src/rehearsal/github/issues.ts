import { addAssignees } from './assignees.ts';
import { crossReference } from './comments.ts';
import { rewrite } from './edits.ts';
import { addLabels } from './labels.ts';
import { checkBody, checkTitle, LIMITS } from './limits.ts';
import { notFound, unprocessable } from './refusal.ts';
import {
  freshId,
  present,
  type Account,
  type IssueClosedStateReason,
  type StoredIssue,
  type Label,
  type World,
} from './state.ts';
import { record } from './timeline.ts';
import { emitIssue, emitPullRequest } from './webhooks.ts';

interface NewIssue {
  readonly title: string;
  readonly body?: string;
  readonly labels?: readonly Label[];
  readonly assignees?: readonly Account[];
  /** Makes it a pull request. */
  readonly headOid?: string;
}

/** Opens an issue or a pull request; its labels and assignees enter the timeline as the author's doing. */
export function openIssue(world: World, actor: Account, given: NewIssue): StoredIssue {
  const body = given.body ?? '';
  checkTitle(given.title);
  checkBody(body);
  // Checked here too, so that an issue with too many labels is refused before it exists.
  if ((given.labels?.length ?? 0) > LIMITS.labels) {
    throw unprocessable(`Issue cannot have more than ${LIMITS.labels} labels`);
  }
  const at = present(world);
  world.lastNumber += 1;
  const issue: StoredIssue = {
    kind: given.headOid === undefined ? 'Issue' : 'PullRequest',
    ...freshId(world, given.headOid === undefined ? 'I' : 'PR'),
    number: world.lastNumber,
    author: actor,
    createdAt: at,
    title: given.title,
    body,
    updatedAt: at,
    lastEditedAt: null,
    editor: null,
    edits: [],
    state: 'OPEN',
    stateReason: null,
    closedAt: null,
    locked: false,
    lockReason: null,
    pinned: false,
    parent: null,
    labels: [],
    assignees: [],
    subIssues: [],
    timeline: [],
    reactions: [],
    headOid: given.headOid ?? null,
    merged: null,
    deleted: false,
  };
  world.issues.set(issue.number, issue);
  world.nodes.set(issue.id, issue);
  // The payload of `opened` shows the labels already, though `labeled` follows for each.
  emitIssue(world, actor, { ...issue, labels: [...(given.labels ?? [])] }, { action: 'opened' });
  emitPullRequest(world, actor, 'opened', issue);
  addLabels(world, actor, issue, given.labels ?? []);
  addAssignees(world, actor, issue, given.assignees ?? []);
  crossReference(world, actor, issue, body);
  return issue;
}

export function issueNumbered(world: World, number: number): StoredIssue {
  const issue = world.issues.get(number);
  if (!issue) throw notFound(`there is no issue #${number}`);
  return issue;
}

export function rename(world: World, actor: Account, issue: StoredIssue, title: string): void {
  checkTitle(title);
  if (title === issue.title) return;
  const previousTitle = issue.title;
  issue.title = title;
  record(world, issue, actor, { kind: 'RenamedTitleEvent', previousTitle, currentTitle: title });
  emitIssue(world, actor, issue, { action: 'edited', changes: { title: { from: previousTitle } } });
}

export function editBody(world: World, actor: Account, issue: StoredIssue, body: string): void {
  checkBody(body);
  if (body === issue.body) return;
  const from = issue.body;
  rewrite(world, actor, issue, body);
  crossReference(world, actor, issue, body);
  emitIssue(world, actor, issue, { action: 'edited', changes: { body: { from } } });
}

interface Closing {
  readonly reason: IssueClosedStateReason;
  readonly canonical?: StoredIssue | undefined;
  /** The pull request that it was closed by. */
  readonly closer?: StoredIssue | null;
}

/** Closes the issue; a closed one only changes its reason, which is an event of its own. */
export function close(
  world: World,
  actor: Account,
  issue: StoredIssue,
  { reason, canonical, closer = null }: Closing,
): void {
  if (canonical) record(world, issue, actor, { kind: 'MarkedAsDuplicateEvent', canonical });
  if (issue.state === 'CLOSED' && issue.stateReason === reason) return;
  issue.closedAt = present(world);
  issue.state = 'CLOSED';
  issue.stateReason = reason;
  record(world, issue, actor, { kind: 'ClosedEvent', stateReason: reason, closer });
  emitIssue(world, actor, issue, { action: 'closed' });
  emitPullRequest(world, actor, 'closed', issue);
}

export function reopen(world: World, actor: Account, issue: StoredIssue): void {
  if (issue.state === 'OPEN') return;
  issue.state = 'OPEN';
  issue.stateReason = 'REOPENED';
  issue.closedAt = null;
  record(world, issue, actor, { kind: 'ReopenedEvent' });
  emitIssue(world, actor, issue, { action: 'reopened' });
  emitPullRequest(world, actor, 'reopened', issue);
}
