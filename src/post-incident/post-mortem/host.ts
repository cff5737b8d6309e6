import type { ItemHost } from '../action-items/host.ts';
import type { PostMortem } from './reading.ts';

/** A post-mortem as what its action items belong to: without an owner they wait for the review. */
export function hostOf({ issue, origin, items, team, stage, gate, record }: PostMortem): ItemHost {
  const { incident, priority } = origin;
  return {
    kind: 'post-mortem',
    issue,
    incident,
    priority,
    items,
    owners: team.owners,
    isReady: stage !== 'draft',
    waived: gate.waived,
    record,
  };
}
