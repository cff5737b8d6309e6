import type { Instant } from '../../calendar/calendar.ts';
import { normal } from '../../capabilities/alerts/log.ts';
import { wordsOf } from '../../capabilities/words.ts';
import type { Alert } from '../../intake/alert.ts';
import { messageOf } from '../../model/error.ts';
import { inline } from '../../text/foreign.ts';
import { instant } from '../../text/time.ts';
import type { Run } from '../context.ts';
import { respond } from './respond.ts';

/** Names the incident that says that the monitoring is silent. */
const KEY = 'tocsin: monitoring is silent';

/** What a dispatch of a monitoring system is called: the workflow gives its runs the name of their event. */
const DISPATCH = 'tocsin-alert';

/**
 * Opens an incident when the monitoring that should always be heard is silent, and records on it that it is back. A dead man's switch in
 * the other direction than the heartbeat: that one watches Tocsin. What fails here is in the report and hinders nothing.
 */
export async function listen(run: Run): Promise<void> {
  const { policy, inputs, now, report, adoptedAt, knowledge, trigger } = run;
  const { silentAfter, from } = policy.tick;
  // A run of an event has not read all incidents, and would open another one.
  if (silentAfter === null || inputs.workflow === null || trigger.kind !== 'sweep') return;
  // What is opened before the policy is in force is left alone, and tells nobody.
  if (policy.enforceFrom !== null && now < policy.enforceFrom) return;
  try {
    const last = await lastAlert(run, inputs.workflow, now - silentAfter);
    const heard = last ?? adoptedAt;
    if (heard === null) return;
    const { fileEach, filingsOf, registerOf } = await import('./intake.ts');
    const register = registerOf(run.issues, policy, knowledge);
    const firing = register
      .of(KEY)
      .flatMap(({ log }) => log.firings)
      .find(({ to }) => to === null);
    const since = heard + silentAfter;
    const isSilent = now >= since;
    if (!isSilent && firing === undefined) return;
    const alert = silence(
      run,
      from,
      last,
      isSilent ? { from: firing?.from ?? since, to: null } : { from: firing!.from, to: heard },
    );
    const filings = filingsOf(alert, register, policy);
    if (filings.every((it) => it.do === 'nothing')) return;
    await fileEach(run, [{ alert, filings }]);
    if (inputs.dryRun) return;
    // Whom it concerns hears of it in this run.
    const known = new Set(run.issues.map(({ number }) => number));
    const changed = new Set(filings.flatMap((it) => (it.do === 'add' ? [it.issue.number] : [])));
    const again = await run.readAgain();
    await respond({ ...run, issues: again.filter(({ number }) => !known.has(number) || changed.has(number)) });
  } catch (error) {
    report.failures.push({ issue: null, message: wordsOf(policy.language).tick.unseen(messageOf(error)) });
  }
}

/** When the last alert came: of those since an instant, or else as far back as one look goes; null if there is none. */
async function lastAlert({ github }: Run, workflow: string, since: Instant): Promise<Instant | null> {
  const event = 'repository_dispatch' as const;
  const isAlert = ({ title }: { readonly title: string }): boolean => title === DISPATCH;
  const lately = (await github.runs(workflow, { event, since })).find(isAlert);
  const last = lately ?? (await github.runs(workflow, { event, most: 100 })).find(isAlert);
  return last?.createdAt ?? null;
}

/** What is filed about it, as an alert like any other. */
function silence(
  { policy, now }: Run,
  names: readonly string[],
  last: Instant | null,
  time: { readonly from: Instant; readonly to: Instant | null },
): Alert {
  const { silent } = wordsOf(policy.language).tick;
  const { priority } = policy.tick;
  const at = last === null ? null : instant({ language: policy.language, zone: policy.zone, today: now }, last);
  return {
    key: KEY,
    title: silent.title,
    description: silent.body(names.map((it) => inline(it)).join(', '), at),
    source: silent.source,
    priority,
    gravity: { severity: null, priority },
    facts: { originator: silent.source, time: new Date(time.from).toISOString().replace('.000', '') },
    links: [],
    firings: [normal({ alert: KEY, ...time })],
  };
}
