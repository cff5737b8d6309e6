import { weightOf } from '../capabilities/alerts/grade.ts';
import type { Policy } from '../capabilities/policy.ts';
import type { Alert, Reading } from './alert.ts';
import { filingsOf, isShared, type Filing } from './filing.ts';
import type { Register } from './register.ts';
import { sharedAlert } from './shared.ts';

/** How many alerts of one payload may each open an incident. */
export const MOST_ALONE = 50;

/** An alert, and what is to be done about it. */
interface Allotted {
  readonly alert: Alert;
  readonly filings: readonly Filing[];
}

/**
 * What is to be done about all alerts of a payload, the gravest first. One payload may hold thousands: beyond the first, those that
 * would open an incident share one. `sharing` says how many do, if there are new ones among them.
 */
export function allot(
  { alerts, shared: key }: Reading,
  register: Register,
  policy: Policy,
): { readonly allotted: readonly Allotted[]; readonly sharing: number } {
  const shared = key === null ? [] : register.of(key);
  const allotted: Allotted[] = [];
  const [known, fresh]: [Alert[], Alert[]] = [[], []];
  for (const [i, alert] of ranked(alerts).entries()) {
    const own = register.of(alert.key);
    const there = alert.firings.filter((it) => isShared(it, own, shared));
    const here = alert.firings.filter((it) => !isShared(it, own, shared));
    if (there.length > 0) known.push({ ...alert, firings: there });
    if (here.length === 0) continue;
    const filings = filingsOf({ ...alert, firings: here }, register, policy);
    const opening = i < MOST_ALONE || key === null ? undefined : filings.find((it) => it.do === 'open');
    if (opening) fresh.push({ ...alert, firings: opening.firings });
    const rest = filings.filter((it) => it !== opening);
    if (rest.length > 0) allotted.push({ alert, filings: rest });
  }
  if (key !== null && known.length + fresh.length > 0) {
    const alert = sharedAlert(key, { known, fresh }, policy);
    allotted.push({ alert, filings: filingsOf(alert, register, policy) });
  }
  return { allotted, sharing: fresh.length > 0 ? known.length + fresh.length : 0 };
}

/** The gravest first, what has recovered last; otherwise in their order. */
function ranked(alerts: readonly Alert[]): readonly Alert[] {
  return alerts
    .map((alert) => ({
      alert,
      weight: weightOf(alert.gravity) + (alert.firings.some(({ to }) => to === null) ? 1000 : 0),
    }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ alert }) => alert);
}
