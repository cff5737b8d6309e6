import type { Permission } from '../../github/port.ts';
import { fail, ok, warn, type Check, type Finding } from './check.ts';

const PERMISSIONS: readonly Permission[] = ['contents: read', 'issues: write', 'metadata: read', 'actions: read'];

/** What the token may do, one permission after the other. */
export const permissionsCheck: Check = async ({ github, policy, variables, words: { permissions: words } }) => {
  const findings: Finding[] = [];
  for (const permission of PERMISSIONS) {
    const said = await github.refusalOf(permission);
    if (said === null) {
      findings.push(ok(words.granted(permission)));
      continue;
    }
    // In a terminal the token is somebody's own; the permissions of jobs stand in the workflow.
    const inJob = permission === 'metadata: read' ? words.app : words.inJob(permission);
    const mend = variables === null ? words.inToken(permission) : inJob;
    // Only a policy with `sweep-within` fails without it.
    const isNeeded = permission !== 'actions: read' || (policy !== null && policy.heartbeat.sweepWithin !== null);
    findings.push((isNeeded ? fail : warn)(words.refused(permission, said), mend));
  }
  return findings;
};
