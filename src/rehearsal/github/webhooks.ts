import { association, visible } from './accounts.ts';
import { hubTimestamp } from './clock.ts';
import type { Account, StoredIssue, IssueComment, Label, WebhookEvent, World } from './state.ts';

type Json = Readonly<Record<string, unknown>>;

/** The events of the Actions token start no workflow, except the two dispatches. */
const SILENT = 'github-actions[bot]';

/** Records the `issues` event that workflows would get. */
export function emitIssue(
  world: World,
  actor: Account,
  issue: StoredIssue,
  happened: { action: string; label?: Label; assignee?: Account; changes?: Json },
): void {
  if (issue.kind === 'PullRequest') return;
  const { action, label, assignee, changes } = happened;
  emit(world, actor, 'issues', {
    action,
    issue: issueJson(world, issue),
    ...(label && { label: labelJson(world, label) }),
    ...(assignee && { assignee: accountJson(assignee) }),
    ...(changes && { changes }),
  });
}

/** Records the `issue_comment` event, which comes for pull requests too. */
export function emitComment(
  world: World,
  actor: Account,
  comment: IssueComment,
  { action, ...extra }: { action: string; changes?: Json },
): void {
  emit(world, actor, 'issue_comment', {
    action,
    issue: issueJson(world, comment.issue),
    comment: commentJson(world, comment),
    ...extra,
  });
}

export function emitPullRequest(world: World, actor: Account, action: string, pull: StoredIssue): void {
  if (pull.kind !== 'PullRequest') return;
  const { number, title, body, headOid } = pull;
  emit(world, actor, 'pull_request', {
    action,
    number,
    pull_request: {
      number,
      title,
      body,
      user: accountJson(pull.author),
      state: pull.state.toLowerCase(),
      merged: pull.merged !== null,
      merged_by: pull.merged && accountJson(pull.merged.by),
      head: { ref: `pull-${number}`, sha: headOid },
      base: { ref: world.git.branch, sha: world.git.head.oid },
    },
  });
}

/** Records a dispatch; unlike everything else, the Actions token may fire these. */
export function emitDispatch(
  world: World,
  actor: Account,
  name: 'repository_dispatch' | 'workflow_dispatch',
  fields: Json,
): void {
  world.events.push({ name, payload: { ...fields, ...surroundings(world, actor) } });
}

function emit(world: World, actor: Account, name: WebhookEvent['name'], fields: Json): void {
  if (actor.login === SILENT) return;
  world.events.push({ name, payload: { ...fields, ...surroundings(world, actor) } });
}

function surroundings(world: World, actor: Account): Json {
  return { repository: repositoryJson(world), sender: accountJson(actor) };
}

export function accountJson(account: Account): Json {
  const { login, databaseId: id, id: node_id, kind: type } = account;
  const slug = login.replace(/\[bot\]$/, '');
  const html_url = type === 'Bot' ? `https://github.com/apps/${slug}` : `https://github.com/${login}`;
  return { login, id, node_id, type, html_url, site_admin: false };
}

function repositoryJson(world: World): Json {
  const { owner, repo, ownerType, repositoryId } = world;
  return {
    id: 1,
    node_id: repositoryId,
    name: repo,
    full_name: `${owner}/${repo}`,
    private: world.visibility === 'private',
    visibility: world.visibility,
    owner: { login: owner, type: ownerType },
    html_url: repositoryUrl(world),
    default_branch: world.git.branch,
  };
}

function labelJson(world: World, label: Label): Json {
  const { databaseId: id, id: node_id, name, color, description } = label;
  const url = `https://api.github.com/repos/${world.owner}/${world.repo}/labels/${encodeURIComponent(name)}`;
  return { id, node_id, url, name, color, default: false, description };
}

function issueJson(world: World, issue: StoredIssue): Json {
  const author = visible(issue.author);
  return {
    id: issue.databaseId,
    node_id: issue.id,
    number: issue.number,
    html_url: issueUrl(world, issue),
    title: issue.title,
    body: issue.body === '' ? null : issue.body,
    user: author && accountJson(author),
    labels: issue.labels.map((label) => labelJson(world, label)),
    assignees: issue.assignees.map(accountJson),
    state: issue.state.toLowerCase(),
    state_reason: issue.stateReason?.toLowerCase() ?? null,
    locked: issue.locked,
    comments: issue.timeline.filter((item) => item.kind === 'IssueComment').length,
    created_at: hubTimestamp(issue.createdAt),
    updated_at: hubTimestamp(issue.updatedAt),
    closed_at: issue.closedAt === null ? null : hubTimestamp(issue.closedAt),
    author_association: association(world, issue.author),
    ...(issue.kind === 'PullRequest' && { pull_request: { html_url: issueUrl(world, issue) } }),
  };
}

function commentJson(world: World, comment: IssueComment): Json {
  const author = visible(comment.author);
  return {
    id: comment.databaseId,
    node_id: comment.id,
    html_url: commentUrl(world, comment),
    user: author && accountJson(author),
    body: comment.body,
    created_at: hubTimestamp(comment.createdAt),
    updated_at: hubTimestamp(comment.updatedAt),
    author_association: association(world, comment.author),
  };
}

export function repositoryUrl(world: World): string {
  return `https://github.com/${world.owner}/${world.repo}`;
}

export function issueUrl(world: World, issue: StoredIssue): string {
  return `${repositoryUrl(world)}/${issue.kind === 'Issue' ? 'issues' : 'pull'}/${issue.number}`;
}

export function commentUrl(world: World, comment: IssueComment): string {
  return `${issueUrl(world, comment.issue)}#issuecomment-${comment.databaseId}`;
}
