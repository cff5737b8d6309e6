import type { Account } from './account.ts';
import type { Commit } from './git.ts';

export type HubDeploymentState = 'error' | 'failure' | 'inactive' | 'in_progress' | 'queued' | 'pending' | 'success';

/** Something that was brought out to an environment. */
export interface StoredDeployment {
  readonly kind: 'Deployment';
  readonly id: string;
  readonly databaseId: number;
  readonly environment: string;
  readonly commit: Commit;
  readonly creator: Account;
  readonly createdAt: number;
  readonly description: string | null;
  readonly payload: string | null;
  /** Oldest first. */
  readonly statuses: StoredDeploymentStatus[];
}

export interface StoredDeploymentStatus {
  readonly id: string;
  readonly databaseId: number;
  readonly state: HubDeploymentState;
  readonly creator: Account;
  readonly createdAt: number;
  readonly logUrl: string | null;
}

export interface StoredRelease {
  readonly kind: 'Release';
  readonly id: string;
  readonly databaseId: number;
  readonly tagName: string;
  readonly name: string | null;
  readonly author: Account;
  readonly createdAt: number;
}
