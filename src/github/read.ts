import { messageOf } from '../model/error.ts';
import type { Issue } from '../model/issue.ts';
import { GitHubError, isUnanswered, type ReadRequest, type Snapshot } from './port.ts';
import { errorIn, type RawError } from './errors.ts';
import { ask, isPassing, persist, type Answer, type Octokit, type Sleep } from './octokit.ts';
import { MORE_ENTRIES, READ, READ_ISSUE } from './queries.ts';
import {
  issueOf,
  ownAccounts,
  type IsOwn,
  type Page,
  type RawActor,
  type RawEntry,
  type RawTicket,
} from './translate.ts';

export interface Connection {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly name: string;
  readonly sleep: Sleep;
  /** Accounts that count as the Action's own besides that of the token. */
  readonly accounts: readonly string[];
}

interface RawRead {
  readonly viewer: { readonly login: string };
  readonly repository: {
    readonly id: string;
    readonly url: string;
    readonly isPrivate: boolean;
    readonly owner: RawActor;
    readonly policy: { readonly text?: string | null; readonly isTruncated?: boolean } | null;
    readonly subject?: RawTicket | null;
    readonly recent?: Pick<Page<RawTicket>, 'nodes'>;
    readonly open?: Page<RawTicket>;
    readonly closed?: Page<RawTicket>;
  } | null;
}

/** Open incidents of one page; with the closed ones below it keeps a request at three points of GraphQL. */
const OPEN = 100;
const CLOSED = 40;
/** Of all open issues that changed lately, for those that are incidents but lack the label: their own run may be lost. */
const RECENT = 30;
const SMALLEST_PAGE = 5;

/**
 * Reads the policy and the incidents: in one request if a page holds them and their timelines are short. A page that is too
 * heavy for GitHub is asked for again in halves. One incident that cannot be read does not hinder the others.
 */
export async function readSnapshot(
  connection: Connection,
  wanted: ReadRequest,
): Promise<Snapshot & { readonly id: string; readonly isOwn: IsOwn }> {
  const { owner, name } = connection;
  const tickets = new Map<number, RawTicket>();
  const failures: { issue: number | null; message: string }[] = [];
  const holes = new Set<number>();
  let first: RawRead | null = null;
  let size = OPEN;
  const open: Cursor = { after: null, more: true };
  const closed: Cursor = { after: null, more: true };

  while (open.more || closed.more) {
    const half = size < OPEN;
    const variables = {
      owner,
      name,
      policy: `HEAD:${wanted.policyPath}`,
      label: wanted.incidentLabel,
      since: new Date(wanted.closedSince).toISOString(),
      subject: wanted.subject ?? 0,
      withSubject: first === null && wanted.subject !== null,
      recent: Math.min(RECENT, size),
      touchedSince: new Date(wanted.touchedSince).toISOString(),
      withRecent: first === null,
      open: size,
      openAfter: open.after,
      withOpen: open.more,
      closed: Math.min(CLOSED, size),
      closedAfter: closed.after,
      withClosed: closed.more,
    };
    let answer: Answer;
    try {
      answer = await askForPage(connection, READ, variables, !half);
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      if (isUnanswered(error) && size > SMALLEST_PAGE) {
        size = Math.ceil(size / 2);
        continue;
      }
      if (first === null) throw error;
      // What has been read may hold a P0: it does not wait for the rest.
      failures.push({ issue: null, message: error.message });
      break;
    }
    const data = answer.data as RawRead;
    if (!data.repository) throw notFound(connection, answer);
    const forbidden = answer.errors.find(({ type }) => type === 'FORBIDDEN');
    if (forbidden) throw errorIn(forbidden);
    // A subject that is gone is no fault; anything else that is missing may be an incident.
    const missing = answer.errors.filter(({ type, path }) => type !== 'NOT_FOUND' || path?.[1] !== 'subject');
    if (missing.length > 0 && size > SMALLEST_PAGE) {
      size = Math.ceil(size / 2);
      continue;
    }
    const unread = missing.find(({ path }) => path?.[1] === 'policy');
    if (unread) throw errorIn(unread);
    first ??= data;
    const { subject, recent, open: openPage, closed: closedPage } = data.repository;
    // An incident with a hole in it may lack the /ack, or the notice that went out.
    for (const error of missing) {
      const number = holed(data, error.path);
      if (number !== null) holes.add(number);
      failures.push({ issue: number, message: errorIn(error).message });
    }
    for (const ticket of [subject, ...(openPage?.nodes ?? []), ...(recent?.nodes ?? []), ...(closedPage?.nodes ?? [])])
      if (ticket && !tickets.has(ticket.number)) tickets.set(ticket.number, ticket);
    advance(open, openPage, wanted.everything);
    advance(closed, closedPage, wanted.everything);
  }

  const { viewer, repository } = first!;
  const isOwn = ownAccounts([viewer.login, ...connection.accounts]);
  const issues: Issue[] = [];
  for (const ticket of tickets.values()) {
    if (holes.has(ticket.number)) continue;
    try {
      issues.push(await completeIssue(connection, ticket, isOwn));
    } catch (error) {
      failures.push({ issue: ticket.number, message: messageOf(error) });
    }
  }
  const policy = repository!.policy;
  if (policy?.isTruncated)
    throw new GitHubError('rejected', `${wanted.policyPath} is too long: GitHub gives only part of it.`);
  return {
    id: repository!.id,
    isOwn,
    repository: {
      owner,
      name,
      url: repository!.url,
      ownedByPerson: repository!.owner.__typename === 'User',
      isPrivate: repository!.isPrivate,
    },
    policy: policy?.text ?? null,
    accounts: [viewer.login, ...connection.accounts].map((login) => login.toLowerCase()),
    issues,
    failures,
  };
}

/** The issue inside of which an error of an answer lies, if it does. */
function holed(data: RawRead, path: RawError['path']): number | null {
  let value: unknown = data;
  for (const key of path ?? []) {
    value = (value as Record<string | number, unknown> | null)?.[key];
    if (typeof value === 'object' && value !== null && 'timelineItems' in value) return (value as RawTicket).number;
  }
  return null;
}

interface Cursor {
  after: string | null;
  more: boolean;
}

function advance(cursor: Cursor, page: Page<RawTicket> | undefined, everything: boolean): void {
  if (!page) return;
  cursor.after = page.pageInfo.endCursor;
  cursor.more = everything && page.pageInfo.hasNextPage;
}

/** A whole page is tried once before it is halved; a small one as often as any read. */
async function askForPage(
  connection: Connection,
  query: string,
  variables: Record<string, unknown>,
  whole: boolean,
): Promise<Answer> {
  const again = whole ? (error: GitHubError) => error.trouble === 'rate-limited' : isPassing;
  return persist(connection.sleep, again, () => ask(connection.octokit, query, variables));
}

/** Why there is no repository in an answer. */
export function notFound({ owner, name }: Pick<Connection, 'owner' | 'name'>, { errors }: Answer): GitHubError {
  const [error] = errors;
  if (error && error.type !== 'NOT_FOUND') return errorIn(error);
  return new GitHubError(
    'not-found',
    `There is no repository ${owner}/${name}, or the token may not see it: check the repository's name, and that the job has \`contents: read\`.`,
  );
}

/** One issue again; null when it is gone, or no longer an issue. */
export async function readIssue(connection: Connection, id: string): Promise<Issue | null> {
  const answer = await persist(connection.sleep, isPassing, () => ask(connection.octokit, READ_ISSUE, { id }));
  const hole = answer.errors.find(({ type }) => type !== 'NOT_FOUND');
  if (hole) throw errorIn(hole);
  const { viewer, node } = answer.data as { viewer: { login: string }; node: RawTicket | null };
  if (!node?.timelineItems) return null;
  return completeIssue(connection, node, ownAccounts([viewer.login, ...connection.accounts]));
}

/** An issue with its whole timeline; a long one costs further requests. */
export async function completeIssue(connection: Connection, ticket: RawTicket, isOwn: IsOwn): Promise<Issue> {
  const entries: (RawEntry | null)[] = [...(ticket.timelineItems.nodes ?? [])];
  let { pageInfo } = ticket.timelineItems;
  while (pageInfo.hasNextPage) {
    const variables = { id: ticket.id, after: pageInfo.endCursor };
    const answer = await persist(connection.sleep, isPassing, () => ask(connection.octokit, MORE_ENTRIES, variables));
    const { node } = answer.data as { node: { timelineItems: Page<RawEntry> } | null };
    if (!node || answer.errors.length > 0)
      throw answer.errors[0] ? errorIn(answer.errors[0]) : new GitHubError('not-found', 'The issue is gone.');
    entries.push(...(node.timelineItems.nodes ?? []));
    ({ pageInfo } = node.timelineItems);
  }
  return issueOf(ticket, entries, isOwn);
}
