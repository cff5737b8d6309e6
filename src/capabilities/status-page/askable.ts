import type { Incident } from '../tracks.ts';
import type { Policy } from '../policy.ts';

/** What somebody can say so that it is known which components an incident concerns. */
export interface Askable {
  readonly command: 'affects' | 'category';
  /** What the command takes, at least one, in the order of the page. */
  readonly names: readonly [string, ...string[]];
}

/** That the services are named which are on the page; where there are none of these, the category. Null where neither would help. */
export function askable({ services, statusPage }: Policy, { category }: Pick<Incident, 'category'>): Askable | null {
  const known = new Set(services.map(({ name }) => name));
  const keys = (statusPage?.components ?? []).map(({ key }) => key);
  const [first, ...others] = keys.filter((key) => known.has(key));
  if (first !== undefined) return { command: 'affects', names: [first, ...others] };
  const [one, ...rest] = keys;
  return one === undefined || category.current !== null ? null : { command: 'category', names: [one, ...rest] };
}
