import { MINUTE } from '../../calendar/length.ts';
import { keyOfNotice, type Key } from '../../engine/keys.ts';
import { inline, prose, who } from '../../text/foreign.ts';
import { noticeKey } from '../notification/keys.ts';
import type { Rule, Situation } from '../situation.ts';
import type { AskedRollback } from './rollback-command.ts';

/** A workflow that is to be started, and what it is told; `sha` is null for what ran before. */
export interface Rollback {
  readonly workflow: string;
  readonly sha: string | null;
  readonly issue: number;
}

/** What is asked for is of the moment: later it may take back what somebody has brought out since. */
const STALE = 30 * MINUTE;

const told = ({ at }: AskedRollback): Key => noticeKey('rollback', at);
/** Kept before it is started: a run that is killed then starts nothing twice. */
export const begun = ({ at }: AskedRollback): Key => keyOfNotice('rollback-begun', at);

/** Requests for a rollback that nobody has been told about, the last one first. */
export function rollbacksAsked({ incident, policy }: Pick<Situation, 'incident' | 'policy'>): readonly AskedRollback[] {
  if (policy.changes === null || policy.changes.rollback === null) return [];
  return incident.said.rollback.filter((it) => !Object.hasOwn(incident.record.done, told(it))).toReversed();
}

/** Whether a request can still be carried out. */
export function isTimely({ incident, now }: Pick<Situation, 'incident' | 'now'>, { at }: AskedRollback): boolean {
  return incident.issue.state === 'open' && now - at <= STALE;
}

/** Whether it is on record that a rollback was begun. */
export function isBegun({ incident }: Pick<Situation, 'incident'>, asked: AskedRollback): boolean {
  return Object.hasOwn(incident.record.done, begun(asked));
}

/** Says what became of rollbacks that people asked for: of several in a row the last one counts. */
export const rollbackRule: Rule = (situation) => {
  const { looked, words, policy } = situation;
  const all = rollbacksAsked(situation);
  const [last] = all;
  if (last === undefined) return [];
  const w = words.rollback;
  const tell = (ask: string, lines: readonly string[] = []) =>
    [
      {
        do: 'tell',
        keys: all.map(told),
        to: [...new Set(all.map(({ by }) => by))],
        audience: 'author',
        ask,
        lines,
        why: w.why,
      },
    ] as const;
  const name = inline(policy.changes!.rollback!);
  const became = looked?.rollback;
  if (became) {
    if (became.problem === 'unanswered') return tell(w.unknown(name));
    if (became.problem === 'nowhere') return tell(w.nowhere);
    if (became.problem !== null) return tell(w.failed(name), [prose(became.problem)]);
    return tell(w.started(name, inline((became.sha ?? '').slice(0, 7))), [w.by(who(last.by))]);
  }
  // Begun by a run that is no more: whether GitHub had heard of it nobody knows.
  if (isBegun(situation, last)) return looked?.begun ? [] : tell(w.unknown(name));
  return isTimely(situation, last) ? [] : tell(w.late);
};
