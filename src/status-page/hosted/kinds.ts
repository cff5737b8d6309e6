import { cstate } from './cstate.ts';
import { instatus } from './instatus.ts';
import { statuspage } from './statuspage.ts';
import type { HostedKind, TargetType } from './target.ts';
import type { HostedWanted } from './wanted.ts';

/** Every kind of hosted page. To add one, add its file, a line here, and its keys in `capabilities/status-page/targets.ts`. */
export const HOSTED: Readonly<Record<TargetType, HostedKind<HostedWanted, unknown>>> = {
  statuspage: kind(statuspage),
  instatus: kind(instatus),
  cstate: kind(cstate),
};

/** What a kind has read is given to no other. */
function kind<Remote>(it: HostedKind<HostedWanted, Remote>): HostedKind<HostedWanted, unknown> {
  return { ...it, plan: (wanted, remote, target) => it.plan(wanted, remote as Remote, target) };
}
