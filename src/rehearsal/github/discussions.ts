import { checkBody, checkCommentBody, checkTitle } from './limits.ts';
import { notFound, RequestRefusal, unprocessable } from './refusal.ts';
import {
  freshId,
  present,
  type Account,
  type HubBoard,
  type HubCategory,
  type DiscussionText,
  type StoredDiscussion,
  type StoredRemark,
  type World,
} from './state.ts';

/** The Discussions that a repository begins with: none where no category is named. */
export function hubBoardOf(names: readonly string[] | null | undefined, isDeletable: boolean): HubBoard {
  const categories = (names ?? []).map((name, i): HubCategory => ({
    kind: 'DiscussionCategory',
    id: `DIC_kwDO${i + 1}`,
    name,
  }));
  return { isEnabled: (names ?? null) !== null, isDeletable, categories, all: new Map() };
}

function checkEnabled({ board }: World): void {
  if (!board.isEnabled) throw unprocessable('Discussions are disabled for this repository');
}

function textOf(world: World, author: Account, body: string, prefix: string): DiscussionText {
  const at = present(world);
  return { ...freshId(world, prefix), author, createdAt: at, body, updatedAt: at, editor: null };
}

export function openDiscussion(
  world: World,
  author: Account,
  { category, title, body }: { readonly category: string; readonly title: string; readonly body: string },
): StoredDiscussion {
  checkEnabled(world);
  const found = world.board.categories.find(({ id, name }) => id === category || name === category);
  if (!found) throw notFound(`Could not resolve to a node with the global id of '${category}'`);
  checkTitle(title);
  checkCommentBody(body);
  world.lastNumber += 1;
  const discussion: StoredDiscussion = {
    kind: 'Discussion',
    ...textOf(world, author, body, 'D'),
    number: world.lastNumber,
    category: found,
    title,
    locked: false,
    closed: null,
    remarks: [],
  };
  world.board.all.set(discussion.number, discussion);
  world.nodes.set(discussion.id, discussion);
  return discussion;
}

/** People with a role may still write where it is locked; an integration may not. */
export function remarkOn(world: World, author: Account, discussion: StoredDiscussion, body: string): StoredRemark {
  checkEnabled(world);
  if (discussion.locked && author.kind === 'Bot')
    throw new RequestRefusal('FORBIDDEN', 'Unable to create comment because discussion is locked.');
  checkCommentBody(body);
  const remark: StoredRemark = {
    kind: 'DiscussionComment',
    ...textOf(world, author, body, 'DC'),
    discussion,
  };
  discussion.remarks.push(remark);
  discussion.updatedAt = remark.createdAt;
  world.nodes.set(remark.id, remark);
  return remark;
}

/** An edit of the text, the title or both, which nobody gets mail about. */
export function rewriteText(
  world: World,
  editor: Account,
  text: StoredDiscussion | StoredRemark,
  { title, body }: { readonly title?: string | null | undefined; readonly body?: string | null | undefined },
): void {
  if (typeof title === 'string') checkTitle(title);
  checkBody(body ?? '');
  if (typeof title === 'string' && text.kind === 'Discussion') text.title = title;
  if (typeof body === 'string') text.body = body;
  Object.assign(text, { editor, updatedAt: present(world) });
  const thread = text.kind === 'Discussion' ? text : text.discussion;
  thread.updatedAt = present(world);
}

export function deleteDiscussion(world: World, discussion: StoredDiscussion): void {
  world.board.all.delete(discussion.number);
  for (const { id } of [discussion, ...discussion.remarks]) world.nodes.delete(id);
}

export function deleteRemark(world: World, remark: StoredRemark): void {
  const { remarks } = remark.discussion;
  remarks.splice(remarks.indexOf(remark), 1);
  world.nodes.delete(remark.id);
}

export function discussionNumbered({ board }: World, number: number): StoredDiscussion {
  const found = board.all.get(number);
  if (!found) throw notFound(`Could not resolve to a Discussion with the number of ${number}.`);
  return found;
}

/** A Discussion as a story reads it. */
export interface DiscussionView {
  readonly number: number;
  readonly category: string;
  readonly title: string;
  readonly body: string;
  readonly author: string;
  readonly closed: string | null;
  readonly comments: readonly {
    readonly id: string;
    readonly author: string;
    readonly body: string;
    readonly isEdited: boolean;
  }[];
}

export function viewDiscussions({ board }: World): DiscussionView[] {
  return [...board.all.values()].map(({ number, category, title, body, author, closed, remarks }) => ({
    number,
    category: category.name,
    title,
    body,
    author: author.login,
    closed,
    comments: remarks.map((it) => ({
      id: it.id,
      author: it.author.login,
      body: it.body,
      isEdited: it.editor !== null,
    })),
  }));
}
