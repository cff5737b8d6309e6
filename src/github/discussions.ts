import type { Instant } from '../calendar/calendar.ts';
import { GitHubError, type Graph } from './port.ts';
import {
  ADD,
  BY_CATEGORY,
  CLOSE,
  EDIT,
  EDIT_REMARK,
  MORE,
  OPEN,
  RECENT,
  REMOVE,
  REMOVE_REMARK,
} from './discussion-queries.ts';
import type { RawActor, RawPage } from './translate.ts';

/*
 * Discussions, for those who subscribe to them. Only the file of the bundle that builds the status page has this.
 */

/** What stands in a Discussion by itself, not in reply to something else there. */
export interface Remark {
  readonly id: string;
  readonly body: string;
  /** Whether one of the Action's own accounts wrote it, whoever has edited it since. */
  readonly own: boolean;
}

/** A Discussion that one of the Action's own accounts opened, whoever has edited it since. */
export interface Thread {
  readonly id: string;
  readonly number: number;
  readonly body: string;
  readonly openedAt: Instant;
  /** There an Action may not comment. */
  readonly isLocked: boolean;
  /** Oldest first. */
  readonly remarks: readonly Remark[];
  /** Whether older remarks are missing. */
  readonly isCut: boolean;
}

/** A category as a run finds it. */
export interface Forum {
  readonly repository: string;
  readonly id: string;
  readonly threads: readonly Thread[];
  /** Since when all that were opened are among them. */
  readonly since: Instant;
}

/** A category, or why there is none: the repository has no Discussions, or only these categories. */
export type FoundDiscussions =
  Forum | { readonly lacks: 'discussions' } | { readonly lacks: 'category'; readonly names: readonly string[] };

type Named = Pick<Thread, 'id'>;

/** The Discussions of the repository. All throw a GitHubError for what was not done, or if nobody knows. */
export interface Discussions {
  /**
   * A category by its name, with Discussions there that the Action opened. One request, for those of the repository that changed last;
   * and as many more as it takes to see all that were opened since an instant, if `missing` names one.
   */
  category(name: string, missing: (threads: readonly Thread[]) => Instant | null): Promise<FoundDiscussions>;
  /** The same Discussion with all that stands in it; still cut if that is more than anybody reads. */
  whole(thread: Thread): Promise<Thread>;
  open(forum: Forum, title: string, body: string): Promise<Pick<Thread, 'id' | 'number'>>;
  comment(thread: Named, body: string): Promise<unknown>;
  edit(thread: Named, title: string, body: string): Promise<unknown>;
  editRemark(remark: Named, body: string): Promise<unknown>;
  remove(thread: Named): Promise<unknown>;
  removeRemark(remark: Named): Promise<unknown>;
  closeDuplicate(thread: Named): Promise<unknown>;
}

interface RawRemark {
  readonly id: string;
  readonly body: string;
  readonly author: RawActor | null;
}

interface RawThread extends RawRemark {
  readonly number: number;
  readonly createdAt: string;
  readonly locked: boolean;
  readonly category: { readonly id: string };
  readonly comments: {
    readonly pageInfo: { readonly hasPreviousPage: boolean };
    readonly nodes: readonly (RawRemark | null)[] | null;
  };
}

interface RawForum {
  readonly id: string;
  readonly hasDiscussionsEnabled: boolean;
  readonly discussionCategories: { readonly nodes: readonly ({ readonly id: string; readonly name: string } | null)[] };
  readonly discussions: RawPage<RawThread>;
}

/** So many requests are spent on one Discussion, of a hundred remarks each, or on one category, of fifty Discussions each. */
const MOST_PAGES = 10;

/** What cannot be read says nothing of when it was opened. */
const timeOf = (raw: RawThread | null): Instant => (raw ? Date.parse(raw.createdAt) : Infinity);

/** Through GraphQL: REST has no Discussions. */
export function discussionsOf(graph: Graph): Discussions {
  const remarkOf = ({ id, body, author }: RawRemark): Remark => ({ id, body, own: graph.isOwn(author) });
  const threadsIn = (category: string, { nodes }: RawPage<RawThread>): Thread[] =>
    (nodes ?? []).flatMap((it) =>
      it?.category.id === category && graph.isOwn(it.author)
        ? [
            {
              id: it.id,
              number: it.number,
              body: it.body,
              openedAt: Date.parse(it.createdAt),
              isLocked: it.locked,
              remarks: (it.comments.nodes ?? []).flatMap((one) => (one ? [remarkOf(one)] : [])),
              isCut: it.comments.pageInfo.hasPreviousPage,
            },
          ]
        : [],
    );
  return {
    async category(name, missing) {
      const raw = await graph.ask<RawForum>(RECENT, {});
      if (!raw.hasDiscussionsEnabled) return { lacks: 'discussions' };
      const categories = raw.discussionCategories.nodes.flatMap((it) => it ?? []);
      const found = categories.find((it) => it.name.toLowerCase() === name.toLowerCase());
      if (!found) return { lacks: 'category', names: categories.map((it) => it.name) };
      const forum = { repository: raw.id, id: found.id };
      const recent = threadsIn(found.id, raw.discussions);
      const wanted = missing(recent);
      if (!raw.discussions.pageInfo.hasNextPage) return { ...forum, threads: recent, since: -Infinity };
      if (wanted === null) return { ...forum, threads: recent, since: Infinity };
      const threads = new Map(recent.map((it) => [it.id, it]));
      let since = Infinity;
      for (let page = 0, after: string | null = null; page < MOST_PAGES && since > wanted; page++) {
        const answer: Pick<RawForum, 'discussions'> = await graph.ask(BY_CATEGORY, { category: found.id, after });
        const { nodes, pageInfo } = answer.discussions;
        for (const it of threadsIn(found.id, answer.discussions)) threads.set(it.id, it);
        after = pageInfo.endCursor;
        since = pageInfo.hasNextPage ? Math.min(since, ...(nodes ?? []).map((it) => timeOf(it))) : -Infinity;
      }
      return { ...forum, threads: [...threads.values()], since };
    },

    async whole(thread) {
      const remarks: Remark[] = [];
      for (let page = 0, after: string | null = null; page < MOST_PAGES; page++) {
        const answer: { readonly discussion: { readonly comments: RawPage<RawRemark> } | null } = await graph.ask(
          MORE,
          {
            number: thread.number,
            after,
          },
        );
        const { discussion } = answer;
        if (!discussion) throw new GitHubError('not-found', `Discussion #${thread.number} is gone.`);
        remarks.push(...(discussion.comments.nodes ?? []).flatMap((it) => (it ? [remarkOf(it)] : [])));
        const { hasNextPage, endCursor } = discussion.comments.pageInfo;
        if (!hasNextPage) return { ...thread, remarks, isCut: false };
        after = endCursor;
      }
      return { ...thread, remarks, isCut: true };
    },

    async open({ repository, id }, title, body) {
      const input = { repositoryId: repository, categoryId: id, title, body };
      const { createDiscussion } = await graph.write<{
        createDiscussion: { discussion: Pick<Thread, 'id' | 'number'> };
      }>(OPEN, input);
      return createDiscussion.discussion;
    },
    comment: ({ id }, body) => graph.write(ADD, { discussionId: id, body }),
    edit: ({ id }, title, body) => graph.write(EDIT, { discussionId: id, title, body }),
    editRemark: ({ id }, body) => graph.write(EDIT_REMARK, { commentId: id, body }),
    remove: ({ id }) => graph.write(REMOVE, { id }),
    removeRemark: ({ id }) => graph.write(REMOVE_REMARK, { id }),
    closeDuplicate: ({ id }) => graph.write(CLOSE, { discussionId: id, reason: 'DUPLICATE' }),
  };
}
