import { rewrite } from './edits.ts';
import { checkCommentBody, LIMITS } from './limits.ts';
import { notFound, unprocessable } from './refusal.ts';
import { references } from './references.ts';
import { freshId, present, type Account, type StoredIssue, type IssueComment, type World } from './state.ts';
import { record } from './timeline.ts';
import { emitComment } from './webhooks.ts';

export function addComment(world: World, actor: Account, issue: StoredIssue, body: string): IssueComment {
  checkCommentBody(body);
  if (issue.timeline.filter(({ kind }) => kind === 'IssueComment').length >= LIMITS.comments)
    throw unprocessable(`Commenting is disabled on issues with more than ${LIMITS.comments} comments`);
  const at = present(world);
  const comment: IssueComment = {
    kind: 'IssueComment',
    ...freshId(world, 'IC'),
    issue,
    author: actor,
    createdAt: at,
    body,
    updatedAt: at,
    lastEditedAt: null,
    editor: null,
    edits: [],
    minimized: null,
    reactions: [],
  };
  issue.timeline.push(comment);
  issue.updatedAt = at;
  world.comments.set(comment.databaseId, comment);
  world.nodes.set(comment.id, comment);
  crossReference(world, actor, issue, body);
  emitComment(world, actor, comment, { action: 'created' });
  return comment;
}

export function editComment(world: World, actor: Account, comment: IssueComment, body: string): void {
  checkCommentBody(body);
  if (body === comment.body) return;
  const from = comment.body;
  rewrite(world, actor, comment, body);
  comment.issue.updatedAt = comment.updatedAt;
  crossReference(world, actor, comment.issue, body);
  emitComment(world, actor, comment, { action: 'edited', changes: { body: { from } } });
}

export function deleteComment(world: World, actor: Account, comment: IssueComment): void {
  const { issue } = comment;
  issue.timeline.splice(issue.timeline.indexOf(comment), 1);
  world.comments.delete(comment.databaseId);
  world.nodes.delete(comment.id);
  record(world, issue, actor, { kind: 'CommentDeletedEvent', deletedCommentAuthor: comment.author });
  emitComment(world, actor, comment, { action: 'deleted' });
}

export function commentWithId(world: World, databaseId: number): IssueComment {
  const comment = world.comments.get(databaseId);
  if (!comment) throw notFound(`no comment has the id ${databaseId}`);
  return comment;
}

/** The comment of that `databaseId`, or at that address. */
export function commentAt(world: World, place: number | string): IssueComment {
  return commentWithId(world, typeof place === 'number' ? place : Number(/#issuecomment-(\d+)$/.exec(place)?.[1]));
}

/** Tells the issues that the text names; GitHub does so once for each pair of issues. */
export function crossReference(world: World, actor: Account, source: StoredIssue, text: string): void {
  for (const number of references(text, world.owner, world.repo)) {
    const target = world.issues.get(number);
    if (!target || target === source) continue;
    if (target.timeline.some((item) => item.kind === 'CrossReferencedEvent' && item.source === source)) continue;
    record(world, target, actor, { kind: 'CrossReferencedEvent', source });
  }
}
