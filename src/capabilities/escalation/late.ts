import { noticeKey } from '../notification/keys.ts';
import type { Sending } from '../clocks/clocked.ts';
import type { Situation } from '../situation.ts';

/** That no run comes in time is said once on an incident, with the way to mend it. */
export const LATE = noticeKey('late');

/** How late what is due is noticed, in milliseconds, where that is later than the policy tolerates of a P0 and nobody has said so yet. */
export function lateness({ incident, policy, now }: Situation, due: readonly Sending[]): number | null {
  const late = now - Math.min(...due.map((it) => it.due));
  const isSaid = Object.hasOwn(incident.record.done, LATE);
  return incident.priority.current === 'P0' && late > policy.watch.tolerate && !isSaid ? late : null;
}
