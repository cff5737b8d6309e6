import type { Policy } from '../policy.ts';

/** The names of the services that are on the page, as they may stand in code: what `/affects` takes. */
export function askable({ services, statusPage }: Policy): readonly string[] {
  const names = new Set(services.map(({ name }) => name));
  return (statusPage?.components ?? []).map(({ key }) => key).filter((key) => names.has(key));
}
