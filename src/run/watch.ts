import type { Instant } from '../calendar/calendar.ts';
import type { GitHub } from '../github/port.ts';
import { messageOf } from '../model/error.ts';
import type { Inputs } from './inputs.ts';
import { duration, instant } from '../text/time.ts';
import { wordsOf } from '../capabilities/words.ts';
import type { Pager } from '../notify/send.ts';
import type { Policy } from '../capabilities/policy.ts';
import type { Report } from './report.ts';

/**
 * Who watches Tocsin: a full sweep calls the heartbeat address of the policy, so that a dead man's switch notices when none comes;
 * a run that an event starts says when the last scheduled sweep is older than the policy allows. What fails here is in the report
 * and hinders nothing.
 */
export async function watch(
  report: Report,
  isSweep: boolean,
  { heartbeat, language, zone }: Policy,
  inputs: Inputs,
  github: GitHub,
  pager: Pager,
  now: Instant,
): Promise<void> {
  const words = wordsOf(language).report;
  const say = (message: string): void => void report.failures.push({ issue: null, message });
  if (isSweep) {
    if (heartbeat.url === null || inputs.dryRun || report.left.length > 0) return;
    const sent = await pager.beat(heartbeat.url, language);
    if (!sent.ok) say(words.noHeartbeat(sent.why));
    return;
  }
  if (heartbeat.sweepWithin === null || inputs.workflow === null) return;
  const { ms, text } = heartbeat.sweepWithin;
  try {
    const last = await github.lastScheduled(inputs.workflow);
    if (last === null) say(words.neverSwept(text));
    else if (now - last > ms)
      say(words.staleSweep(instant({ language, zone }, last), duration(language, now - last), text));
  } catch (error) {
    say(words.sweepUnknown(messageOf(error)));
  }
}
