import type { Access } from './access.ts';
import { noRepository } from './access.ts';
import { keeperOf, type RawHistories } from './adoption.ts';
import { errorIn, errorOf } from './errors.ts';
import { askGitHub, isPassing, persist } from './octokit.ts';
import { GitHubError, type Permission, type Survey } from './port.ts';
import { CATEGORIES, FOLDER_QUERY, LAST_COMMIT, OWNERSHIP, REVISION, VISIBILITY } from './queries.ts';
import type { RawActor } from './translate.ts';

/** A repository as somebody sees it who asks what is wrong with it. */
export function surveyOf(access: Access): Survey {
  const { octokit, owner, name, sleep } = access;
  const get = async (route: string, parameters: object = {}): Promise<unknown> => {
    const { data } = await persist(sleep, isPassing, () =>
      octokit.request(`GET /repos/{owner}/{repo}/${route}`, { owner, repo: name, ...parameters }),
    );
    return data;
  };
  const query = async <T>(text: string, variables: Record<string, unknown>): Promise<T> => {
    const answer = await persist(sleep, isPassing, () => askGitHub(octokit, text, { owner, name, ...variables }));
    const { repository } = answer.data as { repository: T | null };
    if (repository === null) throw noRepository(access, answer);
    if (answer.errors[0]) throw errorIn(answer.errors[0]);
    return repository;
  };

  const PROBES: Readonly<Record<Permission, () => Promise<unknown>>> = {
    'contents: read': () => query(REVISION, {}),
    'issues: write': () => probeWriting(access),
    'metadata: read': () => get('collaborators/{username}/permission', { username: owner }),
    'actions: read': () => get('actions/workflows', { per_page: 1 }),
  };

  return {
    async refusalOf(permission) {
      try {
        await PROBES[permission]();
        return null;
      } catch (thrown) {
        const error = errorOf(thrown);
        // Whose roles are asked for may be nobody's: an organisation has none.
        if (error.trouble === 'not-found' && permission === 'metadata: read') return null;
        if (error.trouble !== 'no-permission') throw error;
        return /GitHub said: (.+)/s.exec(error.message)?.[1] ?? error.message;
      }
    },

    async isAssignable(login) {
      return isThere(get('assignees/{assignee}', { assignee: login }));
    },

    async filesIn(folder) {
      const { object } = await query<{ object: RawFolder | null }>(FOLDER_QUERY, { expression: `HEAD:${folder}` });
      return (object?.entries ?? []).flatMap(({ name: file, object: blob }) =>
        typeof blob?.text === 'string' ? [{ path: `${folder}/${file}`, text: blob.text }] : [],
      );
    },

    async workflowState(workflow) {
      try {
        return ((await get('actions/workflows/{workflow_id}', { workflow_id: workflow })) as { state: string }).state;
      } catch (thrown) {
        if (errorOf(thrown).trouble === 'not-found') return null;
        throw errorOf(thrown);
      }
    },

    async ownership(workflow) {
      const variables = { workflow: workflow ?? '', withWorkflow: workflow !== null };
      const found = await query<{ owner: RawActor; head: { target: RawHistories | null } | null }>(
        OWNERSHIP,
        variables,
      );
      return { owner, ownedByPerson: found.owner.__typename === 'User', keeper: keeperOf(found.head?.target ?? null) };
    },

    async discussionCategories() {
      const { hasDiscussionsEnabled, discussionCategories } = await query<{
        hasDiscussionsEnabled: boolean;
        discussionCategories: { nodes: readonly ({ name: string } | null)[] };
      }>(CATEGORIES, {});
      return hasDiscussionsEnabled ? discussionCategories.nodes.flatMap((it) => it?.name ?? []) : null;
    },

    async isPrivate() {
      return (await query<{ isPrivate: boolean }>(VISIBILITY, {})).isPrivate;
    },

    async lastCommitAt() {
      const found = await query<{ defaultBranchRef: { target: { committedDate?: string } | null } | null }>(
        LAST_COMMIT,
        {},
      );
      const date = found.defaultBranchRef?.target?.committedDate;
      return date === undefined ? null : Date.parse(date);
    },
  };
}

interface RawFolder {
  readonly entries?: readonly { readonly name: string; readonly object: { readonly text?: string | null } | null }[];
}

/**
 * Asks GitHub to open an issue without a title, which it never does: it looks at the permission first, and refuses with 403 where that
 * is missing, with 422 where it is not. Throws what `errorOf` makes of a refusal for want of permission, or of no answer.
 */
async function probeWriting({ octokit, owner, name, sleep }: Access): Promise<void> {
  try {
    await persist(sleep, isPassing, () => octokit.request('POST /repos/{owner}/{repo}/issues', { owner, repo: name }));
  } catch (thrown) {
    const error = errorOf(thrown);
    if (error.message.startsWith('GitHub rejected the request (410)'))
      throw new GitHubError('impossible', 'Issues are switched off in this repository: Settings → General → Features.');
    if (error.trouble !== 'rejected') throw error;
  }
}

async function isThere(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer;
    return true;
  } catch (thrown) {
    if (errorOf(thrown).trouble === 'not-found') return false;
    throw errorOf(thrown);
  }
}
