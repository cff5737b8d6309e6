import { notFound } from '../refusal.ts';
import type { Account, StoredIssue, IssueComment, Label } from '../state.ts';
import type { Context } from './context.ts';

/** Finds what the ids in a mutation's input name. @throws {Refusal} NOT_FOUND, as GitHub does for unknown ids. */
export function issueWithId(context: Context, id: string): StoredIssue {
  return find(context, id, ['Issue', 'PullRequest']) as StoredIssue;
}

export function commentWithNodeId(context: Context, id: string): IssueComment {
  return find(context, id, ['IssueComment']) as IssueComment;
}

export function subjectWithId(context: Context, id: string): StoredIssue | IssueComment {
  return find(context, id, ['Issue', 'IssueComment']) as StoredIssue | IssueComment;
}

export function labelWithId(context: Context, id: string): Label {
  return find(context, id, ['Label']) as Label;
}

export function accountWithId(context: Context, id: string): Account {
  return find(context, id, ['User', 'Bot']) as Account;
}

export function repositoryWithId(context: Context, id: string): void {
  find(context, id, ['Repository']);
}

function find({ world }: Context, id: string, kinds: readonly string[]): unknown {
  const node = world.nodes.get(id) as { kind: string } | undefined;
  if (!node || !kinds.includes(node.kind)) {
    throw notFound(`Could not resolve to a node with the global id of '${id}'`);
  }
  return node;
}
