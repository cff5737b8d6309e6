import { deploy, setStatus } from './deployments.ts';
import { resolveExpression } from './git.ts';
import type { Account, World } from './state.ts';
import type { HubDeploymentState, StoredDeployment } from './shipped.ts';
import type { HubToken } from './tokens.ts';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const NOT_ACCESSIBLE: Answer = {
  status: 403,
  body: { message: 'Resource not accessible by integration', status: '403' },
};

const json = ({ databaseId, environment, commit, description, payload, createdAt }: StoredDeployment): object => ({
  id: databaseId,
  environment,
  sha: commit.oid,
  description,
  payload: payload === null ? {} : (JSON.parse(payload) as unknown),
  created_at: new Date(createdAt).toISOString().replace('.000Z', 'Z'),
});

interface Request {
  readonly method: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** Deployments and their statuses over REST: listed newest first, made, and told how they stand. */
export function answerDeployments(
  world: World,
  viewer: Account,
  token: HubToken,
  { method, query, body }: Request,
  route: string,
): Answer {
  const access = token.permissions.deployments ?? 'none';
  if (method === 'GET' && route === 'deployments') {
    if (access === 'none' && world.visibility === 'private') return NOT_ACCESSIBLE;
    const [environment, sha] = [query.get('environment'), query.get('sha')];
    const found = world.deployments
      .filter((it) => environment === null || it.environment === environment)
      .filter((it) => sha === null || it.commit.oid === sha)
      .toReversed();
    return { status: 200, body: found.slice(0, Number(query.get('per_page') ?? 30)).map(json) };
  }
  const asked = /^deployments\/(\d+)\/statuses$/.exec(route)?.[1];
  if (method === 'GET' && asked !== undefined) {
    const found = world.deployments.find(({ databaseId }) => String(databaseId) === asked);
    const statuses = (found?.statuses ?? [])
      .toReversed()
      .map(({ state, createdAt }) => ({ state, created_at: new Date(createdAt).toISOString() }));
    return { status: 200, body: statuses.slice(0, Number(query.get('per_page') ?? 30)) };
  }
  if (access !== 'write') return NOT_ACCESSIBLE;
  const given = (body ?? {}) as Readonly<Record<string, unknown>>;
  if (method === 'POST' && route === 'deployments') {
    const { ref, environment, description, payload } = given as Readonly<Record<string, string | undefined>>;
    if (resolveExpression(world.git, ref ?? '')?.kind !== 'Commit')
      return { status: 422, body: { message: `No ref found for: ${ref ?? ''}`, status: '422' } };
    const draft = {
      ...(ref !== undefined && { ref }),
      ...(environment !== undefined && { environment }),
      ...(description !== undefined && { description }),
      ...(payload !== undefined && { payload: payload as unknown }),
    };
    return { status: 201, body: json(deploy(world, viewer, draft)) };
  }
  const id = /^deployments\/(\d+)\/statuses$/.exec(route)?.[1];
  const deployment = world.deployments.find(({ databaseId }) => String(databaseId) === id);
  if (method !== 'POST' || !deployment) return { status: 404, body: { message: 'Not Found', status: '404' } };
  const { state, log_url: logUrl = null } = given as {
    readonly state: HubDeploymentState;
    readonly log_url?: string | null;
  };
  setStatus(world, viewer, deployment, { state, logUrl });
  return { status: 201, body: { state } };
}
