import { createRegister } from './names.ts';
import type { Source } from '../capabilities/policy.ts';
import type { PolicyFile } from './schema.ts';
import type { Scope } from './scope.ts';
import { quote } from './wording.ts';

/** Resolves the sources; one that says no level lands on the first. Whoever names one may do so in other capitals. */
export function readSources(
  section: NonNullable<PolicyFile['sources']>,
  report: Scope['report'],
): ReadonlyMap<string, Source> {
  const isTaken = createRegister();
  return new Map(
    Object.entries(section).map(([name, file]) => {
      if (isTaken(name)) report(['sources', name], `${quote(name)} is the name of an earlier source`, 'key');
      return [name, { name, level: file?.level ?? 1 }];
    }),
  );
}
