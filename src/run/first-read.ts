import { DAY } from '../calendar/length.ts';
import { MAINTENANCE_LABEL } from '../capabilities/maintenance/label.ts';
import { LABELS } from '../capabilities/membership/labels.ts';
import type { Instant } from '../calendar/calendar.ts';
import type { GitHub, ReadRequest, Snapshot } from '../github/port.ts';
import { nextSent } from '../github/fetch.ts';
import type { Inputs } from './inputs.ts';
import { readTrigger, type Trigger } from './trigger.ts';

/** How long after its last change a closed incident is still looked at, in milliseconds: its run may have been lost. */
const LATELY = 45 * 24 * 3_600_000;

/** How far back the status page goes after the last change of an incident, in milliseconds: a year has its figures to the end. */
export const SHOWN = 400 * 24 * 3_600_000;

/** How long an open issue is looked at that may be an incident but lacks the label, in milliseconds: its run may be lost too. */
const RECENTLY = 24 * 3_600_000;

/** What the labels of what follows incidents, and of reports, are called unless the policy says otherwise, which is not known before it is read. */
const POST_INCIDENT_LABELS = [LABELS.postMortem.key, LABELS.problem.key, MAINTENANCE_LABEL, LABELS.report.key];

/** What a run about incidents reads first. */
export function readRequest(
  { policy, label, workflow, command, month = '' }: Inputs,
  trigger: Trigger,
  now: Instant,
): ReadRequest {
  // A watch reads every minute, and only what is labelled and open is watched.
  const isWatch = command === 'watch';
  const isSite = command === 'site';
  const isReport = command === 'report';
  return {
    policyPath: policy,
    workflowPath: workflow === null ? null : `.github/workflows/${workflow}`,
    incidentLabel: label,
    subject: trigger.kind === 'issue' ? trigger.issue : null,
    everything: trigger.kind === 'sweep',
    touchedSince: isWatch || isSite || isReport ? now + RECENTLY : now - RECENTLY,
    closedSince: isWatch ? now + RECENTLY : isReport ? reportedSince(month, now) : now - (isSite ? SHOWN : LATELY),
    // A status page shows maintenance, and nothing else of these.
    postIncidentLabels: isSite ? [MAINTENANCE_LABEL] : command === 'run' || isReport ? POST_INCIDENT_LABELS : [],
    peoplesLabel: MAINTENANCE_LABEL,
  };
}

/**
 * Since when what was closed has to do with a month: of the running one if none is named, and of a year, whose other months are on record. The
 * zone of the policy is not known yet, and no zone is a day away.
 */
function reportedSince(month: string, now: Instant): Instant {
  const wanted = /^\d{4}-\d{2}$/.test(month) ? month : new Date(now - DAY).toISOString().slice(0, 7);
  return Date.parse(`${wanted}-01T00:00:00Z`) - DAY;
}

/**
 * The same GitHub, already asked what a run with these inputs reads first; the first `read` gets that answer. Settles when
 * the question is on its way, so that the code which judges the answer can be loaded meanwhile. Throws if the payload is not
 * what GitHub sends.
 */
export async function readAhead(github: GitHub, inputs: Inputs, now: Instant): Promise<GitHub> {
  if (inputs.command !== 'run' && inputs.command !== 'intake') return github;
  const trigger = readTrigger(inputs.event, inputs.payload);
  if (trigger.kind === 'nothing' || trigger.kind === 'check') return github;
  const sent = nextSent();
  let first: Promise<Snapshot> | null = github.read(readRequest(inputs, trigger, now));
  // A failure is told to whoever reads.
  await Promise.race([sent, first.catch(() => null)]);
  return {
    ...github,
    read: (request) => {
      const ahead = first;
      first = null;
      return ahead ?? github.read(request);
    },
  };
}
