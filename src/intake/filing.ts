import { isGraver, type Gravity } from '../capabilities/alerts/grade.ts';
import { isLogged, isRecovery, isSame, knows, type Firing } from '../capabilities/alerts/log.ts';
import type { Issue } from '../model/issue.ts';
import type { Policy } from '../capabilities/policy.ts';
import type { Alert } from './alert.ts';
import type { Candidate, Register } from './register.ts';
import { inLog, stateOf } from './told.ts';

/** What is to be done about some of the firings of an alert. */
export type Filing =
  | { readonly do: 'open'; readonly firings: readonly Firing[]; readonly follows: number | null }
  | {
      readonly do: 'add';
      readonly issue: Issue;
      readonly firings: readonly Firing[];
      readonly isNew: boolean;
      /** How grave the alert is now, if that is graver than before. */
      readonly graver: Gravity | null;
    }
  | { readonly do: 'nothing'; readonly issue: Issue };

/**
 * Where the firings of an alert belong. One that an incident knows already stays there, open or closed. The others go to the
 * oldest open incident with the key, or to one that has ended so lately that it goes on; otherwise to a new one.
 */
export function filingsOf(alert: Alert, register: Register, { alerts: { reopenWithin } }: Policy): readonly Filing[] {
  const candidates = register.of(alert.key);
  const places = new Map<Candidate, Firing[]>();
  const rest: Firing[] = [];
  for (const firing of alert.firings) {
    const holder = holderOf(firing, candidates);
    if (!holder) rest.push(firing);
    else if (places.has(holder)) places.get(holder)!.push(firing);
    else places.set(holder, [firing]);
  }
  const filings: Filing[] = [];
  if (rest.length > 0) {
    const target = targetOf(rest, candidates, reopenWithin);
    if (target) places.set(target, [...(places.get(target) ?? []), ...rest]);
    else {
      const before = candidates.filter((it) => !it.dismissed).at(-1) ?? candidates.at(-1);
      filings.push({ do: 'open', firings: rest, follows: before?.issue.number ?? null });
    }
  }
  for (const [{ issue, log }, told] of places) {
    const firings = told.flatMap((it) => inLog(log, it)).filter((it) => !knows(log, it));
    const isNew = firings.some((it) => !isLogged(log, it));
    const fires = told.some(({ to }) => to === null);
    const graver = fires && isGraver(alert.gravity, log.grades ?? []) ? alert.gravity : null;
    const isKnown = firings.length === 0 && graver === null;
    filings.push(isKnown ? { do: 'nothing', issue } : { do: 'add', issue, firings, isNew, graver });
  }
  return filings;
}

/** Whether a firing is known to the incident that alerts share, and not to one that its alert has of its own. */
export function isShared(firing: Firing, own: readonly Candidate[], shared: readonly Candidate[]): boolean {
  if (shared.length === 0) return false;
  const all = [...own, ...shared];
  // What is only counted there may be another alert, which must not get lost.
  const holder = isRecovery(firing)
    ? holderOf(firing, all)
    : all.find(({ log }) => log.firings.some((it) => isSame(it, firing)));
  return holder !== undefined && shared.includes(holder);
}

/** The incident to which a firing belongs because it was told there before. */
function holderOf(firing: Firing, candidates: readonly Candidate[]): Candidate | undefined {
  const exact = candidates.find(({ log }) => log.firings.some((it) => isSame(it, firing)));
  if (exact || !isRecovery(firing)) return exact ?? candidates.find(({ log }) => isLogged(log, firing));
  return (
    candidates.find(({ log }) => stateOf(log, firing) === 'going-on') ??
    candidates.findLast(({ log }) => stateOf(log, firing) === 'over')
  );
}

/** The incident that new firings go to: the oldest that goes on, or the one that ended last, if that was not long before. */
function targetOf(firings: readonly Firing[], all: readonly Candidate[], within: number): Candidate | undefined {
  const candidates = all.filter(({ dismissed }) => !dismissed);
  const from = Math.min(...firings.map((it) => it.from));
  return (
    candidates.find(({ end }) => end === null) ??
    candidates
      // What began before the end and is told only now is news to those who ended it.
      .filter(({ end }) => end !== null && from > end && from - end < within)
      .sort((a, b) => b.end! - a.end! || a.issue.number - b.issue.number)[0]
  );
}
