import { readIncident, type IncidentReading } from '../capabilities/reading.ts';
import { messageOf } from '../model/error.ts';
import type { Issue } from '../model/issue.ts';
import { distinctLogins } from '../model/login.ts';
import type { Run } from './context.ts';
import { incidentsOf } from './incidents.ts';

/** The most people whose role is asked for: those whose words are no more on record, since there were too many. */
const MOST_ASKED = 20;

/** Asks for the roles of people whose words are read from their comments again. Whoever cannot be asked about has said nothing. */
export async function askAbout(run: Run, issues: readonly Issue[]): Promise<void> {
  const unknown = distinctLogins(issues.flatMap((issue) => unknownIn(issue, run))).slice(0, MOST_ASKED);
  for (const login of unknown) {
    try {
      run.knowledge.roles.set(login.toLowerCase(), await run.github.roleOf(login));
    } catch (error) {
      run.report.failures.push({ issue: null, message: messageOf(error) });
      return;
    }
  }
}

function unknownIn(issue: Issue, run: Run): readonly string[] {
  try {
    return readIncident(issue, run).unknown;
  } catch {
    // Whoever reads it says so.
    return [];
  }
}

/** The incidents that a run has read, as they stand, for who only looks. What cannot be read is told. */
export async function knownReadings(run: Run): Promise<readonly IncidentReading[]> {
  const issues = incidentsOf(run, run.issues, run.report.listed);
  await askAbout(run, issues);
  return issues.flatMap((issue) => {
    try {
      return [readIncident(issue, run)];
    } catch (error) {
      run.report.failures.push({ issue: issue.number, message: messageOf(error) });
      return [];
    }
  });
}
