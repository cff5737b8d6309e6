import type { Policy } from '../../../capabilities/policy.ts';
import { inline } from '../../../text/foreign.ts';

/** The most names that are listed. */
const MOST = 30;

/** The services and categories that a maintenance may name, as code. */
export function maintenanceListing({ services, categories }: Policy): string {
  const names = [...services, ...categories.filter(({ confidential }) => !confidential)].map(({ name }) => name);
  return [...names.slice(0, MOST).map((it) => inline(it, 60)), ...(names.length > MOST ? ['…'] : [])].join(', ');
}
