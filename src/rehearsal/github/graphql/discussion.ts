import { hubTimestamp } from '../clock.ts';
import { deleteDiscussion, deleteRemark, openDiscussion, remarkOn, rewriteText } from '../discussions.ts';
import { forbidden, notFound, NotImplemented } from '../refusal.ts';
import type { HubCategory, StoredDiscussion, StoredRemark } from '../state.ts';
import { repositoryUrl } from '../webhooks.ts';
import { actor } from './actors.ts';
import { byIndex, connectionOf, type PageArguments } from './connection.ts';
import { needs, type Context, type Fields } from './context.ts';

export const discussionCategory: Fields<HubCategory> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
};

export const discussion: Fields<StoredDiscussion> = {
  id: ({ id }) => id,
  number: ({ number }) => number,
  title: ({ title }) => title,
  body: ({ body }) => body,
  url: ({ number }, _args, { world }) => `${repositoryUrl(world)}/discussions/${number}`,
  createdAt: ({ createdAt }) => hubTimestamp(createdAt),
  updatedAt: ({ updatedAt }) => hubTimestamp(updatedAt),
  locked: ({ locked }) => locked,
  closed: ({ closed }) => closed !== null,
  author: ({ author }) => actor(author),
  editor: ({ editor }) => actor(editor),
  category: ({ category }) => category,
  comments: ({ remarks }, args: PageArguments) => connectionOf(remarks, args, byIndex),
};

export const discussionComment: Fields<StoredRemark> = {
  id: ({ id }) => id,
  body: ({ body }) => body,
  createdAt: ({ createdAt }) => hubTimestamp(createdAt),
  updatedAt: ({ updatedAt }) => hubTimestamp(updatedAt),
  author: ({ author }) => actor(author),
  editor: ({ editor }) => actor(editor),
  discussion: ({ discussion: of }) => of,
};

interface DiscussionList extends PageArguments {
  readonly categoryId?: string | null;
  readonly orderBy?: { readonly field: 'CREATED_AT' | 'UPDATED_AT'; readonly direction: 'ASC' | 'DESC' } | null;
  readonly [other: string]: unknown;
}

/** What the repository has of them. */
export const discussionsOfRepository: Fields<unknown> = {
  hasDiscussionsEnabled: (_source, _args, { world }) => world.board.isEnabled,
  discussionCategories: (_source, args: PageArguments, context) => {
    needs(context, 'discussions');
    return connectionOf(context.world.board.isEnabled ? context.world.board.categories : [], args, byIndex);
  },
  discussion: (_source, { number }: { number: number }, context) => {
    needs(context, 'discussions');
    const found = context.world.board.all.get(number);
    if (!found) throw notFound(`Could not resolve to a Discussion with the number of ${number}.`);
    return found;
  },
  discussions: (_source, { categoryId, orderBy, ...args }: DiscussionList, context) => {
    needs(context, 'discussions');
    if ((args['answered'] ?? null) !== null) throw new NotImplemented('Repository.discussions(answered:)');
    const { field, direction } = orderBy ?? { field: 'UPDATED_AT', direction: 'DESC' };
    const sign = direction === 'ASC' ? 1 : -1;
    const at = (it: StoredDiscussion): number => (field === 'CREATED_AT' ? it.createdAt : it.updatedAt);
    const found = [...context.world.board.all.values()]
      .filter((it) => !categoryId || it.category.id === categoryId)
      .sort((a, b) => sign * (at(a) - at(b) || a.number - b.number));
    return connectionOf(found, args, (it) => [at(it), it.number], { direction: sign });
  },
};

type Text = string | null | undefined;

const find = ({ world }: Context, id: string, kind: string): unknown => {
  const node = world.nodes.get(id) as { readonly kind: string } | undefined;
  if (node?.kind !== kind) throw notFound(`Could not resolve to a node with the global id of '${id}'`);
  return node;
};
const discussionWithId = (context: Context, id: string) => find(context, id, 'Discussion') as StoredDiscussion;
const remarkWithId = (context: Context, id: string) => find(context, id, 'DiscussionComment') as StoredRemark;

/** An integration changes its own words, and deletes where the repository lets it. */
function checkOwn({ viewer }: Context, { author }: StoredDiscussion | StoredRemark): void {
  if (author !== viewer) throw forbidden();
}

function checkDeletable(context: Context, text: StoredDiscussion | StoredRemark): void {
  checkOwn(context, text);
  if (!context.world.board.isDeletable) throw forbidden();
}

/** The mutations that take `discussions: write`. */
export const discussionMutations: Readonly<Record<string, (input: never, context: Context) => object>> = {
  createDiscussion: (
    input: { repositoryId: string; categoryId: string; title: string; body: string },
    { world, viewer },
  ) => ({ discussion: openDiscussion(world, viewer, { ...input, category: input.categoryId }) }),
  addDiscussionComment: (input: { discussionId: string; body: string; replyToId?: Text }, context) => {
    if (input.replyToId) throw new NotImplemented('AddDiscussionCommentInput.replyToId');
    const thread = discussionWithId(context, input.discussionId);
    return { comment: remarkOn(context.world, context.viewer, thread, input.body) };
  },
  updateDiscussion: (input: { discussionId: string; title?: Text; body?: Text; categoryId?: Text }, context) => {
    if (input.categoryId) throw new NotImplemented('UpdateDiscussionInput.categoryId');
    const thread = discussionWithId(context, input.discussionId);
    checkOwn(context, thread);
    rewriteText(context.world, context.viewer, thread, input);
    return { discussion: thread };
  },
  updateDiscussionComment: (input: { commentId: string; body: string }, context) => {
    const comment = remarkWithId(context, input.commentId);
    checkOwn(context, comment);
    rewriteText(context.world, context.viewer, comment, input);
    return { comment };
  },
  deleteDiscussion: ({ id }: { id: string }, context) => {
    const thread = discussionWithId(context, id);
    checkDeletable(context, thread);
    deleteDiscussion(context.world, thread);
    return { discussion: thread };
  },
  deleteDiscussionComment: ({ id }: { id: string }, context) => {
    const comment = remarkWithId(context, id);
    checkDeletable(context, comment);
    deleteRemark(context.world, comment);
    return { comment };
  },
  closeDiscussion: ({ discussionId, reason }: { discussionId: string; reason?: Text }, context) => {
    const thread = discussionWithId(context, discussionId);
    thread.closed = (reason ?? 'RESOLVED').toLowerCase();
    return { discussion: thread };
  },
};
