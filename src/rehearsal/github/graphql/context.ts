import { forbidden } from '../refusal.ts';
import type { Account, World } from '../state.ts';
import type { HubToken } from '../tokens.ts';

interface RateLimit {
  readonly cost: number;
  readonly limit: number;
  readonly nodeCount: number;
  readonly remaining: number;
  readonly resetAt: string;
  readonly used: number;
}

/** What the resolvers of one request may use. */
export interface Context {
  readonly world: World;
  readonly viewer: Account;
  readonly token: HubToken;
  readonly rateLimit: RateLimit;
}

/**
 * The fields of one type. `never` stands for arguments that the schema has already checked, so that
 * each resolver declares just those it reads.
 */
export type Fields<Source> = Readonly<Record<string, (source: Source, args: never, context: Context) => unknown>>;

type Permission = 'issues' | 'contents' | 'pull_requests' | 'discussions' | 'deployments';

/** Everybody reads a public repository; a private one takes the permission. */
export function needs(context: Context, permission: Permission): void {
  const granted = context.token.permissions[permission];
  if (context.world.visibility === 'private' && (granted ?? 'none') === 'none') throw forbidden();
}
