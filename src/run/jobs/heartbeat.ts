import { messageOf } from '../../model/error.ts';
import { duration, instant } from '../../text/time.ts';
import type { Run } from '../context.ts';
import { runWords } from '../words.ts';

/**
 * Who watches Tocsin: a full sweep calls the heartbeat address of the policy, so that a dead man's switch notices when none comes;
 * a run that an event starts says when the last scheduled sweep is older than the policy allows. What fails here is in the report
 * and hinders nothing.
 */
export async function beat({ policy, inputs, github, pager, now, trigger, report }: Run): Promise<void> {
  const { heartbeat, language, zone } = policy;
  const words = runWords(language);
  const say = (message: string): void => void report.failures.push({ issue: null, message });
  if (trigger.kind === 'sweep') {
    if (heartbeat.url === null || inputs.dryRun || report.stop !== null) return;
    const sent = await pager.beat(heartbeat.url, language);
    if (!sent.ok) say(words.noHeartbeat(sent.why));
    return;
  }
  if (heartbeat.sweepWithin === null || inputs.workflow === null) return;
  const { ms, text } = heartbeat.sweepWithin;
  try {
    const [run] = await github.runs(inputs.workflow, { event: 'schedule', most: 1 });
    const last = run?.createdAt;
    if (last === undefined) say(words.neverSwept(text));
    else if (now - last > ms)
      say(words.staleSweep(instant({ language, zone }, last), duration(language, now - last), text));
  } catch (error) {
    say(words.sweepUnknown(messageOf(error)));
  }
}
