import { accountOf } from './accounts.ts';
import { createClock } from './clock.ts';
import { hubBoardOf } from './discussions.ts';
import { initGit, makeCommit, type Changes } from './git.ts';
import { present, type Role, type World } from './state.ts';

/** What the repository is like before anything happens in it. */
export interface WorldOptions {
  readonly owner?: string;
  readonly repo?: string;
  readonly visibility?: 'public' | 'private';
  readonly ownerType?: 'User' | 'Organization';
  /** Who has which role. Other logins are strangers. */
  readonly people?: Readonly<Record<string, Role>>;
  /** Users who exist without a role here. */
  readonly strangers?: readonly string[];
  /** The default branch. */
  readonly files?: Readonly<Record<string, string>>;
  /** The login of whoever committed them; an address that belongs to no account unless given. */
  readonly author?: string | null;
  /** The categories of its Discussions; it has none if they are left out. */
  readonly discussions?: readonly string[] | null;
  /** Whether a token with `discussions: write` may delete what it wrote there; yes unless said. */
  readonly deletesDiscussions?: boolean;
  /** Where the clock starts, in milliseconds since the epoch. */
  readonly start?: number;
}

/** A Monday morning, so that business hours mean something by default. */
const START = Date.UTC(2026, 10, 2, 9);

export function createWorld(options: WorldOptions): World {
  const { owner = 'acme', repo = 'shop', visibility = 'public', ownerType = 'Organization' } = options;
  const clock = createClock(options.start ?? START);
  const createdAt = Math.floor(clock.now() / 1000) * 1000;
  const world: World = {
    owner,
    repo,
    repositoryId: 'R_kgDOrepo',
    visibility,
    ownerType,
    createdAt,
    clock,
    git: initGit(options.files ?? {}, createdAt, options.author ?? null),
    accounts: new Map(),
    deleted: new Set(),
    roles: new Map(),
    labels: new Map(),
    issues: new Map(),
    comments: new Map(),
    board: hubBoardOf(options.discussions, options.deletesDiscussions ?? true),
    nodes: new Map(),
    events: [],
    deployments: [],
    releases: [],
    runs: [],
    workflowStates: new Map(),
    unimplemented: [],
    lastId: 1000,
    lastNumber: 0,
  };
  world.nodes.set(world.repositoryId, { kind: 'Repository' });
  accountOf(world, owner, ownerType);
  if (ownerType === 'User') world.roles.set(owner.toLowerCase(), 'admin');
  for (const [login, role] of Object.entries(options.people ?? {})) {
    accountOf(world, login);
    world.roles.set(login.toLowerCase(), role);
  }
  for (const login of options.strangers ?? []) accountOf(world, login);
  return world;
}

/** A copy that shares nothing which changes; the events, once told, never do. */
export function forkWorld(world: World): World {
  const { clock, events, ...rest } = world;
  return { ...structuredClone(rest), clock: createClock(clock.now()), events: [...events] };
}

/** A commit on the default branch by somebody, or from an address that belongs to no account; gives its id. */
export function commitFiles(world: World, changes: Changes, message: string, author: string | null): string {
  const commit = makeCommit(world.git.head, changes, { message, at: present(world), author });
  world.git.commits.set(commit.oid, commit);
  world.git.head = commit;
  return commit.oid;
}
