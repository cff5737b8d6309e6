import type { Instant } from '../../calendar/calendar.ts';
import type { Shipped } from '../../model/shipped.ts';
import type { Seen } from './seen.ts';
import { targetPlaceOf } from './target.ts';

/**
 * What has happened since the impact began, as it is told once it is mitigated: what runs now where customers are, whether that ran before
 * what ran then, and which change was reverted. GitHub names a revert after what it reverts.
 */
export function sinceImpact(
  { deployments, commits }: Shipped,
  { from, at }: { readonly from: Instant; readonly at: Instant },
  environments: readonly string[] | null,
): NonNullable<Seen['after']> {
  const place = targetPlaceOf(deployments, environments);
  const good = deployments
    .filter(({ state, environment }) => state === 'success' && environment === place)
    .toSorted((a, b) => b.at - a.at);
  const current = good.find((it) => it.at >= from);
  const then = good.find((it) => it.at < from);
  const isBack =
    current !== undefined && current.sha !== then?.sha && good.some((it) => it.at < from && it.sha === current.sha);
  const reverts = commits.filter((it) => it.at >= from);
  const [reverted] = reverts.flatMap(({ at: when, pullRequest: revert }) => {
    const [, title] = /^Revert "(.+)"(?: \(#\d+\))?$/.exec(revert?.title ?? '') ?? [];
    const original = commits.find((it) => it.at < when && title !== undefined && it.pullRequest?.title === title);
    return revert && original ? [{ number: original.pullRequest!.number, by: revert.number }] : [];
  });
  return {
    of: at,
    ...(current && { sha: current.sha, environment: current.environment, since: current.at }),
    ...(isBack && { back: true }),
    ...(reverted && { reverted }),
  };
}
