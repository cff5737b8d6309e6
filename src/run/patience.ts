import type { Sleep } from '../github/octokit.ts';
import type { Inputs } from './inputs.ts';

/** How long a gate may take, in milliseconds: a deployment waits for it. */
export const GATE_PATIENCE = 10_000;

/** How a run waits for GitHub. A gate does not where it would take too long: it says that it could not look, and lets go on. */
export function patient({ command }: Pick<Inputs, 'command'>, sleep: Sleep, elapsed: () => number): Sleep {
  if (command !== 'gate') return sleep;
  return (ms) => (elapsed() + ms > GATE_PATIENCE ? Promise.reject(new Error('no time to wait')) : sleep(ms));
}
