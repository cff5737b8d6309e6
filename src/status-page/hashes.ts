import { sha256Of } from '../text/hash.ts';
import { boardOf } from './board.ts';
import type { Board } from './board.ts';
import type { StatusPage } from './page.ts';

/** A hash of what is shown of each thing, by its id: two pages with the same hashes say the same. */
export interface Hashes {
  /** Of incidents and maintenance, whose ids differ from each other. */
  readonly entries: Readonly<Record<string, string>>;
  readonly components: Readonly<Record<string, string>>;
}

/** What `build.json` holds of a page: so a later run can tell, from the file alone, whether what is served is up to date. */
export function hashesOf(page: StatusPage): Hashes {
  return hashesOfBoard(boardOf(page));
}

/** The same of a page that was tidied already. Availability is left out, which changes with every minute. */
export function hashesOfBoard({ page, conditions }: Board): Hashes {
  const isLate = (by: number | null): boolean => by !== null && by < page.at;
  return {
    entries: hashed([
      ...page.incidents.map((it) => [it.id, { ...it, isLate: isLate(it.nextUpdateBy) }] as const),
      ...page.maintenances.map((it) => [it.id, it] as const),
    ]),
    components: hashed(
      page.components.map(({ id, name, description, group, objective }) => [
        id,
        { name, description, group, objective, condition: conditions.get(id) },
      ]),
    ),
  };
}

function hashed(things: readonly (readonly [string, unknown])[]): Readonly<Record<string, string>> {
  const sorted = [...things].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([id, thing]) => [id, sha256Of(canonical(thing)).slice(0, 16)]));
}

/** JSON whose keys are sorted: how an object came to be must not show. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, it: unknown) =>
    it !== null && typeof it === 'object' && !Array.isArray(it)
      ? Object.fromEntries(Object.entries(it).sort(([a], [b]) => (a < b ? -1 : 1)))
      : it,
  );
}
