import { isHealed } from '../alerts/wait.ts';
import { impactOf } from '../impact/impact.ts';
import type { Policy } from '../policy.ts';
import type { Incident } from '../tracks.ts';
import type { PostMortemPolicy } from './policy.ts';

/**
 * What the policy wants of the post-mortem of an incident; null where there is to be none. What healed by itself before anybody was told was no
 * problem yet (seed document B), and nothing confidential is written down. What was opened stays wanted, whatever its downtime turns out to be.
 */
export function wantedPostMortem(incident: Incident, policy: Policy): PostMortemPolicy | null {
  const { postMortem } = policy.priorities[incident.priority.current];
  if (!postMortem || incident.category.confidential || isHealed(incident)) return null;
  const downtime = postMortem.afterDowntime === 0 ? 0 : (impactOf(incident)?.downtime ?? 0);
  return incident.postMortem.issue !== null || downtime >= postMortem.afterDowntime ? postMortem : null;
}
