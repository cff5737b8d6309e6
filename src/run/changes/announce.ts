import { readChange } from '../../intake/change.ts';
import { GitHubError } from '../../github/port.ts';
import { messageOf } from '../../model/error.ts';
import type { Run } from '../context.ts';
import { announcedWords } from './announced-words.ts';

/**
 * Makes a deployment of GitHub of one that was made elsewhere: the repository is the database, and whoever looks for what changed finds it
 * there with the others. Throws if what was sent cannot be read.
 */
export async function announceChange(run: Run): Promise<void> {
  const { inputs, github, policy, report } = run;
  const change = readChange(inputs.payload, inputs.ref ?? 'HEAD');
  const words = announcedWords[policy.language];
  try {
    if (!inputs.dryRun) await github.announce({ ...change, at: run.now });
    report.filed.push({ issue: null, do: 'announce-change', what: words.done(change.environment, change.ref) });
  } catch (error) {
    const isForbidden = error instanceof GitHubError && error.trouble === 'no-permission';
    report.failures.push({ issue: null, message: isForbidden ? words.noRight : words.failed(messageOf(error)) });
  }
}
