import { neighbourOf } from '../../capabilities/duplicates/neighbours.ts';
import { crowdIn } from '../../capabilities/membership/crowd.ts';
import type { IncidentReading } from '../../capabilities/reading.ts';
import type { Neighbour, Neighbours } from '../../capabilities/situation.ts';
import { messageOf } from '../../model/error.ts';
import type { Issue } from '../../model/issue.ts';
import { once } from '../../model/once.ts';
import type { Run } from '../context.ts';
import { incidentsOf } from '../incidents.ts';
import type { Settled, Stop } from '../report.ts';
import { LOOK_AGAIN, sizeOfGroup, whyStop } from '../budget.ts';
import { OutOfTime, settleGroup } from '../group.ts';
import { byUrgency, type Queue } from '../order.ts';

/**
 * Does for each incident what is due, the most urgent first: what bears the label of a P0 is done before the others are as much as read.
 * One that fails stops no other.
 */
export async function respond(run: Run): Promise<void> {
  const { policy, trigger, report } = run;
  const subject = trigger.kind === 'issue' ? trigger.issue : null;
  const all = incidentsOf(run, run.issues, report.listed);
  const crowd = crowdIn(all, { policy, subject, now: run.now });
  report.crowd.push(...[...crowd].sort((a, b) => a - b));
  const incidents = all.filter(({ number }) => !crowd.has(number));
  const isUrgent = ({ labels }: Issue): boolean => labels.includes(policy.priorities.P0.label);

  const urgent = once(() => byUrgency(incidents.filter(isUrgent), run, subject));
  const others = once(() =>
    byUrgency(
      incidents.filter((issue) => !isUrgent(issue)),
      run,
      subject,
    ),
  );
  const alerts = once(() =>
    byUrgency(
      incidents.filter(({ own }) => own),
      run,
      subject,
    ),
  );
  /** How they stand by now, by number. */
  const settled = new Map<number, Neighbour>();
  const now = (queues: readonly Queue[]): readonly Neighbour[] =>
    queues
      .flatMap(({ neighbours }) => neighbours)
      .map((it) => settled.get(it.number) ?? it)
      .sort((a, b) => a.number - b.number);
  /** What has come while the run went on. */
  const late: Queue[] = [];
  const neighbours: Neighbours = { all: () => now([urgent(), others(), ...late]), alerts: () => now([alerts()]) };

  const left = new Set(incidents.map(({ number }) => number));
  let halts = 0;
  let lookedAt = run.elapsed();
  let each: number | null = null;
  for (const queue of [urgent, others]) {
    for (const failure of queue().failures) {
      report.failures.push(failure);
      left.delete(failure.issue);
    }
    let waiting = queue().readings;
    while (waiting.length > 0) {
      if (queue === others && run.elapsed() - lookedAt >= LOOK_AGAIN) {
        lookedAt = run.elapsed();
        late.push(await arrived());
        const numbers = new Set(late.at(-1)!.readings.map(({ issue }) => issue.number));
        waiting = [...late.at(-1)!.readings, ...waiting.filter(({ issue }) => !numbers.has(issue.number))];
      }
      const isFirst = isP0(waiting[0]!);
      // The most urgent is dealt with whatever there is, or a run on a bad day would do nothing at all.
      const why = report.settled.length > 0 ? whyStop(run, isFirst) : null;
      if (why !== null) {
        stop(why);
        return;
      }
      const end = waiting.findIndex((it) => isP0(it) !== isFirst);
      const group = waiting.slice(
        0,
        Math.min(sizeOfGroup(each, run.github.allowance()), end < 0 ? waiting.length : end),
      );
      waiting = waiting.slice(group.length);
      const begun = run.elapsed();
      let isLate = false;
      const results = await settleGroup(run, group, neighbours);
      for (const [i, result] of results.entries()) {
        const { number } = group[i]!.issue;
        isLate ||= result.status === 'rejected' && result.reason instanceof OutOfTime;
        if (result.status === 'rejected' && result.reason instanceof OutOfTime) continue;
        left.delete(number);
        if (result.status === 'rejected') {
          report.failures.push({ issue: number, message: messageOf(result.reason) });
          continue;
        }
        note(result.value);
        settled.set(number, neighbourOf(result.value.situation));
        const { halted, done } = result.value;
        if (halted) halts += 1;
        // Whatever had nothing to write says nothing of what GitHub would have.
        else if (done.length > 0 && halts < MOST_HALTS) halts = 0;
      }
      each = (run.elapsed() - begun) / group.length;
      if (isLate) {
        stop('time');
        return;
      }
      // One incident may have asked for too much; if GitHub refuses the next one as well, it means all.
      if (halts >= MOST_HALTS) {
        stop('asked');
        return;
      }
    }
  }

  /** The P0s that were none when the run read the issues, and are to begin in it; none if they cannot be read. */
  async function arrived(): Promise<Queue> {
    const issues = await run.readAgain().catch(() => []);
    const present = incidentsOf(run, issues, []);
    const held = crowdIn(present, { policy, subject, now: run.now });
    const before = new Set(incidents.filter(isUrgent).map(({ number }) => number));
    const seen = new Set(late.flatMap(({ readings }) => readings.map(({ issue }) => issue.number)));
    const isNew = ({ number }: Issue): boolean => ![before, seen, held].some((all) => all.has(number));
    return byUrgency(
      present.filter((issue) => isUrgent(issue) && isNew(issue)),
      run,
      subject,
    );
  }

  /** Puts on the report what was done, with what was done before if an incident has become a P0 meanwhile. */
  function note(value: Settled): void {
    const { number } = value.situation.incident.issue;
    const at = report.settled.findIndex(({ situation }) => situation.incident.issue.number === number);
    const [before] = at < 0 ? [] : report.settled.splice(at, 1);
    report.settled.push(before ? { ...value, done: [...before.done, ...value.done] } : value);
  }

  function stop(why: Stop): void {
    report.stop = why;
    report.left.push(...[...left].sort((a, b) => a - b));
  }
}

const isP0 = ({ incident }: IncidentReading): boolean => incident.priority.current === 'P0';

/** After so many incidents in a row that GitHub would not have, the rest is left for the next run. */
const MOST_HALTS = 2;
