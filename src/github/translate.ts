import type { Actor, CloseReason, Comment, Issue, TimelineEvent } from '../model/issue.ts';

/** The answers of GraphQL, as far as they are read. */
export interface RawActor {
  readonly __typename: string;
  readonly login: string;
}

export interface RawComment {
  readonly id: string;
  readonly fullDatabaseId: string;
  readonly url: string;
  readonly body: string;
  readonly createdAt: string;
  readonly lastEditedAt: string | null;
  readonly author: RawActor | null;
  readonly editor: RawActor | null;
}

export interface RawEntry {
  readonly __typename: string;
  readonly createdAt: string;
  readonly actor?: RawActor | null;
  readonly label?: { readonly name: string };
  readonly assignee?: { readonly login?: string } | null;
  readonly stateReason?: string | null;
  readonly subIssue?: {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly body: string;
    readonly state: string;
    readonly stateReason: string | null;
    readonly closedAt: string | null;
    readonly author: RawActor | null;
  } | null;
}

export interface RawPage<T> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (T | null)[] | null;
}

/** What is read of an issue without its timeline. */
export interface RawCover {
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly createdAt: string;
  readonly lastEditedAt: string | null;
  readonly state: string;
  readonly author: RawActor | null;
  readonly editor: RawActor | null;
  readonly labels: { readonly nodes: readonly ({ readonly name: string } | null)[] | null } | null;
}

export interface RawTicket extends RawCover {
  readonly timelineItems: RawPage<RawEntry>;
}

/** Tells the Action's own accounts from all others. */
export type IsOwn = (actor: Actor | null) => boolean;

/** Own accounts by login, bots with their `[bot]` suffix. */
export function ownAccounts(logins: readonly string[]): IsOwn {
  const own = new Set(logins.map((login) => login.toLowerCase()));
  return (actor) => actor !== null && own.has(actor.login.toLowerCase());
}

/** GraphQL names a bot without the suffix that REST gives it; here it always has one. */
export function actorOf(raw: RawActor | null | undefined): Actor | null {
  if (!raw) return null;
  const bot = raw.__typename === 'Bot';
  return { bot, login: bot && !raw.login.endsWith('[bot]') ? `${raw.login}[bot]` : raw.login };
}

export function issueOf(raw: RawCover, entries: readonly (RawEntry | null)[], isOwn: IsOwn): Issue {
  return {
    id: raw.id,
    number: raw.number,
    url: raw.url,
    title: raw.title,
    body: raw.body,
    edited: raw.lastEditedAt !== null && !isOwn(actorOf(raw.editor)),
    editedAt: raw.lastEditedAt === null ? null : Date.parse(raw.lastEditedAt),
    editor: actorOf(raw.editor),
    author: actorOf(raw.author),
    own: isOwn(actorOf(raw.author)),
    openedAt: Date.parse(raw.createdAt),
    state: raw.state === 'CLOSED' ? 'closed' : 'open',
    labels: (raw.labels?.nodes ?? []).flatMap((label) => (label ? [label.name] : [])),
    timeline: entries.flatMap((entry) => (entry ? eventsOf(entry, isOwn) : [])),
  };
}

/** Whether an issue carries a label; GitHub makes no difference between capitals and small letters. */
export function isLabelled({ labels }: RawCover, label = ''): boolean {
  return (labels?.nodes ?? []).some((it) => it?.name.toLowerCase() === label.toLowerCase());
}

function commentOf(raw: RawComment, isOwn: IsOwn): Comment {
  const author = actorOf(raw.author);
  const edited = raw.lastEditedAt !== null;
  return {
    id: raw.id,
    number: Number(raw.fullDatabaseId),
    url: raw.url,
    body: raw.body,
    author,
    edited,
    own: isOwn(author) && (!edited || isOwn(actorOf(raw.editor))),
  };
}

/** An entry of the timeline as an event; none for what has lost its object, such as an unassignment of a deleted account. */
export function eventsOf(raw: RawEntry, isOwn: IsOwn): TimelineEvent[] {
  const actor = actorOf(raw.actor);
  const base = { at: Date.parse(raw.createdAt), actor, own: isOwn(actor) };
  switch (raw.__typename) {
    case 'LabeledEvent':
      return [{ ...base, kind: 'labeled', label: raw.label?.name ?? '' }];
    case 'UnlabeledEvent':
      return [{ ...base, kind: 'unlabeled', label: raw.label?.name ?? '' }];
    case 'AssignedEvent':
      return [{ ...base, kind: 'assigned', assignee: raw.assignee?.login ?? null }];
    case 'UnassignedEvent':
      return raw.assignee?.login ? [{ ...base, kind: 'unassigned', assignee: raw.assignee.login }] : [];
    case 'ClosedEvent':
      return [{ ...base, kind: 'closed', reason: reasonOf(raw.stateReason) }];
    case 'ReopenedEvent':
      return [{ ...base, kind: 'reopened' }];
    case 'IssueComment':
      return [commented(raw as unknown as RawComment, isOwn)];
    case 'SubIssueAddedEvent': {
      const sub = raw.subIssue;
      if (!sub) return [];
      const state = sub.state === 'CLOSED' ? 'closed' : 'open';
      const issue = {
        id: sub.id,
        number: sub.number,
        title: sub.title,
        body: sub.body,
        state,
        closedAt: sub.closedAt === null ? null : Date.parse(sub.closedAt),
        isDropped: state === 'closed' && sub.stateReason === 'NOT_PLANNED',
        own: isOwn(actorOf(sub.author)),
      } as const;
      return [{ ...base, kind: 'sub-issue-added', issue }];
    }
    default:
      return [];
  }
}

/** A comment as an event; `own` here is about who said it, and on the comment about whether its text is still ours. */
export function commented(raw: RawComment, isOwn: IsOwn): TimelineEvent {
  const comment = commentOf(raw, isOwn);
  return {
    at: Date.parse(raw.createdAt),
    actor: comment.author,
    own: isOwn(comment.author),
    kind: 'commented',
    comment,
  };
}

function reasonOf(reason: string | null | undefined): CloseReason {
  if (reason === 'NOT_PLANNED') return 'not-planned';
  return reason === 'DUPLICATE' ? 'duplicate' : 'completed';
}
