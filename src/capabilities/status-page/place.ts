import { HOUR } from '../../calendar/length.ts';
import { isHealed } from '../alerts/wait.ts';
import { isHeld, type Situation } from '../situation.ts';
import { componentsOf } from './components.ts';
import type { ComponentPolicy, StatusPagePolicy } from './policy.ts';
import { toldOf, type Told } from './told.ts';

/** Why an incident is not on the page. */
export type Absence =
  /** There is no page, or it is not for such. */
  | 'none'
  | 'confidential'
  /** Somebody has taken it off. */
  | 'off'
  /** It turned out to be another one. */
  | 'duplicate'
  /** Nobody has said yet which services it concerns. */
  | 'services'
  /** It lacks the category that its priority must have. */
  | 'category'
  /** Nobody with a say stands for it, or nobody is told of it yet. */
  | 'unconfirmed'
  /** It comes onto the page when somebody writes for customers. */
  | 'on-command'
  /** The policy keeps its priority off. */
  | 'never';

/** What of an incident is on the page, or why nothing is. */
export type PagePlace =
  | { readonly absence: Absence }
  | {
      readonly absence: null;
      readonly page: StatusPagePolicy;
      readonly components: readonly ComponentPolicy[];
      /** What customers have been told; none yet if it has just come onto the page. */
      readonly told: readonly Told[];
    };

type Known = Pick<Situation, 'incident' | 'policy' | 'now'>;

/** Where an incident stands on the status page. What customers were told once stays there until somebody takes it off. */
export function placeOf(situation: Known): PagePlace {
  const { incident, policy } = situation;
  const page = policy.statusPage;
  if (page === null || incident.declined || incident.kind !== 'incident') return { absence: 'none' };
  if (incident.category.confidential) return { absence: 'confidential' };
  const { wanted } = incident.said.public;
  if (wanted !== null && !wanted.isOn) return { absence: 'off' };
  const told = toldOf(incident);
  if (incident.resolution.isFolded && told.length === 0) return { absence: 'duplicate' };
  const entry = page.entry[incident.priority.current];
  // What the policy has once told customers goes on to its end, whatever the priority is by then.
  if (entry === 'never' && wanted === null && !told.some(({ isOurs }) => isOurs)) return { absence: 'never' };
  const isBegun = told.length > 0 || wanted !== null;
  if (!isBegun) {
    if (entry !== 'at-once') return { absence: 'on-command' };
    if (isUnconfirmed(situation)) return { absence: 'unconfirmed' };
    if (isPast(situation)) return { absence: 'none' };
    if (policy.priorities[incident.priority.current].needsCategory && incident.category.set === null)
      return { absence: 'category' };
  }
  const components = componentsOf(incident, page, policy.services);
  return components.length === 0 ? { absence: 'services' } : { absence: null, page, components, told };
}

/** What was over before customers could read of it is no news any more, in milliseconds after its end. */
const NEWS = HOUR;

function isPast({ incident: { resolution }, now }: Known): boolean {
  const { resolved, ended } = resolution;
  return resolved ? now - resolved.at >= NEWS : ended !== null;
}

/** Whether it is no news for customers yet: what a stranger reports or opens again, and what may heal by itself. */
export function isUnconfirmed(situation: Known): boolean {
  const { incident } = situation;
  const isVouched = incident.vouched.voucher !== null || incident.vouched.reporter;
  return !isVouched || isHeld(situation) || isHealed(incident);
}
