import type { Instant } from '../../calendar/calendar.ts';
import type { Shipped } from '../../model/shipped.ts';
import type { Seen } from './seen.ts';

/**
 * What has happened since the impact began, as it is told once it is mitigated: what runs now, whether that ran before, and which change
 * was reverted. GitHub names a revert after what it reverts.
 */
export function sinceImpact(
  { deployments, commits }: Shipped,
  { from, at }: { readonly from: Instant; readonly at: Instant },
  environments: readonly string[] | null,
): NonNullable<Seen['after']> {
  const good = deployments.filter(
    ({ state, environment }) => state === 'success' && (environments?.includes(environment) ?? true),
  );
  const current = good.filter((it) => it.at >= from).toSorted((a, b) => b.at - a.at)[0];
  const isBack = current !== undefined && good.some((it) => it.at < from && it.sha === current.sha);
  const reverts = commits
    .filter((it) => it.at >= from)
    .flatMap(({ pullRequest }) => (pullRequest ? [pullRequest] : []));
  const [reverted] = reverts.flatMap((revert) => {
    const [, title] = /^Revert "(.+)"(?: \(#\d+\))?$/.exec(revert.title) ?? [];
    const original = commits.find(
      ({ pullRequest }) => title !== undefined && pullRequest?.title === title,
    )?.pullRequest;
    return original ? [{ number: original.number, by: revert.number }] : [];
  });
  return {
    of: at,
    ...(current && { sha: current.sha, environment: current.environment, since: current.at }),
    ...(isBack && { back: true }),
    ...(reverted && { reverted }),
  };
}
