import type { Instant } from '../calendar/calendar.ts';
import type { GitHub } from '../github/port.ts';
import { livePager } from '../notify/live.ts';
import type { Inputs } from './inputs.ts';
import { messageOf } from '../model/error.ts';
import { publish } from './publish.ts';
import { newReport } from './report.ts';
import { run } from './run.ts';

/** One run in the runner's process, with its report. */
export async function perform(inputs: Inputs, github: GitHub, now: Instant): Promise<void> {
  await publish(await run(inputs, github, livePager(process.env), now));
}

/** The report of a run that could read nothing: still a summary and outputs, so that whatever reads them finds what it expects. */
export async function reportFailure(error: unknown): Promise<void> {
  await publish(newReport(false, { failures: [{ issue: null, message: messageOf(error) }] }));
}
