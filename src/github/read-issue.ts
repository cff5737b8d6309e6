import { distinctLogins } from '../model/login.ts';
import { isMarked } from '../engine/mark.ts';
import type { Issue } from '../model/issue.ts';
import { ownLogins, type Access } from './access.ts';
import { errorIn } from './errors.ts';
import { askGitHub, isPassing, persist } from './octokit.ts';
import { GitHubError } from './port.ts';
import { EDITORS, EDITS, LONG_ISSUE, READ_ISSUE } from './queries.ts';
import {
  actorOf,
  issueOf,
  ownAccounts,
  type IsOwn,
  type RawActor,
  type RawComment,
  type RawEntry,
  type RawPage,
  type RawTicket,
} from './translate.ts';

/**
 * A long conversation is read from both ends: its first hundred entries, all that happened besides comments, and so many hundreds of
 * comments from its end. What stood in between and counted is on the record of the card.
 */
const PAGES_BACK = 3;
/** The most hundreds that are read for a card that is not found at either end, and of what is no comment. */
const MOST_PAGES = 20;

/** One issue again; null when it is gone, or no longer an issue. */
export async function readIssue(access: Access, id: string): Promise<Issue | null> {
  const answer = await persist(access.sleep, isPassing, () => askGitHub(access.octokit, READ_ISSUE, { id }));
  const hole = answer.errors.find(({ type }) => type !== 'NOT_FOUND');
  if (hole) throw errorIn(hole);
  const { viewer, node } = answer.data as { viewer: { login: string }; node: RawTicket | null };
  if (!node?.timelineItems) return null;
  return (await completeIssue(access, node, ownAccounts(ownLogins(access, viewer.login)))).issue;
}

/** Comments from the end. */
interface BackPage {
  readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
  readonly nodes: readonly (RawEntry | null)[] | null;
}

/** An issue with its timeline, and whether comments in the middle of it were left out; a long one costs further requests. */
export async function completeIssue(
  access: Access,
  ticket: RawTicket,
  isOwn: IsOwn,
): Promise<{ readonly issue: Issue; readonly isPartial: boolean }> {
  const first = (ticket.timelineItems.nodes ?? []).filter((it) => it !== null);
  if (!ticket.timelineItems.pageInfo.hasNextPage)
    return { issue: await withOurs(access, issueOf(ticket, first, isOwn), isOwn), isPartial: false };

  const read = new Set(first.filter(isComment).map(({ id }) => id));
  const events: RawEntry[] = [];
  const comments: RawEntry[] = [];
  let hasCard = first.some((entry) => isCard(entry, isOwn));
  let after: string | null = null;
  let before: string | null = null;
  let [moreEvents, moreComments] = [true, true];
  for (let page = 1; (moreEvents || moreComments) && page <= MOST_PAGES; page++) {
    const variables = { id: ticket.id, after, before, withEvents: moreEvents, withComments: moreComments };
    const answer = await persist(access.sleep, isPassing, () => askGitHub(access.octokit, LONG_ISSUE, variables));
    const { node } = answer.data as { node: { events?: RawPage<RawEntry>; comments?: BackPage } | null };
    if (!node || answer.errors.length > 0)
      throw answer.errors[0] ? errorIn(answer.errors[0]) : new GitHubError('not-found', 'The issue is gone.');
    if (node.events) {
      events.push(...(node.events.nodes ?? []).filter((it) => it !== null));
      [after, moreEvents] = [node.events.pageInfo.endCursor, node.events.pageInfo.hasNextPage];
    }
    if (node.comments) {
      const found = (node.comments.nodes ?? []).filter((it) => it !== null);
      const fresh = found.filter((it) => !isComment(it) || !read.has(it.id));
      comments.unshift(...fresh);
      hasCard ||= fresh.some((entry) => isCard(entry, isOwn));
      before = node.comments.pageInfo.startCursor;
      // All are there once those from the end meet those from the beginning.
      moreComments = node.comments.pageInfo.hasPreviousPage && fresh.length === found.length;
      if (moreComments && page >= PAGES_BACK && hasCard) break;
    }
  }
  const known = first.filter((entry) => !isComment(entry)).length;
  const rest = [...events.slice(known), ...comments].sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
  const issue = await withOurs(access, issueOf(ticket, [...first, ...rest], isOwn), isOwn);
  return { issue, isPartial: moreComments || moreEvents };
}

/** The most comments of ours, the first, whose history is asked for because somebody has changed them. */
const MOST_CHANGED = 5;

/** The issue with what we wrote last in comments of ours that somebody else has changed: a card stays the one card. */
async function withOurs(access: Access, issue: Issue, isOwn: IsOwn): Promise<Issue> {
  const changed = issue.timeline
    .flatMap((event) => (event.kind === 'commented' && event.own && !event.comment.own ? [event.comment.id] : []))
    .slice(0, MOST_CHANGED);
  if (changed.length === 0) return issue;
  const found = new Map<string, string>();
  for (const id of changed) {
    const ours = await lastOfOurs(access, id, isOwn);
    if (ours !== null) found.set(id, ours);
  }
  const timeline = issue.timeline.map((event) => {
    const ours = event.kind === 'commented' ? found.get(event.comment.id) : undefined;
    return event.kind === 'commented' && ours !== undefined ? { ...event, comment: { ...event.comment, ours } } : event;
  });
  return { ...issue, timeline };
}

/** The last text that one of our own accounts gave a comment; null if its history does not say. */
async function lastOfOurs(access: Access, id: string, isOwn: IsOwn): Promise<string | null> {
  try {
    const { data } = await persist(access.sleep, isPassing, () => askGitHub(access.octokit, EDITS, { id }));
    const { node } = data as { node: { userContentEdits?: { nodes: readonly (RawEdit | null)[] | null } } | null };
    const own = (node?.userContentEdits?.nodes ?? []).filter((it) => it !== null && isOwn(actorOf(it.editor)));
    const [last] = own.sort((a, b) => Date.parse(b!.editedAt) - Date.parse(a!.editedAt));
    return last?.diff ?? null;
  } catch (error) {
    // Without its history a changed comment proves nothing, as before.
    if (error instanceof GitHubError) return null;
    throw error;
  }
}

interface RawEdit {
  readonly editedAt: string;
  readonly diff: string | null;
  readonly editor: RawActor | null;
}

function isComment(entry: RawEntry): entry is RawEntry & RawComment {
  return entry.__typename === 'IssueComment';
}

function isCard(entry: RawEntry, isOwn: IsOwn): boolean {
  return (
    isComment(entry) &&
    isOwn(actorOf(entry.author)) &&
    isMarked(entry.body) &&
    entry.body.startsWith('<!-- tocsin:card')
  );
}

/** The people who have changed the text of an issue, each once. Throws if GitHub does not say. */
export async function readEditors(access: Access, id: string): Promise<readonly string[]> {
  interface Edits {
    readonly userContentEdits: {
      readonly nodes: readonly ({ readonly editor: RawActor | null } | null)[] | null;
    } | null;
  }
  const answer = await persist(access.sleep, isPassing, () => askGitHub(access.octokit, EDITORS, { id }));
  if (answer.errors[0]) throw errorIn(answer.errors[0]);
  const { node } = answer.data as { node: Edits | null };
  const actors = (node?.userContentEdits?.nodes ?? []).flatMap((it) => actorOf(it?.editor) ?? []);
  return distinctLogins(actors.filter(({ bot }) => !bot).map(({ login }) => login));
}
