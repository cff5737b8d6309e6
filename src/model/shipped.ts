import type { Instant } from '../calendar/calendar.ts';

/* What a repository tells of its changes: deployments, releases and commits. Everything that people named is foreign text. */

/** A merged pull request. */
export interface MergedPullRequest {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly mergedBy: string | null;
  readonly author: string | null;
  readonly additions: number;
  readonly deletions: number;
  /** How many files it changes; of these the first few. */
  readonly changed: number;
  readonly paths: readonly string[];
}

/** A commit of the default branch. */
export interface ShippedCommit {
  readonly sha: string;
  readonly at: Instant;
  readonly headline: string;
  readonly url: string;
  /** The login of whoever wrote it, or else the name that git has. */
  readonly by: string | null;
  readonly additions: number;
  readonly deletions: number;
  readonly pullRequest: MergedPullRequest | null;
}

/** Where GitHub shows no status of a deployment, it is `pending`. */
export type DeploymentState = 'success' | 'failure' | 'running' | 'pending';

export interface Deployment {
  readonly environment: string;
  readonly sha: string;
  /** When it was begun. */
  readonly begunAt: Instant;
  /** When it succeeded or failed; while it runs, when it was begun. */
  readonly at: Instant;
  readonly by: string | null;
  readonly state: DeploymentState;
  /** The run that did it, or where its log is. */
  readonly log: string | null;
  readonly description: string | null;
}

export interface Release {
  readonly tag: string;
  readonly name: string | null;
  readonly at: Instant;
  readonly by: string | null;
  readonly url: string;
}

/** The rights without which something of it cannot be read. */
export type ShippedRight = 'deployments: read' | 'pull-requests: read';

/** What one repository tells of itself up to an instant, each the newest first. */
export interface Shipped {
  /** `owner/name`. */
  readonly repository: string;
  readonly url: string;
  /** Whether only some may see it. */
  readonly isPrivate: boolean;
  readonly deployments: readonly Deployment[];
  readonly releases: readonly Release[];
  readonly commits: readonly ShippedCommit[];
  /** Who owns which files, as the file CODEOWNERS has it; null if there is none. */
  readonly owners: string | null;
  readonly lacks: readonly ShippedRight[];
}

/** Of a repository that the token may not see, nothing is known but its name. */
export type ShippedFrom = Shipped | { readonly repository: string; readonly unseen: true };

/** A deployment to be made. */
export interface NewDeployment {
  readonly environment: string;
  /** A commit, a branch or a tag. */
  readonly ref: string;
  readonly state: 'success' | 'failure' | 'in_progress';
  readonly description: string;
  readonly log: string | null;
  readonly by: string | null;
  /** When it was told. */
  readonly at: Instant;
}
