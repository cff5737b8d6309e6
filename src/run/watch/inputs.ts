import type { Inputs } from '../inputs.ts';

/* What the workflow is started with, as its event tells it: the inputs of the workflow, not those of the Action. */

const inputOf = ({ event, payload }: Inputs, name: string): unknown =>
  event === 'workflow_dispatch'
    ? (payload as { readonly inputs?: Readonly<Record<string, unknown>> | null } | null)?.inputs?.[name]
    : undefined;

/** Whether the run is one that watches, and was started as such. */
export function isWatchRun(inputs: Inputs): boolean {
  return inputOf(inputs, 'command') === 'watch';
}

/** Whether a watch that ends has started the run: it is still under way as GitHub tells it. */
export function isAfterWatch(inputs: Inputs): boolean {
  return inputOf(inputs, 'watch-ended') === 'true';
}

/** How a watch starts another run: to do what is due, because it ends, or to go on in its place. */
export const STARTS = {
  due: { command: 'run' },
  ended: { command: 'run', 'watch-ended': 'true' },
  successor: { command: 'watch' },
} as const;
