import { reachWarnings } from '../../capabilities/escalation/reach.ts';
import type { Run } from '../context.ts';
import { isFirstOfDay } from '../first-of-day.ts';
import { runWords } from '../words.ts';

/**
 * Says which labels of incidents are gone from the repository, though they stand; and once a day where the policy, though in order,
 * notifies nobody: in the first scheduled run of a day, since a warning in every run is read by nobody.
 */
export async function advise(run: Run): Promise<void> {
  const { policy, repository, now, trigger, report } = run;
  report.advice.push(...lostLines(run));
  if (trigger.kind !== 'sweep' || report.inForce?.instead) return;
  const warnings = reachWarnings(policy, repository.ownedByPerson, now);
  if (warnings.length > 0 && (await isFirstOfDay(run))) report.advice.push(...warnings);
}

/** The most incidents that a line names. */
const SHOWN = 20;

function lostLines({ policy, report }: Run): readonly string[] {
  const byLabel = new Map<string, number[]>();
  for (const { situation, lostLabels } of report.settled) {
    for (const label of lostLabels)
      byLabel.set(label, [...(byLabel.get(label) ?? []), situation.incident.issue.number]);
  }
  return [...byLabel].map(([label, numbers]) => {
    const list = numbers.slice(0, SHOWN).map((it) => `#${it}`);
    return runWords(policy.language).lostLabel(label, `${list.join(', ')}${numbers.length > SHOWN ? ', …' : ''}`);
  });
}
