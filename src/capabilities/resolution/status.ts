import type { Incident } from '../incident.ts';
import type { Moment } from '../../model/moment.ts';

/** How the status of an incident came about; null for one that is new. */
export function statusMoment(incident: Incident): Moment | null {
  const {
    acknowledgement: acknowledged,
    mitigation: { mitigated, workaround },
    resolution: { resolved, ended },
  } = incident;
  return {
    open: null,
    acknowledged,
    mitigated: mitigated ?? workaround,
    resolved,
    dismissed: ended,
    withdrawn: ended,
  }[incident.status];
}
