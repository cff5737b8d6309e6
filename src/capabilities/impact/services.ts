import type { Service } from './policy.ts';

/** The services that an issue with these labels is about: those that are among its labels, or the only one that there is. */
export function servicesAmong(labels: readonly string[], services: readonly Service[]): readonly Service[] {
  const named = services.filter(({ name }) => labels.includes(name));
  return named.length > 0 || services.length > 1 ? named : services;
}
