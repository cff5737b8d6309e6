import { gradeOf, isGraver } from '../../capabilities/alerts/grade.ts';
import { alertCountOf, knows, mergeLogs, withServices } from '../../capabilities/alerts/log.ts';
import { readAlertLog, withLog } from '../../capabilities/alerts/log-mark.ts';
import type { Policy } from '../../capabilities/policy.ts';
import { wordsOf } from '../../capabilities/words.ts';
import { SECOND } from '../../calendar/length.ts';
import { GitHubError, isUnanswered } from '../../github/port.ts';
import { readAlerts, type Alert } from '../../intake/alert.ts';
import { allot, MOST_ALONE } from '../../intake/allot.ts';
import { tellsOfChange } from '../../intake/change.ts';
import { filingsOf, type Filing } from '../../intake/filing.ts';
import { textOrHidden } from '../../intake/hidden.ts';
import { alertBody, newLog, servicesNamed, servicesOfEach } from '../../intake/incident.ts';
import { registerOf } from '../../intake/register.ts';
import { messageOf } from '../../model/error.ts';
import { plain } from '../../text/foreign.ts';
import { announceChange } from '../changes/announce.ts';
import type { Run } from '../context.ts';
import { settle, type Carried, type Settling } from '../settle.ts';

export { filingsOf, registerOf };

/** How often one filing is tried when answers are lost, or another run writes at the same time. */
const ATTEMPTS = 3;

/**
 * Files the alerts of an event: counts them on the incident that they belong to, or opens one. What else is due is left to the
 * run that follows: an alert's payload exists nowhere else, so this does nothing that could hold it up. Throws only if no key
 * can be read; whatever else fails is in the report, and does not stop the other alerts.
 */
export async function fileAlerts(run: Run): Promise<void> {
  const { inputs, policy, knowledge, now, report } = run;
  if (tellsOfChange(inputs.event, inputs.payload)) return announceChange(run);
  const reading = readAlerts(inputs.payload, inputs.event, policy, now);
  const words = wordsOf(policy.language).alert;
  report.failures.push(...reading.problems.map((message) => ({ issue: null, message })));

  if (reading.ticks.length > 0)
    report.filed.push({ issue: null, do: 'tick', what: wordsOf(policy.language).tick.came(reading.ticks.join(', ')) });
  if (reading.alerts.length === 0) return;

  const { allotted, sharing } = allot(reading, registerOf(run.issues, policy, knowledge), policy);
  if (sharing > 0) report.advice.push(words.sharing.advice(sharing, MOST_ALONE));
  await fileEach(run, allotted);
}

/** Files alerts, each where it belongs, and says on the report what became of each. Never throws. */
export async function fileEach(
  run: Run,
  allotted: readonly { readonly alert: Alert; readonly filings: readonly Filing[] }[],
): Promise<void> {
  const { inputs, policy, report } = run;
  const words = wordsOf(policy.language).alert;
  let halted: string | null = null;
  for (const { alert, filings } of allotted) {
    for (const filing of filings) {
      try {
        if (halted !== null) throw new Error(halted);
        const number = inputs.dryRun ? numberOf(filing) : await file(run, alert, filing);
        report.filed.push({ issue: number, what: describe(run, alert, filing) });
      } catch (error) {
        const message = messageOf(error);
        // GitHub asks to stop: what is left would only be refused as well, each after its own wait.
        if (error instanceof GitHubError && error.trouble === 'rate-limited') halted = message;
        const key = textOrHidden(policy, alert, plain(alert.key));
        report.failures.push({ issue: numberOf(filing), message: words.notFiled(key, message) });
      }
    }
  }
}

/** What is still to be done about a filing: nothing, once the number of the incident that has it is known. */
type Place = Filing | { readonly do: 'opened'; readonly number: number };
type Opening = Extract<Filing, { readonly do: 'open' }>;
type Addition = Extract<Filing, { readonly do: 'add' }>;

/** Settles one filing, and gives the number of its incident. Throws, in words for people, unless the incident surely has it. */
async function file(run: Run, alert: Alert, filing: Filing): Promise<number> {
  const { github, policy, knowledge, inputs, looks } = run;
  const words = wordsOf(policy.language).alert;
  const services = servicesOfEach(alert, policy);

  async function open(opening: Opening): Promise<Carried<Place>> {
    const labels = [
      inputs.label,
      ...(alert.priority ? [policy.priorities[alert.priority].label] : []),
      ...servicesNamed(alert, policy),
    ];
    const told = { ...alert, firings: opening.firings };
    const log = withServices(newLog(told, run.now), services, run.now);
    const body = alertBody(told, log, opening.follows, run);
    try {
      const { number } = await github.openIssue(titleOf(policy, alert), body, labels, looks);
      return { subject: { do: 'opened', number }, refused: [], lost: null };
    } catch (error) {
      if (!isUnanswered(error)) throw error;
      return { subject: opening, refused: [], lost: error };
    }
  }

  /** Writes firings into the mark of an incident, and looks whether they are there: another run may write at the same time. */
  async function add(addition: Addition): Promise<Carried<Place>> {
    const { issue, firings, graver } = addition;
    const grades = graver === null ? [] : [gradeOf(graver, run.now)];
    // What it was opened with is told by its labels, whichever run is ahead of the other.
    const since = Math.max(run.now, issue.openedAt + SECOND);
    const log = readAlertLog(issue);
    if (log === null) throw new Error(words.unmarked(issue.number));
    try {
      await github.editBody(issue, withLog(issue, withServices(mergeLogs(log, firings, grades), services, since)));
    } catch (error) {
      if (!isUnanswered(error)) throw error;
    }
    const seen = await github.readIssue(issue.id);
    if (seen === null) throw new Error(words.unmarked(issue.number));
    const written = readAlertLog(seen);
    const isThere =
      written !== null &&
      firings.every((it) => knows(written, it)) &&
      grades.every((it) => !isGraver(it, written.grades ?? [])) &&
      withServices(written, services, since) === written;
    return {
      subject: isThere ? { do: 'nothing', issue: seen } : { ...addition, issue: seen },
      refused: [],
      lost: null,
    };
  }

  const settling: Settling<Place, Opening | Addition> = {
    mostRounds: ATTEMPTS,
    fail: (message) => void run.report.failures.push({ issue: numberOf(filing), message }),
    decide: (place) => ({ plan: place.do === 'open' || place.do === 'add' ? place : null, unknown: [] }),
    carryOut: (_, plan) => (plan.do === 'open' ? open(plan) : add(plan)),
    /** Whether an incident was opened shows among the others. */
    async read(place) {
      if (place.do !== 'open') return place;
      const register = registerOf(await run.readAgain(), policy, knowledge);
      return filingsOf({ ...alert, firings: place.firings }, register, policy)[0] ?? place;
    },
  };
  const { subject, lost } = await settle(settling, filing, run);
  if (subject.do === 'opened') return subject.number;
  if (subject.do === 'nothing') return subject.issue.number;
  throw subject.do === 'open' ? lost! : new Error(words.unwritten(subject.issue.number));
}

/** What was done about a filing, for people. */
function describe({ policy }: Run, alert: Alert, filing: Filing): string {
  const words = wordsOf(policy.language).alert;
  if (filing.do === 'open') return words.filed(textOrHidden(policy, alert, titleOf(policy, alert)), filing.follows);
  const { number } = filing.issue;
  const key = textOrHidden(policy, alert, plain(alert.key));
  if (filing.do === 'nothing') return words.known(number, key);
  const count = alertCountOf(mergeLogs(readAlertLog(filing.issue)!, filing.firings));
  if (filing.graver !== null && !filing.isNew) return words.graver(number, key);
  return filing.isNew ? words.counted(number, key, count) : words.ended(number, key);
}

/** The title of the incident, never empty: GitHub takes none that is, and the alert would be lost. */
function titleOf({ language }: Policy, { title, key }: Alert): string {
  return plain(title, 250) || plain(key) || wordsOf(language).alert.intro;
}

function numberOf(filing: Filing): number | null {
  return filing.do === 'open' ? null : filing.issue.number;
}
