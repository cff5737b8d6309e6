import type { HostedKind, Step, Target } from '../../../status-page/hosted/target.ts';
import type { Wanted } from '../../../status-page/hosted/wanted.ts';
import { HostedError, type Line } from './line.ts';

/**
 * Brings a hosted page to what is wanted: it is read, and what is to be written follows from it; where an answer is lost it is read again.
 * Where one entry is refused the others are told all the same. Throws the first HostedError.
 */
export async function carryOut(
  kind: HostedKind<Wanted, unknown>,
  wanted: Wanted,
  target: Target,
  line: Line,
): Promise<void> {
  const refused = new Set<string>();
  let first: HostedError | null = null;
  const fails = (step: Step, error: unknown): void => {
    if (!(error instanceof HostedError) || isForAll(error)) throw error;
    refused.add(step.entry);
    first ??= error;
  };
  // Each time that it is read again has taken some of the patience of the line.
  for (;;) {
    const steps = kind.plan(wanted, await kind.read(line.ask, target, wanted), target);
    let isAgain = false;
    for (const step of steps) {
      if (refused.has(step.entry)) continue;
      const done = await line.carry(step).catch((error: unknown) => {
        fails(step, error);
        return 'done' as const;
      });
      isAgain = done === 'again';
      if (isAgain) break;
    }
    if (!isAgain) break;
  }
  if (first !== null) throw first as HostedError;
}

/** Whether no other request would fare better: the token is refused, or nobody answers in time. */
function isForAll({ trouble, isPassing }: HostedError): boolean {
  return isPassing || (trouble.what === 'status' && [401, 403].includes(trouble.status));
}
