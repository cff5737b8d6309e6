import { messageOf } from '../model/error.ts';
import type { Issue } from '../model/issue.ts';
import { siblingOf } from '../policy/file.ts';
import { adoptionOf, keeperOf, type RawHistories } from './adoption.ts';
import { advanceCursor, type Cursor } from './cursor.ts';
import { GitHubError, isUnanswered, type ReadRequest, type Snapshot } from './port.ts';
import { errorIn } from './errors.ts';
import { holed } from './holes.ts';
import { noRepository, ownLogins, type Access } from './access.ts';
import { completeIssue } from './read-issue.ts';
import { askGitHub, isPassing, persist, type GraphAnswer } from './octokit.ts';
import { READ } from './queries.ts';
import {
  actorOf,
  isLabelled,
  issueOf,
  ownAccounts,
  type IsOwn,
  type RawCover,
  type RawPage,
  type RawActor,
  type RawTicket,
} from './translate.ts';

interface RawText {
  readonly text?: string | null;
  readonly isTruncated?: boolean;
}

interface RawRead {
  readonly viewer: { readonly login: string };
  readonly repository: {
    readonly id: string;
    readonly url: string;
    readonly isPrivate: boolean;
    readonly isSecurityPolicyEnabled: boolean | null;
    readonly securityPolicyUrl: string | null;
    readonly owner: RawActor;
    readonly policy: RawText | null;
    readonly sibling?: RawText | null;
    readonly head?: {
      readonly target: RawHistories | null;
    } | null;
    readonly subject?: RawCover | null;
    readonly recent?: Pick<RawPage<RawCover>, 'nodes'>;
    readonly open?: RawPage<RawTicket>;
    readonly closed?: RawPage<RawTicket>;
    readonly postIncident?: RawPage<RawTicket>;
  } | null;
}

/** Open incidents of one page; with the closed ones and what follows them below it keeps a request at three points of GraphQL. */
const OPEN = 100;
const CLOSED = 40;
const POST_INCIDENT = 15;
/** Of the open incidents, beside those with an urgent label: what has lost its label lately is among them. */
const BESIDE = 20;
/** Once all that comes before has been read there is room for more of these. */
const [CLOSED_LATER, POST_INCIDENT_LATER] = [100, 50];
/** The label may be used for other things as well: of those, so many pages and no more. */
const MOST_POST_INCIDENT_PAGES = 5;
/** Of all open issues that changed lately: some are incidents that lack the label. */
const RECENT = 30;
const SMALLEST_PAGE = 5;

/**
 * Reads the policy and the incidents: in one request if a page holds them and their timelines are short. A page that is too
 * heavy for GitHub is asked for again in halves. One incident that cannot be read does not hinder the others.
 */
export async function readSnapshot(
  access: Access,
  wanted: ReadRequest,
): Promise<Omit<Snapshot, 'now'> & { readonly id: string; readonly isOwn: IsOwn }> {
  const { owner, name } = access;
  const sibling = siblingOf(wanted.policyPath);
  const tickets = new Map<number, RawTicket>();
  const postIncident = new Map<number, RawTicket>();
  const covers = new Map<number, RawCover>();
  const failures: { issue: number | null; message: string }[] = [];
  const holes = new Set<number>();
  let first: RawRead | null = null;
  let size = OPEN;
  const open: Cursor = { after: null, more: true };
  const { urgentLabels } = wanted;
  const isQuick = urgentLabels !== undefined;
  const closed: Cursor = { after: null, more: !isQuick };
  const followingLabels = [...(urgentLabels ?? []), ...wanted.postIncidentLabels];
  const isUrgent = (ticket: RawTicket): boolean => urgentLabels?.some((label) => isLabelled(ticket, label)) ?? false;
  const following: Cursor = { after: null, more: followingLabels.length > 0 };
  let isWhole = false;
  let postIncidentPages = 0;

  while (open.more || closed.more || following.more) {
    const half = size < OPEN;
    const variables = {
      owner,
      name,
      policy: `HEAD:${wanted.policyPath}`,
      policyPath: wanted.policyPath,
      sibling: `HEAD:${sibling ?? ''}`,
      siblingPath: sibling ?? '',
      withSibling: sibling !== null,
      workflow: wanted.workflowPath ?? '',
      withWorkflow: wanted.workflowPath !== null,
      label: wanted.incidentLabel,
      closedLabels: [wanted.incidentLabel, wanted.peoplesLabel].filter((it) => it !== undefined),
      since: new Date(wanted.closedSince).toISOString(),
      subject: wanted.subject ?? 0,
      withSubject: first === null && wanted.subject !== null,
      recent: Math.min(RECENT, size),
      touchedSince: new Date(wanted.touchedSince).toISOString(),
      withRecent: first === null && !isQuick,
      withHead: first === null,
      open: isQuick ? Math.min(BESIDE, size) : size,
      openAfter: open.after,
      withOpen: open.more,
      closed: Math.min(open.more ? CLOSED : CLOSED_LATER, size),
      closedAfter: closed.after,
      withClosed: closed.more,
      postIncident: followingLabels,
      mostPostIncident: Math.min(isQuick ? OPEN : open.more ? POST_INCIDENT : POST_INCIDENT_LATER, size),
      postIncidentAfter: following.after,
      withPostIncident: following.more,
    };
    let answer: GraphAnswer;
    try {
      answer = await askForPage(access, READ, variables, !half);
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      // Whoever waits is told soon that there is no answer.
      if (isUnanswered(error) && size > SMALLEST_PAGE && !(isQuick && half)) {
        size = Math.ceil(size / 2);
        continue;
      }
      if (first === null) throw error;
      // What has been read may hold a P0: it does not wait for the rest.
      failures.push({ issue: null, message: error.message });
      break;
    }
    const data = answer.data as RawRead;
    if (!data.repository) throw noRepository(access, answer);
    const forbidden = answer.errors.find(({ type }) => type === 'FORBIDDEN');
    if (forbidden) throw errorIn(forbidden);
    // A subject that is gone is no fault; anything else that is missing may be an incident.
    const missing = answer.errors.filter(({ type, path }) => type !== 'NOT_FOUND' || path?.[1] !== 'subject');
    if (missing.length > 0 && size > SMALLEST_PAGE) {
      size = Math.ceil(size / 2);
      continue;
    }
    const unread = missing.find(({ path }) => path?.[1] === 'policy' || path?.[1] === 'sibling');
    if (unread) throw errorIn(unread);
    first ??= data;
    const { subject, recent, open: openPage, closed: closedPage, postIncident: postIncidentPage } = data.repository;
    // An incident with a hole in it may lack the /ack, or the notice that went out.
    for (const error of missing) {
      const number = holed(data, error.path);
      if (number !== null) holes.add(number);
      failures.push({ issue: number, message: errorIn(error).message });
    }
    for (const ticket of [...(openPage?.nodes ?? []), ...(closedPage?.nodes ?? [])]) {
      const kind = ticket && isLabelled(ticket, wanted.incidentLabel) ? tickets : postIncident;
      if (ticket && !kind.has(ticket.number)) kind.set(ticket.number, ticket);
    }
    for (const cover of [subject, ...(recent?.nodes ?? [])]) if (cover) covers.set(cover.number, cover);
    advanceCursor(open, openPage, wanted.everything);
    if (openPage) isWhole = !openPage.pageInfo.hasNextPage;
    for (const ticket of postIncidentPage?.nodes ?? [])
      if (ticket) (isUrgent(ticket) ? tickets : postIncident).set(ticket.number, ticket);
    advanceCursor(closed, closedPage, wanted.everything);
    postIncidentPages += 1;
    advanceCursor(
      following,
      postIncidentPage,
      (wanted.everything || isQuick) && postIncidentPages < MOST_POST_INCIDENT_PAGES,
    );
  }

  const { viewer, repository } = first!;
  const own = ownLogins(access, viewer.login);
  const isOwn = ownAccounts(own);
  const whole = [...tickets.values()].filter(({ number }) => !holes.has(number));
  const { issues, failures: unread, partial } = await completeAll(access, whole, isOwn);
  const ours = [...postIncident.values()].filter(
    (it) =>
      (isOwn(actorOf(it.author)) || isLabelled(it, wanted.peoplesLabel)) &&
      !tickets.has(it.number) &&
      !holes.has(it.number),
  );
  const followed = await completeAll(access, ours, isOwn);
  const taken = new Set([...tickets.keys(), ...ours.map(({ number }) => number)]);
  const others = [...covers.values()].filter(({ number }) => !taken.has(number));
  const files: [string, RawText | null][] = [[wanted.policyPath, repository!.policy]];
  if (sibling !== null) files.push([sibling, repository!.sibling ?? null]);
  for (const [path, file] of files)
    if (file?.isTruncated) throw new GitHubError('rejected', `${path} is too long: GitHub gives only part of it.`);
  return {
    id: repository!.id,
    isOwn,
    repository: {
      owner,
      name,
      url: repository!.url,
      ownedByPerson: repository!.owner.__typename === 'User',
      keeper: keeperOf(repository!.head?.target ?? null),
      isPrivate: repository!.isPrivate,
      securityPolicy: repository!.isSecurityPolicyEnabled ? repository!.securityPolicyUrl : null,
    },
    policies: Object.fromEntries(files.map(([path, file]) => [path, file?.text ?? null])),
    adoptedAt: await adoptionOf(access, wanted, repository!.head?.target ?? null),
    accounts: own.map((login) => login.toLowerCase()),
    issues,
    isWhole,
    others: others.map((cover) => issueOf(cover, [], isOwn)),
    postIncident: followed.issues,
    partial: [...partial, ...followed.partial],
    failures: [...failures, ...unread, ...followed.failures],
  };
}

/** Tickets with their whole timelines. One that cannot be read does not hinder the others. */
export async function completeAll(
  access: Access,
  tickets: readonly RawTicket[],
  isOwn: IsOwn,
): Promise<Pick<Snapshot, 'issues' | 'failures' | 'partial'>> {
  const issues: Issue[] = [];
  const failures: { issue: number; message: string }[] = [];
  const partial: number[] = [];
  for (const ticket of tickets) {
    try {
      const { issue, isPartial } = await completeIssue(access, ticket, isOwn);
      issues.push(issue);
      if (isPartial) partial.push(issue.number);
    } catch (error) {
      failures.push({ issue: ticket.number, message: messageOf(error) });
    }
  }
  return { issues, failures, partial };
}

/** A whole page is tried once before it is halved; a small one as often as any read. */
async function askForPage(
  access: Access,
  query: string,
  variables: Record<string, unknown>,
  whole: boolean,
): Promise<GraphAnswer> {
  const again = whole ? (error: GitHubError) => error.trouble === 'rate-limited' : isPassing;
  return persist(access.sleep, again, () => askGitHub(access.octokit, query, variables));
}
