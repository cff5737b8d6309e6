import type { Deployment } from '../../model/shipped.ts';
import { goodBefore, isAside } from './find.ts';

/**
 * The environment that customers use: the first that the policy names; else the only one that is deployed to, leaving out what is not for
 * customers by its name. Null where there are several, and nobody says which.
 */
export function targetPlaceOf(
  deployments: readonly Deployment[],
  environments: readonly string[] | null,
): string | null {
  if (environments !== null)
    return environments.find((it) => deployments.some(({ environment }) => environment === it)) ?? environments[0]!;
  const places = [...new Set(deployments.map(({ environment }) => environment))].filter((it) => !isAside(it));
  return places.find((it) => /^prod(?:uction)?$/i.test(it)) ?? (places.length === 1 ? places[0]! : null);
}

/** What to go back to from what runs now: the deployment before it that went well; null where nobody knows. They come newest first. */
export function targetOf(
  deployments: readonly Deployment[],
  environments: readonly string[] | null,
): { readonly sha: string; readonly environment: string } | null {
  const environment = targetPlaceOf(deployments, environments);
  const here = deployments
    .filter((it) => it.environment === environment && it.state === 'success')
    .toSorted((a, b) => b.at - a.at);
  const [current] = here;
  const before = current ? goodBefore(here, current) : null;
  return before === null || environment === null ? null : { sha: before.sha, environment };
}
