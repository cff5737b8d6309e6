import type { Access } from './access.ts';
import { errorIn } from './errors.ts';
import { askGitHub, isPassing, persist } from './octokit.ts';
import type { Closing } from './port.ts';
import { CLOSINGS } from './queries.ts';
import { actorOf, type RawActor } from './translate.ts';

interface RawClosed {
  readonly id?: string;
  readonly timelineItems?: {
    readonly nodes:
      | readonly ({ readonly actor: RawActor | null; readonly closer?: { readonly number?: number } | null } | null)[]
      | null;
  };
}

/** How each of some issues was closed last, by node id. What is gone or open is left out; throws if GitHub does not say. */
export async function readClosings(access: Access, ids: readonly string[]): Promise<ReadonlyMap<string, Closing>> {
  const answer = await persist(access.sleep, isPassing, () => askGitHub(access.octokit, CLOSINGS, { ids }));
  const fault = answer.errors.find(({ type }) => type !== 'NOT_FOUND');
  if (fault) throw errorIn(fault);
  const { nodes } = answer.data as { nodes: readonly (RawClosed | null)[] };
  return new Map(
    nodes.flatMap((node): [string, Closing][] => {
      const closed = node?.timelineItems?.nodes?.[0];
      if (node?.id === undefined || !closed) return [];
      return [[node.id, { by: actorOf(closed.actor)?.login ?? null, pullRequest: closed.closer?.number ?? null }]];
    }),
  );
}
