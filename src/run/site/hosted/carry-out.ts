import type { HostedKind, HostedStep, HostedTarget } from '../../../status-page/hosted/target.ts';
import type { HostedWanted } from '../../../status-page/hosted/wanted.ts';
import { HostedError, type HostedLine } from './line.ts';

/**
 * Brings a hosted page to what is wanted: it is read, and what is to be written follows from it; where an answer is lost it is read again.
 * Where one entry is refused the others are told all the same. Throws the first HostedError.
 */
export async function carryOutOnHost(
  kind: HostedKind<HostedWanted, unknown>,
  wanted: HostedWanted,
  target: HostedTarget,
  line: HostedLine,
): Promise<void> {
  const refused = new Map<string, HostedError>();
  // Each time that it is read again has taken some of the patience of the line.
  for (let isAgain = true; isAgain;) {
    const steps = kind.plan(wanted, await kind.read(line.ask, target, wanted), target);
    isAgain = false;
    for (const step of steps) {
      if (refused.has(step.entry)) continue;
      isAgain = (await carry(line, step, refused)) === 'again';
      if (isAgain) break;
    }
  }
  for (const error of refused.values()) throw error;
}

/** Carries out a step. Throws only what no other entry would get around; what is refused of this one is noted. */
async function carry(line: HostedLine, step: HostedStep, refused: Map<string, HostedError>): Promise<'done' | 'again'> {
  try {
    return await line.carry(step);
  } catch (error) {
    if (!(error instanceof HostedError) || isForAll(error)) throw error;
    refused.set(step.entry, error);
    return 'done';
  }
}

/** Whether no other request would fare better: the token is refused, or nobody answers in time. */
function isForAll({ trouble, isPassing }: HostedError): boolean {
  return isPassing || (trouble.what === 'status' && [401, 403].includes(trouble.status));
}
