import type { Access } from './access.ts';
import { isPassing, persist } from './octokit.ts';
import { MOST_RUNS, type Actions } from './workflows-port.ts';

/** GitHub gives at most so many runs a page. */
const PAGE = 100;

interface RawRun {
  readonly display_title?: string;
  readonly status: string | null;
  readonly created_at: string;
  readonly run_started_at?: string | null;
  readonly updated_at: string;
}

interface RawDeployment {
  readonly id: number;
  readonly description: string | null;
  readonly payload: { readonly by?: string | null } | null;
  readonly created_at: string;
}

/** So long a deployment that looks the same is taken for the same, in milliseconds. */
const SAME = 10 * 60_000;

/** The runs of workflows, of REST alone: GraphQL knows none by their workflow. */
export function actionsOf({ octokit, owner, name, sleep }: Access): Actions {
  const pageOf = async (workflow: string, filter: Readonly<Record<string, unknown>>): Promise<readonly RawRun[]> => {
    const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
    const { data } = await persist(sleep, isPassing, () =>
      octokit.request(route, { owner, repo: name, workflow_id: workflow, ...filter }),
    );
    return (data as { readonly workflow_runs: readonly RawRun[] }).workflow_runs;
  };

  return {
    async runs(workflow, { event, since, most = MOST_RUNS }) {
      const created = since === undefined ? {} : { created: `>=${new Date(since).toISOString().slice(0, 19)}Z` };
      const size = Math.min(PAGE, most);
      const all: RawRun[] = [];
      for (let page = 1; all.length < most; page++) {
        const some = await pageOf(workflow, { event, ...created, per_page: size, page });
        all.push(...some);
        if (some.length < size) break;
      }
      return all.slice(0, most).map((it) => ({
        title: it.display_title ?? '',
        createdAt: Date.parse(it.created_at),
        startedAt: Date.parse(it.run_started_at ?? it.created_at),
        endedAt: it.status === 'completed' ? Date.parse(it.updated_at) : null,
      }));
    },

    async announce({ environment, ref, state, description, log, by, at }) {
      const place = { owner, repo: name };
      const get = async <T>(route: string, parameters: object): Promise<T> =>
        (
          await persist(sleep, isPassing, () =>
            octokit.request(`GET /repos/{owner}/{repo}/${route}`, { ...place, ...parameters }),
          )
        ).data as T;
      const post = async <T>(route: string, parameters: object, again = isPassing): Promise<T> =>
        (
          await persist(sleep, again, () =>
            octokit.request(`POST /repos/{owner}/{repo}/${route}`, { ...place, ...parameters }),
          )
        ).data as T;
      // A branch names another commit tomorrow.
      const { sha } = await get<{ readonly sha: string }>('commits/{ref}', { ref });
      const before = await get<readonly RawDeployment[]>('deployments', { environment, sha, per_page: 10 });
      // The newest come first. What is under way goes on; what was told a moment ago is told again because nobody knows whether it was heard.
      const [last] = before.filter((it) => it.description === description && (it.payload?.by ?? null) === by);
      const [status] = last
        ? await get<readonly { readonly state: string }[]>('deployments/{id}/statuses', { id: last.id, per_page: 1 })
        : [];
      const goesOn = last !== undefined && (status === undefined || status.state === 'in_progress');
      const isSame = last !== undefined && status?.state === state && at - Date.parse(last.created_at) < SAME;
      if (isSame) return;
      const deployment = goesOn
        ? last
        : await post<RawDeployment>(
            'deployments',
            { environment, ref: sha, description, payload: { by }, auto_merge: false, required_contexts: [] },
            ({ trouble }) => trouble === 'rate-limited',
          );
      await post('deployments/{id}/statuses', { id: deployment.id, state, ...(log !== null && { log_url: log }) });
    },

    async dispatch(workflow, ref, inputs, how) {
      // Whether it has been heard where no answer came nobody knows; another run does no harm.
      const again = how === 'once' ? () => false : isPassing;
      await persist(sleep, again, () =>
        octokit.request('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', {
          owner,
          repo: name,
          workflow_id: workflow,
          ref,
          inputs,
        }),
      );
    },
  };
}
