import { hearing } from './answers.ts';
import { withIncidents } from './begin.ts';
import type { Run, Start } from './context.ts';
import type { Inputs } from './inputs.ts';
import { advise } from './jobs/advise.ts';
import { checkPolicy } from './jobs/check.ts';
import { askForWatch } from './jobs/ask-for-watch.ts';
import { askAboutCrowd } from './jobs/crowd.ts';
import { buildSite, notePage } from './jobs/site.ts';
import { lookAround } from './jobs/look-around.ts';
import { listen } from './jobs/listen.ts';
import { followUp, keepRecordsJob, knowingPostMortems } from './jobs/post-incident.ts';
import { remind } from './jobs/remind.ts';
import { publishOnCall } from './jobs/on-call.ts';
import { makeFigures, reportMonth } from './jobs/reports.ts';
import { prepareReview } from './jobs/review.ts';
import { beat } from './jobs/heartbeat.ts';
import { respond } from './jobs/respond.ts';
import { noteWorkload } from './jobs/workload.ts';
import { tellPunctuality } from './jobs/punctuality.ts';
import { updateLabels } from './jobs/sync.ts';

import { newReport, type Report } from './report.ts';
import { keepWatch } from './watch/watch.ts';
import { readTrigger, type Trigger } from './trigger.ts';

/** People first: what is outside of incidents is looked at when everybody has been told. */
async function respondAndLook(run: Run): Promise<void> {
  await respond(run);
  await lookAround(run);
}

/** What each command does. To add a job, add a file and put it where it belongs here. */
const COMMANDS: Readonly<Record<Inputs['command'], (start: Start) => Promise<Report>>> = {
  run: withIncidents(
    knowingPostMortems(hearing(respondAndLook), listen),
    keepRecordsJob,
    followUp,
    noteWorkload,
    notePage,
    askForWatch,
    remind,
    askAboutCrowd,
    beat,
    publishOnCall,
    prepareReview,
    reportMonth,
    tellPunctuality,
    advise,
  ),
  intake: withIncidents(async (run) => (await import('./jobs/intake.ts')).fileAlerts(run)),
  check: checkPolicy,
  sync: updateLabels,
  // Few runs ask the doctor, and none of the others loads it.
  doctor: async (start) => (await import('./jobs/doctor.ts')).examine(start),
  watch: keepWatch,
  site: withIncidents(buildSite),
  report: withIncidents(knowingPostMortems(makeFigures)),
  // On a runner it is loaded alone: see `main.ts`.
  gate: async (start) => (await import('./jobs/gate.ts')).guard(start),
};

/**
 * One run, from the trigger to the report. Its `now` is the one reading of the clock. Throws only if nothing could be read: what else
 * fails is in the report.
 */
export async function run(start: Omit<Start, 'trigger'>): Promise<Report> {
  const { inputs } = start;
  // These look at the whole repository, whatever started the run.
  const isWhole = ['sync', 'doctor', 'watch', 'site', 'report', 'gate'].includes(inputs.command);
  const trigger: Trigger = isWhole ? { kind: 'sweep' } : readTrigger(inputs.event, inputs.payload);
  if (trigger.kind === 'nothing') return newReport(inputs.dryRun, { idle: trigger.why });
  const command = trigger.kind === 'check' ? 'check' : inputs.command;
  return COMMANDS[command]({ ...start, trigger });
}
