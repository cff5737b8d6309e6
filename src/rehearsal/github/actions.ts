import { present, type World, type StoredRun } from './state.ts';
import type { HubToken } from './tokens.ts';

/** GitHub tells at most so many at once. */
const MOST_RUNS = 100;

/** Answers what is asked about workflows and their runs, under `actions/`; undefined for what is not there. */
export function answerActions(
  world: World,
  token: HubToken,
  route: string,
  query: URLSearchParams,
): { readonly status: number; readonly body: unknown } | 'forbidden' | undefined {
  const [, file, runs] = /^workflows(?:\/([^/]+)(\/runs)?)?$/.exec(route) ?? [];
  if (file === undefined && route !== 'workflows') return undefined;
  if (token.permissions.actions === undefined || token.permissions.actions === 'none') return 'forbidden';
  const files = workflowFiles(world);
  if (file === undefined) {
    const workflows = files.map((it) => workflowJson(world, it));
    return { status: 200, body: { total_count: workflows.length, workflows } };
  }
  if (runs !== undefined) return { status: 200, body: listed(world, query) };
  if (!files.includes(file)) return { status: 404, body: { message: 'Not Found', status: '404' } };
  return { status: 200, body: workflowJson(world, file) };
}

/** The runs of the workflow, newest first: GitHub filters by one event, one status and the time at which they were created. */
function listed(world: World, query: URLSearchParams): object {
  const [event, status, created] = ['event', 'status', 'created'].map((name) => query.get(name));
  const since = created?.startsWith('>=') ? Date.parse(created.slice(2)) : 0;
  const found = world.runs
    .filter((it) => event === null || it.event === event)
    .filter((it) => status === null || it.status === status || it.conclusion === status)
    .filter((it) => it.createdAt >= since)
    .toReversed();
  const size = Math.min(MOST_RUNS, Number(query.get('per_page') ?? 30));
  const from = (Number(query.get('page') ?? 1) - 1) * size;
  return { total_count: found.length, workflow_runs: found.slice(from, from + size).map(runJson) };
}

function runJson({ id, title, event, status, conclusion, createdAt, startedAt, updatedAt }: StoredRun): object {
  const time = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');
  return {
    id,
    display_title: title,
    event,
    status,
    conclusion,
    created_at: time(createdAt),
    run_started_at: time(startedAt),
    updated_at: time(updatedAt),
  };
}

/** Begins a run; it stands behind those that were there. */
export function addRun(world: World, { title, event }: Pick<StoredRun, 'title' | 'event'>): StoredRun {
  const at = present(world);
  const run: StoredRun = {
    id: world.runs.length + 1,
    title,
    event,
    status: 'queued',
    conclusion: null,
    createdAt: at,
    startedAt: at,
    updatedAt: at,
  };
  world.runs.push(run);
  return run;
}

/** The names of the files of workflows on the default branch. */
function workflowFiles({ git }: World): readonly string[] {
  return [...git.head.files.keys()].flatMap((path) => /^\.github\/workflows\/([^/]+\.ya?ml)$/.exec(path)?.[1] ?? []);
}

function workflowJson({ workflowStates }: World, file: string): object {
  return { name: file, path: `.github/workflows/${file}`, state: workflowStates.get(file) ?? 'active' };
}
