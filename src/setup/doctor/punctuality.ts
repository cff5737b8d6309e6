import type { Policy } from '../../capabilities/policy.ts';
import type { GitHub } from '../../github/port.ts';
import type { Instant } from '../../calendar/calendar.ts';
import { deliveryFindings, noticedLate } from './lag.ts';
import type { Recorded } from './records.ts';
import { doctorWords } from './words.ts';
import { tocsinWorkflows } from './workflows.ts';

/** What is said of how punctual the schedule is, and what of it is a warning. */
interface Punctuality {
  readonly notes: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * How punctual the schedule has been for a policy, as the doctor says it: for the summary of a run, and the check of a policy. Says nothing
 * where the token may not see it. Throws a GitHubError for what else fails.
 */
export async function punctualityOf({
  github,
  policy,
  now,
  records,
}: {
  readonly github: GitHub;
  readonly policy: Policy;
  readonly now: Instant;
  readonly records: readonly Recorded[];
}): Promise<Punctuality> {
  const { language } = policy;
  const words = doctorWords(language);
  const workflows = tocsinWorkflows(await github.filesIn('.github/workflows'));
  const ground = { github, policy, now, language, words, workflows, records: () => Promise.resolve(records) };
  const findings = [...(await deliveryFindings(ground)), ...(await noticedLate(ground))];
  return {
    notes: findings.filter(({ result }) => result !== 'warn').map(({ what }) => what),
    warnings: findings
      .filter(({ result }) => result === 'warn')
      .map(({ what, mend }) => (mend === null ? what : `${what} ${words.mend(mend)}`)),
  };
}
