import type { Instant } from '../../calendar/calendar.ts';
import { withDigests } from '../../engine/digest.ts';
import { readOwnMarks } from '../../engine/own-marks.ts';
import type { IncidentRecord } from '../../engine/record.ts';
import type { GitHub } from '../../github/port.ts';
import { DAY } from '../../calendar/length.ts';

/** How far back the doctor looks at what happened. In milliseconds. */
export const WINDOW = 7 * DAY;

/** What is on record of an incident. */
export interface Recorded {
  readonly number: number;
  readonly record: IncidentRecord;
}

/** What is on record of the incidents that are open, or were closed in the last 7 days: read once, when somebody asks. */
export function recordsIn(
  github: GitHub,
  {
    policyPath,
    incidentLabel,
    now,
  }: { readonly policyPath: string; readonly incidentLabel: string; readonly now: Instant },
): () => Promise<readonly Recorded[]> {
  let read: Promise<readonly Recorded[]> | null = null;
  const ask = async (): Promise<readonly Recorded[]> => {
    const { issues } = await github.read({
      policyPath,
      workflowPath: null,
      incidentLabel,
      subject: null,
      everything: true,
      // What is not labelled is no incident yet, and nobody was told of it.
      touchedSince: now,
      closedSince: now - WINDOW,
      postIncidentLabels: [],
    });
    return withDigests(issues).map((issue) => ({ number: issue.number, record: readOwnMarks(issue).record }));
  };
  return () => (read ??= ask());
}
