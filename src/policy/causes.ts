import type { Cause } from '../capabilities/policy.ts';
import type { PolicyFile } from './schema.ts';
import type { Scope } from './scope.ts';
import { quote } from './wording.ts';

/** Resolves the taxonomy of causes. A name stands in one group only: people type it without its group. */
export function readCauses(section: NonNullable<PolicyFile['causes']>, report: Scope['report']): readonly Cause[] {
  const groups = new Map<string, string>();
  return Object.entries(section).flatMap(([group, causes]) =>
    causes.flatMap((given, at) => {
      const path = ['causes', group, at];
      const named = typeof given === 'string' ? [[given, null] as const] : Object.entries(given);
      return named.map(([name, file]) => {
        const earlier = groups.get(name.toLowerCase());
        if (earlier !== undefined) {
          const where = earlier === group ? '' : `, in ${quote(earlier)}`;
          report(file ? [...path, name] : path, `${quote(name)} is the name of an earlier cause${where}`, 'key');
        }
        groups.set(name.toLowerCase(), earlier ?? group);
        return { name, group, attributableTo: file?.['attributable-to'] ?? null };
      });
    }),
  );
}
