import { digestEntries } from '../../engine/digest.ts';
import type { Issue } from '../../model/issue.ts';
import { chases } from '../../post-incident/action-items/chase.ts';
import type { ItemHost } from '../../post-incident/action-items/host.ts';
import { itemWordsOf } from '../../post-incident/action-items/words.ts';
import { apply } from '../apply.ts';
import { isOver } from '../budget.ts';
import type { Run } from '../context.ts';
import { areaOf } from './areas.ts';

/** The most issues on which a comment is tried: one of them may take none. */
const MOST_HOSTS = 3;

/** What chasing has come to. */
interface Chased {
  /** The issues of whose items somebody was told, with what was told, so that it goes on their cards. */
  readonly told: readonly Issue[];
  /** What failed, and will again until somebody has changed something. */
  readonly standing: readonly { readonly issue: number; readonly message: string }[];
}

/** Tells people of their overdue action items, on a scheduled run: one comment each. */
export async function chase(run: Run, hosts: readonly ItemHost[]): Promise<Chased> {
  const { report, policy, repository, now, trigger } = run;
  if (trigger.kind !== 'sweep') return { told: [], standing: [] };
  const { why } = itemWordsOf(policy.language).chase;
  const issues = new Map(hosts.map(({ issue }) => [issue.number, issue]));
  const changed = new Set<number>();
  const standing: { readonly issue: number; readonly message: string }[] = [];
  const ground = { now, policy, repository, areaOf: (it: number) => areaOf(run, it) };
  for (const { hosts: places, to, bodyOn, keys, of } of chases(hosts, ground)) {
    for (const host of places.slice(0, MOST_HOSTS)) {
      if (isOver(run) || report.stop !== null) break;
      const effect = { do: 'comment', issue: host.number, body: bodyOn(host), keys, to: [to], why } as const;
      const { issue, done, refused } = await apply(run, issues.get(host.number)!, [effect]);
      for (const { error } of refused)
        (error.trouble === 'impossible' ? standing : report.failures).push({
          issue: host.number,
          message: error.message,
        });
      // What cannot stand there may stand on the next; of what was lost nobody knows, and the next run finds out.
      if (refused.some(({ error }) => error.trouble === 'impossible')) continue;
      if (done.length > 0) report.filed.push({ issue: host.number, do: 'follow-up', what: why });
      issues.set(host.number, issue);
      const proof = new Map(issue.timeline.slice(-1).flatMap((event) => digestEntries(host, event)));
      for (const number of done.length > 0 ? of : []) {
        const [told, entry] = [issues.get(number)!, proof.get(number)];
        if (entry) issues.set(number, { ...told, timeline: [...told.timeline, entry] });
        changed.add(number);
      }
      break;
    }
  }
  return { told: [...changed].map((number) => issues.get(number)!), standing };
}
