import type { Condition } from '../page.ts';
import type { HostedWanted } from './wanted.ts';

interface Concerned {
  readonly components?: readonly { readonly id: string; readonly status: string }[] | null | undefined;
}

/** How components are there while a plan is made, and how they are to be. */
interface States {
  /** The states that are wanted of these, which some request is going to write. */
  readonly take: (ids: readonly string[]) => Readonly<Record<string, string>>;
  /** Those of them that are not as they must be: each with its state, which is going to be written. */
  readonly mend: (ids: readonly string[]) => readonly (readonly [id: string, state: string])[];
}

/** From the states that entries there say of their components. Components that the policy does not name are nobody's business. */
export function statesWith(
  { states }: Pick<HostedWanted, 'states'>,
  rows: readonly Concerned[],
  spell: (condition: Condition) => string = (condition) => condition,
): States {
  const now = new Map(rows.flatMap((row) => (row.components ?? []).map(({ id, status }) => [id, status] as const)));
  const wanted = (id: string): string => spell(states.get(id)!);
  const take = (ids: readonly string[]): Readonly<Record<string, string>> => {
    for (const id of ids) now.set(id, wanted(id));
    return Object.fromEntries(ids.map((id) => [id, wanted(id)]));
  };
  return {
    take,
    mend(ids) {
      const wrong = [...new Set(ids)].filter((id) => states.has(id) && now.has(id) && now.get(id) !== wanted(id));
      return Object.entries(take(wrong));
    },
  };
}
