import { reachWarnings } from '../../capabilities/escalation/reach.ts';
import { loadPolicy } from '../../capabilities/load.ts';
import type { Policy } from '../../capabilities/policy.ts';
import { readPolicy } from '../../policy/file.ts';
import type { Start } from '../context.ts';
import { newReport, type Report } from '../report.ts';

/** Whether the schedule, as it was in the last 7 days, is too late for the policy; nothing where the token may not see that. */
async function lagWarnings({ github, now }: Pick<Start, 'github' | 'now'>, policy: Policy): Promise<readonly string[]> {
  try {
    const { punctualityOf } = await import('./doctor.ts');
    return (await punctualityOf({ github, policy, now, records: [] })).warnings;
  } catch {
    return [];
  }
}

/** Checks the policy and the issue forms made from it, as they are on a pull request or on the default branch. */
export async function checkPolicy({ inputs, github, trigger, now }: Start): Promise<Report> {
  const { policy: named, label } = inputs;
  const ref = trigger.kind === 'check' ? trigger.ref : 'HEAD';
  const read = (path: string): Promise<string | null> => github.readFile(ref, path);
  const { file, text, problems } = await readPolicy(named, read);
  const loaded = await loadPolicy(text, file);
  // The forms are made where few runs come.
  const { formProblems } = await import('./doctor.ts');
  return newReport(false, {
    language: loaded.ok ? loaded.policy.language : null,
    advice: loaded.ok
      ? [...reachWarnings(loaded.policy, null, now), ...(await lagWarnings({ github, now }, loaded.policy))]
      : [],
    idle: { reason: text === null ? 'no-policy' : 'checked', file },
    problems: [...problems, ...(loaded.ok ? [] : loaded.problems), ...(await formProblems(text, file, label, read))],
  });
}
