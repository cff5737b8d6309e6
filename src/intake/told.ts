import { isRecovery, isSame, type AlertLog, type Firing } from '../capabilities/alerts/log.ts';

/** How a log stands to the alert of a firing at its beginning: it goes on, it has fired before, or it is not there. */
export function stateOf(log: AlertLog, { alert, from }: Firing): 'going-on' | 'over' | 'unknown' {
  const known = log.firings.filter((it) => it.alert === alert && it.from <= from);
  if (known.length === 0) return 'unknown';
  return known.some(({ to }) => to === null) ? 'going-on' : 'over';
}

/**
 * What a notice adds to a log. One that names only the moment of a recovery ends what goes on of its alert, and adds nothing
 * if that has ended before. Where it comes before the notice of the firing, the firing ended then.
 */
export function inLog(log: AlertLog, firing: Firing): readonly Firing[] {
  const others = log.firings.filter((it) => it.alert === firing.alert && !isSame(it, firing));
  if (!isRecovery(firing)) {
    const next = others.find(({ from }) => from >= firing.from);
    return [firing.to === null && next && isRecovery(next) ? { ...firing, to: next.to } : firing];
  }
  if (stateOf(log, firing) === 'unknown') return [firing];
  return others.filter(({ from, to }) => to === null && from <= firing.from).map((it) => ({ ...it, to: firing.to }));
}
