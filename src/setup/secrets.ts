import { parse } from 'yaml';
import type { Policy } from '../capabilities/policy.ts';
import { POLICY_FILE, policyPaths } from '../policy/file.ts';

/** What of a workflow counts here; people write it, so anything may be anywhere. */
interface Node {
  readonly env?: Node;
  readonly jobs?: Node;
  readonly steps?: readonly unknown[];
  readonly with?: Node;
  readonly uses?: unknown;
  readonly policy?: unknown;
  readonly command?: unknown;
}

/**
 * By the name of a notifier, the first of its secrets that a workflow does not pass on to the step that tells people under this policy. Of a
 * workflow that is none of Tocsin, or is for another policy, nothing is known, and so nothing is said.
 */
export function lackingSecrets(
  { notifiers, publicNotifiers }: Pick<Policy, 'notifiers' | 'publicNotifiers'>,
  policyFile: string,
  workflow: string,
): ReadonlyMap<string, string> {
  const passed = variablesIn(workflow, policyFile);
  if (passed === null) return new Map();
  return new Map(
    [...notifiers, ...publicNotifiers].flatMap(({ name, secrets }) => {
      const missing = Object.values(secrets).find((secret) => !passed.has(secret));
      return missing === undefined ? [] : [[name, missing] as const];
    }),
  );
}

/** The variables that the steps which tell people have; null if there is no such step. */
function variablesIn(text: string, policyFile: string): ReadonlySet<string> | null {
  const workflow = nodeOf(read(text));
  const telling = Object.values(nodeOf(workflow.jobs)).flatMap((it) => {
    const job = nodeOf(it);
    const steps = Array.isArray(job.steps) ? job.steps.map(nodeOf) : [];
    return steps.filter((step) => isTelling(step, policyFile)).map((step) => [workflow, job, step]);
  });
  if (telling.length === 0) return null;
  return new Set(telling.flat().flatMap(({ env }) => Object.keys(nodeOf(env))));
}

function isTelling({ uses, with: inputs }: Node, policyFile: string): boolean {
  const { policy = POLICY_FILE, command = 'run' } = nodeOf(inputs);
  const isTocsin = typeof uses === 'string' && /(?:^|\/)tocsin@/.test(uses);
  // One that lets people choose does, unless they choose something else.
  const isApart = ['intake', 'check', 'sync', 'site', 'report'].includes(String(command));
  return isTocsin && !isApart && policyPaths(String(policy)).includes(policyFile);
}

function nodeOf(value: unknown): Node {
  return typeof value === 'object' && value !== null ? value : {};
}

/** A workflow that is broken is told of by GitHub. */
function read(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
