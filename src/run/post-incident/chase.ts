import { digestEntries } from '../../engine/digest.ts';
import type { Issue } from '../../model/issue.ts';
import { chases } from '../../post-incident/action-items/chase.ts';
import type { ItemHost } from '../../post-incident/action-items/host.ts';
import { postMortemWordsOf } from '../../post-incident/post-mortem/words.ts';
import { apply } from '../apply.ts';
import { isOver } from '../budget.ts';
import type { Run } from '../context.ts';
import { areaOf } from './areas.ts';

/**
 * Tells people of their overdue action items, on a scheduled run: one comment each. Gives the issues that these belong to, with what was told
 * of them, so that it goes on their cards.
 */
export async function chase(run: Run, hosts: readonly ItemHost[]): Promise<readonly Issue[]> {
  const { report, policy, repository, now, trigger } = run;
  if (trigger.kind !== 'sweep') return [];
  const issues = new Map(hosts.map(({ issue }) => [issue.number, issue]));
  const changed = new Set<number>();
  for (const { host, to, body, keys, of } of chases(hosts, {
    now,
    policy,
    repository,
    areaOf: (it) => areaOf(run, it),
  })) {
    if (isOver(run) || report.stop !== null) break;
    const { why } = postMortemWordsOf(policy.language).chase;
    const effect = { do: 'comment', issue: host.number, body, keys, to: [to], why } as const;
    const applied = await apply(run, issues.get(host.number)!, [effect]);
    for (const { error } of applied.refused) report.failures.push({ issue: host.number, message: error.message });
    if (applied.done.length === 0) continue;
    report.filed.push({ issue: host.number, do: 'follow-up', what: why });
    issues.set(host.number, applied.issue);
    const proof = new Map(applied.issue.timeline.slice(-1).flatMap((event) => digestEntries(host, event)));
    for (const number of of) {
      const [issue, entry] = [issues.get(number)!, proof.get(number)];
      if (entry) issues.set(number, { ...issue, timeline: [...issue.timeline, entry] });
      changed.add(number);
    }
  }
  return [...changed].map((number) => issues.get(number)!);
}
