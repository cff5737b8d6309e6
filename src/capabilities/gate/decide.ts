import type { Instant } from '../../calendar/calendar.ts';
import type { Moment } from '../../model/moment.ts';
import { servicesOf } from '../impact/impact.ts';
import type { Incident } from '../incident.ts';
import type { Policy } from '../policy.ts';

/** What is left of the error budget of a service. */
export interface Budget {
  /** As a share of it; below 0 when more than all of it is spent. */
  readonly left: number;
  readonly asOf: Instant;
  /** Where its figures are. */
  readonly link: string;
}

/** The budget of a service that is spent. */
export interface Spent extends Budget {
  readonly service: string;
}

/** What a gate is asked. */
export interface GateQuestion {
  readonly incidents: readonly Incident[];
  /** By the name of the service; a service without an entry has none to spend. */
  readonly budgets: ReadonlyMap<string, Budget>;
  /** The name of a service of the policy; null asks about all of them. */
  readonly service: string | null;
  readonly environment: string | null;
  readonly policy: Policy;
}

/** Whether a deployment may go on, and why. */
export interface Gate {
  readonly isOpen: boolean;
  /** Whether the policy has a gate for this environment. */
  readonly isGated: boolean;
  /** The incidents that close it, the gravest first. */
  readonly closedBy: readonly Incident[];
  /** Those that would, had nobody let deployments through. */
  readonly overridden: readonly (readonly [Incident, Moment])[];
  /** Those that would if they concerned the service, and name none. */
  readonly unplaced: readonly Incident[];
  readonly spent: readonly Spent[];
}

/** Decides from what is known; what could not be read is not its business. */
export function gateOf({ incidents, budgets, service, environment, policy }: GateQuestion): Gate {
  const { gate } = policy;
  const isGated = environment === null || (gate.environments?.some((it) => isSame(it, environment)) ?? true);
  const grave = incidents
    .filter((it) => stops(it, policy))
    .toSorted((a, b) => a.priority.current.localeCompare(b.priority.current) || a.issue.number - b.issue.number);
  const concerned = grave.filter((it) => service === null || names(it, policy).some((name) => isSame(name, service)));
  const spent = [...budgets]
    .filter(([name, { left }]) => left <= 0 && (service === null || isSame(name, service)))
    .map(([name, budget]) => ({ service: name, ...budget }));
  const closedBy = isGated ? concerned.filter(({ deployments }) => deployments.allowed === null) : [];
  const isSpent = isGated && gate.budget === 'closed' && spent.length > 0;
  return {
    isOpen: closedBy.length === 0 && !isSpent,
    isGated,
    closedBy,
    overridden: concerned.flatMap((it) => (it.deployments.allowed ? [[it, it.deployments.allowed] as const] : [])),
    unplaced: service === null ? [] : grave.filter((it) => names(it, policy).length === 0),
    spent,
  };
}

/** Whether an incident stops deployments of what it concerns, unless somebody has said otherwise. */
function stops({ kind, issue, priority, resolution, mitigation }: Incident, { gate }: Policy): boolean {
  if (kind !== 'incident' || issue.state === 'closed' || !gate.for.includes(priority.current)) return false;
  if (resolution.resolved !== null || resolution.ended !== null) return false;
  return gate.until === 'resolved' || mitigation.mitigated === null;
}

const names = (incident: Incident, policy: Policy): readonly string[] =>
  servicesOf(incident, policy).map(({ name }) => name);

/** GitHub makes no difference between capitals and small letters, neither in labels nor in environments. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
