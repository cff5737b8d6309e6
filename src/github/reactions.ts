import type { MarkedComment } from '../model/issue.ts';
import type { Access } from './access.ts';
import { errorIn } from './errors.ts';
import { askGitHub, isPassing, persist } from './octokit.ts';
import { ROCKETS } from './queries.ts';

interface RawMarked {
  readonly fullDatabaseId: string;
  readonly isMinimized: boolean;
  /** Who is no person has no user here. */
  readonly reactions: {
    readonly nodes: readonly ({ readonly user: { readonly login: string } | null } | null)[] | null;
  };
}

/** The last hundred comments of an issue with who has marked them; none if the issue is gone. Throws if GitHub does not say. */
export async function readRockets(access: Access, id: string): Promise<readonly MarkedComment[]> {
  const { data, errors } = await persist(access.sleep, isPassing, () => askGitHub(access.octokit, ROCKETS, { id }));
  const hole = errors.find(({ type }) => type !== 'NOT_FOUND');
  if (hole) throw errorIn(hole);
  const { node } = data as { node: { comments?: { readonly nodes: readonly (RawMarked | null)[] | null } } | null };
  return (node?.comments?.nodes ?? []).flatMap((it) =>
    it
      ? [
          {
            number: Number(it.fullDatabaseId),
            isMinimized: it.isMinimized,
            rockets: (it.reactions.nodes ?? []).flatMap((one) => one?.user?.login ?? []),
          },
        ]
      : [],
  );
}
