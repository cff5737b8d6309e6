import { makeTarget } from './targets.ts';
import type { Service } from '../capabilities/policy.ts';
import type { PolicyFile } from './schema.ts';
import type { Scope } from './scope.ts';

/** Resolves the services; downtime is measured around the clock. */
export function readServices(section: NonNullable<PolicyFile['services']>, scope: Scope): readonly Service[] {
  return Object.entries(section).map(([name, file]) => {
    const text = file['downtime-per-incident'];
    const path = ['services', name, 'downtime-per-incident'];
    const target =
      text === undefined ? undefined : makeTarget(text, scope.always, undefined, { value: path, day: path }, scope);
    const ms = target && 'ms' in target.amount ? target.amount.ms : undefined;
    return { name, downtimePerIncident: text !== undefined && ms !== undefined ? { ms, text } : null };
  });
}
