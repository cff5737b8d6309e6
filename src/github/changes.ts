import type { Instant } from '../calendar/calendar.ts';
import type {
  Deployment,
  DeploymentState,
  MergedPullRequest,
  Release,
  Shipped,
  ShippedCommit,
  ShippedFrom,
  ShippedRight,
} from '../model/shipped.ts';
import { SHIPPED } from './changes-query.ts';
import { GitHubError, type Graph } from './port.ts';
import { actorOf, type RawActor } from './translate.ts';

/*
 * Deployments, releases and what was merged, for the card of an incident. Only the file of the bundle that looks for them has this.
 */

interface RawShipped {
  readonly nameWithOwner: string;
  readonly isPrivate: boolean;
  readonly url: string;
  readonly deployments?: Nodes<{
    readonly environment: string | null;
    readonly commitOid: string;
    readonly createdAt: string;
    readonly description: string | null;
    readonly payload: string | null;
    readonly creator: RawActor | null;
    readonly statuses: Nodes<{
      readonly state: string;
      readonly createdAt: string;
      readonly logUrl: string | null;
    }> | null;
  }> | null;
  readonly releases: Nodes<{
    readonly tagName: string;
    readonly name: string | null;
    readonly createdAt: string;
    readonly publishedAt: string | null;
    readonly isDraft: boolean;
    readonly url: string;
    readonly author: RawActor | null;
  }> | null;
  readonly owners0: { readonly text?: string | null } | null;
  readonly owners1: { readonly text?: string | null } | null;
  readonly owners2: { readonly text?: string | null } | null;
  readonly defaultBranchRef: {
    readonly target: { readonly history?: Nodes<RawCommit> } | null;
  } | null;
}

interface RawCommit {
  readonly oid: string;
  readonly committedDate: string;
  readonly messageHeadline: string;
  readonly url: string;
  readonly additions: number;
  readonly deletions: number;
  readonly author: { readonly name: string | null; readonly user: { readonly login: string } | null } | null;
  readonly associatedPullRequests?: Nodes<{
    readonly number: number;
    readonly title: string;
    readonly url: string;
    readonly additions: number;
    readonly deletions: number;
    readonly changedFiles: number;
    readonly author: RawActor | null;
    readonly mergedBy: RawActor | null;
    readonly mergedAt: string | null;
    readonly files: Nodes<{ readonly path: string }> | null;
  }> | null;
}

interface Nodes<T> {
  readonly nodes: readonly (T | null)[] | null;
}

const nodesOf = <T>(page: Nodes<T> | null | undefined): T[] => (page?.nodes ?? []).flatMap((it) => (it ? [it] : []));

/** What is looked for. */
export interface ShippedWanted {
  /** `owner/name`; the repository of the token, or another one that it may see. */
  readonly repository: string;
  /** Null for all. */
  readonly environments: readonly string[] | null;
  /** Commits after it are left out. */
  readonly until: Instant;
}

/** With less and less of what may be refused. */
const WAYS: readonly (readonly ShippedRight[])[] = [
  [],
  ['deployments: read'],
  ['pull-requests: read'],
  ['deployments: read', 'pull-requests: read'],
];

/**
 * What a repository has changed, in one request. Where the token lacks a right, the rest is asked for again without what takes it; of a
 * repository that it may not see only the name comes back. Throws if GitHub does not answer.
 */
export async function readShipped(graph: Graph, wanted: ShippedWanted): Promise<ShippedFrom> {
  const { repository, environments, until } = wanted;
  const [owner, name] = repository.split('/');
  for (const lacks of WAYS) {
    try {
      const raw = await graph.ask<RawShipped>(
        SHIPPED,
        {
          owner,
          name,
          environments,
          until: new Date(until).toISOString(),
          withDeployments: !lacks.includes('deployments: read'),
          withPullRequests: !lacks.includes('pull-requests: read'),
        },
        'once',
      );
      return shippedOf(raw, lacks);
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      if (error.trouble === 'not-found') break;
      if (error.trouble !== 'no-permission') throw error;
    }
  }
  return { repository, unseen: true };
}

function shippedOf(raw: RawShipped, lacks: readonly ShippedRight[]): Shipped {
  return {
    repository: raw.nameWithOwner,
    url: raw.url,
    isPrivate: raw.isPrivate,
    deployments: nodesOf(raw.deployments).map(deploymentOf),
    releases: nodesOf(raw.releases).flatMap((it): Release[] =>
      it.isDraft
        ? []
        : [
            {
              tag: it.tagName,
              name: it.name,
              at: Date.parse(it.publishedAt ?? it.createdAt),
              by: actorOf(it.author)?.login ?? null,
              url: it.url,
            },
          ],
    ),
    commits: nodesOf(raw.defaultBranchRef?.target?.history).map(commitOf),
    owners: raw.owners0?.text ?? raw.owners1?.text ?? raw.owners2?.text ?? null,
    lacks,
  };
}

const STATES: Readonly<Record<string, DeploymentState>> = {
  SUCCESS: 'success',
  FAILURE: 'failure',
  ERROR: 'failure',
  IN_PROGRESS: 'running',
};

/** A deployment that a later one has made inactive went well before that: what counts is how it ended by itself. */
function deploymentOf(
  raw: NonNullable<NonNullable<NonNullable<RawShipped['deployments']>['nodes']>[number]>,
): Deployment {
  const statuses = nodesOf(raw.statuses).toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
  const end = statuses.findLast(({ state }) => ['SUCCESS', 'FAILURE', 'ERROR'].includes(state));
  const last = end ?? statuses.findLast(({ state }) => state !== 'INACTIVE');
  return {
    environment: raw.environment ?? '',
    sha: raw.commitOid,
    begunAt: Date.parse(raw.createdAt),
    at: Date.parse(end?.createdAt ?? raw.createdAt),
    by: announcedBy(raw.payload) ?? actorOf(raw.creator)?.login ?? null,
    state: STATES[last?.state ?? ''] ?? 'pending',
    log: statuses.findLast(({ logUrl }) => logUrl !== null && logUrl !== '')?.logUrl ?? null,
    description: raw.description,
  };
}

/** Who made a deployment elsewhere that was told by a dispatch; null where nobody says. */
function announcedBy(payload: string | null): string | null {
  try {
    const told = JSON.parse(payload ?? 'null') as { readonly by?: unknown } | null;
    return typeof told?.by === 'string' && told.by !== '' ? told.by : null;
  } catch {
    return null;
  }
}

function commitOf(raw: RawCommit): ShippedCommit {
  const [pull] = nodesOf(raw.associatedPullRequests);
  return {
    sha: raw.oid,
    at: Date.parse(raw.committedDate),
    headline: raw.messageHeadline,
    url: raw.url,
    by: raw.author?.user?.login ?? raw.author?.name ?? null,
    additions: raw.additions,
    deletions: raw.deletions,
    // One that is still open only has this commit as well.
    pullRequest: pull === undefined || pull.mergedAt === null ? null : pullRequestOf(pull),
  };
}

function pullRequestOf(
  pull: NonNullable<NonNullable<NonNullable<RawCommit['associatedPullRequests']>['nodes']>[number]>,
): MergedPullRequest {
  return {
    number: pull.number,
    title: pull.title,
    url: pull.url,
    author: actorOf(pull.author)?.login ?? null,
    mergedBy: actorOf(pull.mergedBy)?.login ?? null,
    additions: pull.additions,
    deletions: pull.deletions,
    changed: pull.changedFiles,
    paths: nodesOf(pull.files).map(({ path }) => path),
  };
}
