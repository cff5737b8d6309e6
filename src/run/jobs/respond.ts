import { neighbourOf } from '../../capabilities/duplicates/neighbours.ts';
import { asTakenIn } from '../../capabilities/membership/adoption.ts';
import { crowdIn, isCrowdQuestion } from '../../capabilities/membership/crowd.ts';
import { isIncident } from '../../capabilities/membership/membership.ts';
import { knownLabels, spell } from '../../capabilities/membership/spelling.ts';
import { isPublication } from '../../capabilities/on-call/publication.ts';
import type { Neighbour, Neighbours } from '../../capabilities/situation.ts';
import { messageOf } from '../../model/error.ts';
import type { Issue } from '../../model/issue.ts';
import type { Run } from '../context.ts';
import type { Stop } from '../report.ts';
import { isOver, LONGEST_RUN } from '../time.ts';
import { settleGroup } from '../group.ts';
import { byUrgency, type Queue } from '../order.ts';

/**
 * Does for each incident what is due, the most urgent first: what bears the label of a P0 is done before the others are as much as read.
 * One that fails stops no other.
 */
export async function respond(run: Run): Promise<void> {
  const { policy, trigger, report } = run;
  const subject = trigger.kind === 'issue' ? trigger.issue : null;
  const all = incidentsOf(run);
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
  const neighbours: Neighbours = { all: () => now([urgent(), others()]), alerts: () => now([alerts()]) };

  const left = new Set(incidents.map(({ number }) => number));
  let halts = 0;
  for (const queue of [urgent, others]) {
    for (const failure of queue().failures) {
      report.failures.push(failure);
      left.delete(failure.issue);
    }
    const waiting = [...queue().readings];
    while (waiting.length > 0) {
      // The most urgent is dealt with whatever there is, or a run on a bad day would do nothing at all.
      const why = report.settled.length > 0 ? whyStop(run, queue === urgent) : null;
      if (why !== null) {
        stop(why);
        return;
      }
      const group = waiting.splice(0, sizeOfGroup(run));
      const results = await settleGroup(run, group, neighbours);
      for (const [i, result] of results.entries()) {
        const { number } = group[i]!.issue;
        left.delete(number);
        if (result.status === 'rejected') {
          report.failures.push({ issue: number, message: messageOf(result.reason) });
          continue;
        }
        report.settled.push(result.value);
        settled.set(number, neighbourOf(result.value.situation));
        halts = result.value.halted ? halts + 1 : 0;
      }
      // One incident may have asked for too much; if GitHub refuses the next one as well, it means all.
      if (halts >= MOST_HALTS) {
        stop('asked');
        return;
      }
    }
  }

  function stop(why: Stop): void {
    report.stop = why;
    report.left.push(...left);
  }
}

/** After so many incidents in a row that GitHub would not have, the rest is left for the next run. */
const MOST_HALTS = 2;

/** How many incidents are dealt with side by side: the most urgent by itself, so that it waits for none; few while time or the allowance may end in between. */
function sizeOfGroup({ report, elapsed, github }: Run): number {
  if (report.settled.length === 0) return 1;
  return elapsed() < LONGEST_RUN / 4 && github.allowance() > 0.5 ? 100 : 10;
}

/** The share of the hour's allowance that is kept for the runs after this one; what is not urgent leaves more. */
const RESERVE = { urgent: 0.1, others: 0.25 } as const;

/** Why a run begins nothing more of a kind; null if it goes on. */
function whyStop(run: Run, isUrgent: boolean): Stop | null {
  if (isOver(run)) return 'time';
  return run.github.allowance() < RESERVE[isUrgent ? 'urgent' : 'others'] ? 'allowance' : null;
}

/** The issues that are incidents, as Tocsin sees them; those that are left alone are listed. */
function incidentsOf(run: Run): readonly Issue[] {
  const { policy, inputs, knowledge, report, adoptedAt } = run;
  const known = knownLabels(policy, inputs.label);
  return run.issues
    .map((issue) => spell(issue, known))
    .flatMap((issue) => {
      const taken = asTakenIn(issue, { policy, incidentLabel: inputs.label, adoptedAt });
      if (taken === null && issue.labels.includes(inputs.label)) report.listed.push(issue.number);
      return taken ?? [];
    })
    .filter((issue) => !isPublication(issue) && !isCrowdQuestion(issue))
    .filter((issue) => isIncident(issue, policy, inputs.label, knowledge.headings));
}

/** A value that is worked out when it is first asked for. */
function once<T>(work: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: work() }).value;
}
