import { demand } from './accounts.ts';
import { resolveExpression, type Commit } from './git.ts';
import { unprocessable } from './refusal.ts';
import { freshId, present, type Account, type World } from './state.ts';
import type { HubDeploymentState, StoredDeployment, StoredRelease } from './shipped.ts';

/** What is deployed where; the default branch to `production` unless said. */
export interface DeploymentDraft {
  readonly environment?: string;
  /** A commit, or whatever names one. */
  readonly ref?: string;
  readonly description?: string;
  readonly payload?: unknown;
}

/** Makes a deployment, which has no status yet. */
export function deploy(world: World, creator: Account, draft: DeploymentDraft): StoredDeployment {
  const commit = resolveExpression(world.git, draft.ref ?? world.git.branch);
  if (commit?.kind !== 'Commit') throw unprocessable(`No ref found for: ${draft.ref ?? ''}`);
  const deployment: StoredDeployment = {
    kind: 'Deployment',
    ...freshId(world, 'DE'),
    environment: draft.environment ?? 'production',
    commit,
    creator,
    createdAt: present(world),
    description: draft.description ?? null,
    payload: draft.payload === undefined ? null : JSON.stringify(draft.payload),
    statuses: [],
  };
  world.deployments.push(deployment);
  return deployment;
}

/** Says how a deployment stands. One that succeeds makes those before it in its environment inactive. */
export function setStatus(
  world: World,
  creator: Account,
  deployment: StoredDeployment,
  { state, logUrl = null }: { readonly state: HubDeploymentState; readonly logUrl?: string | null },
): void {
  const at = present(world);
  if (state === 'success')
    for (const other of world.deployments) {
      const isBefore = other !== deployment && other.environment === deployment.environment;
      if (isBefore && other.statuses.at(-1)?.state === 'success')
        other.statuses.push({ ...freshId(world, 'DES'), state: 'inactive', creator, createdAt: at, logUrl: null });
    }
  deployment.statuses.push({ ...freshId(world, 'DES'), state, creator, createdAt: at, logUrl });
}

/** Publishes a release of the default branch. Takes write access. */
export function release(world: World, author: Account, tagName: string, name: string | null): StoredRelease {
  demand(world, { account: author, least: 'write', act: 'CreateRelease' });
  const at = present(world);
  const made: StoredRelease = { kind: 'Release', ...freshId(world, 'RE'), tagName, name, author, createdAt: at };
  world.releases.push(made);
  return made;
}

/** What a commit changes, counted as lines are. */
export function deploymentLinesOf(
  commit: Commit,
): readonly { readonly path: string; readonly added: number; readonly gone: number }[] {
  const paths = new Set([...(commit.parent?.files.keys() ?? []), ...commit.files.keys()]);
  return [...paths].flatMap((path) => {
    const [before, after] = [commit.parent?.files.get(path), commit.files.get(path)];
    if (before?.oid === after?.oid) return [];
    return [{ path, added: linesIn(after?.text), gone: linesIn(before?.text) }];
  });
}

/** Whole texts: what stays within one is not looked for. */
function linesIn(text: string | undefined): number {
  return text === undefined || text === '' ? 0 : text.replace(/\n$/, '').split('\n').length;
}
