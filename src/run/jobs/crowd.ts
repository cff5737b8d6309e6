import { crowdQuestion, isCrowdQuestion } from '../../capabilities/membership/crowd.ts';
import { messageOf } from '../../model/error.ts';
import { apply } from '../apply.ts';
import type { Run } from '../context.ts';
import { runWords } from '../words.ts';

/**
 * Asks in one issue about incidents that would all begin at once, and keeps the list in it up to date, which mails nobody. The run is red
 * meanwhile: they wait for somebody. Throws nothing.
 */
export async function askAboutCrowd(run: Run): Promise<void> {
  const { github, policy, repository, inputs, now, looks, report } = run;
  const numbers = report.crowd;
  if (numbers.length === 0) return;
  const label = policy.labels.needsAssessment;
  const { title, body } = crowdQuestion(numbers, { policy, repository, incidentLabel: inputs.label, now });
  const words = runWords(policy.language);
  try {
    const asked = (await github.ownIssues(label)).find((it) => it.state === 'open' && isCrowdQuestion(it));
    let number = asked?.number ?? null;
    if (!asked && !inputs.dryRun) ({ number } = await github.openIssue(title, body, [label], looks));
    else if (asked && asked.body !== body)
      await apply(run, asked, [{ do: 'edit-issue', issue: asked.number, body, why: words.crowdAsked }]);
    if (!asked) report.filed.push({ issue: number, do: 'ask-crowd', what: words.crowdAsked });
    report.failures.push({ issue: number, message: words.crowd(numbers.length, policy.mostNew) });
  } catch (error) {
    report.failures.push({
      issue: null,
      message: `${words.crowd(numbers.length, policy.mostNew)} ${messageOf(error)}`,
    });
  }
}
