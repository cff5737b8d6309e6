import { neighbourOf } from '../capabilities/duplicates/neighbours.ts';
import type { Neighbour } from '../capabilities/situation.ts';
import { readIncident, type IncidentReading, type ReadingGround } from '../capabilities/reading.ts';
import { messageOf } from '../model/error.ts';
import type { Issue } from '../model/issue.ts';
import { PRIORITIES } from '../model/priority.ts';

export interface Queue {
  readonly readings: readonly IncidentReading[];
  /** What of each matters to the others, oldest first. */
  readonly neighbours: readonly Neighbour[];
  readonly failures: readonly { readonly issue: number; readonly message: string }[];
}

/**
 * Reads the incidents, and puts them in the order in which they are to be dealt with: by priority, within one the incident of the
 * event first, then the oldest. When time, limits or faults allow only a part, that part is the P0s. One that cannot be read is
 * named and left out.
 */
export function byUrgency(issues: readonly Issue[], ground: ReadingGround, subject: number | null): Queue {
  const failures: { issue: number; message: string }[] = [];
  const readings = issues.flatMap((issue) => {
    try {
      return [readIncident(issue, ground)];
    } catch (error) {
      failures.push({ issue: issue.number, message: messageOf(error) });
      return [];
    }
  });
  const rank = ({ incident }: IncidentReading): number => PRIORITIES.indexOf(incident.priority.current);
  const first = ({ issue }: IncidentReading): number => (issue.number === subject ? 0 : 1);
  readings.sort((a, b) => rank(a) - rank(b) || first(a) - first(b) || a.issue.number - b.issue.number);
  const neighbours = readings.map(neighbourOf).sort((a, b) => a.number - b.number);
  return { readings, neighbours, failures };
}
