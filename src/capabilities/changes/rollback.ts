import { noticeKey } from '../../engine/keys.ts';
import { inline, prose, who } from '../../text/foreign.ts';
import type { Rule, Situation } from '../situation.ts';
import type { Asked } from './rollback-command.ts';
import type { Seen } from './seen.ts';

/** A workflow that is to be started, and what it is told. */
export interface Rollback {
  readonly workflow: string;
  readonly inputs: { readonly sha: string; readonly environment: string; readonly issue: string };
}

/** What the last request for a rollback comes to, if nothing has come of it yet. `rollback` is null where nobody knows what to go back to. */
export function rollbackAsked(
  { incident, policy }: Pick<Situation, 'incident' | 'policy'>,
  seen: Seen | null,
): { readonly asked: Asked; readonly rollback: Rollback | null } | null {
  const asked = incident.said.rollback;
  const workflow = policy.changes?.rollback ?? null;
  if (asked === null || workflow === null || incident.issue.state !== 'open') return null;
  if (Object.hasOwn(incident.record.done, keyOf(asked))) return null;
  const last = seen?.list.find(({ kind, before }) => kind === 'deployment' && before !== undefined);
  const sha = asked.sha ?? last?.before?.sha ?? null;
  const environment = last?.environment ?? policy.changes?.environments?.[0] ?? '';
  const inputs = { environment, issue: String(incident.issue.number) };
  return { asked, rollback: sha === null ? null : { workflow, inputs: { sha, ...inputs } } };
}

function keyOf({ at }: Asked) {
  return noticeKey('rollback', at);
}

/** Says what became of a rollback that somebody asked for. */
export const rollbackRule: Rule = (situation) => {
  const { looked, words, incident } = situation;
  const found = rollbackAsked(situation, incident.changes.seen);
  if (found === null) return [];
  const { asked, rollback } = found;
  const w = words.rollback;
  const tell = (ask: string, lines: readonly string[] = []) =>
    [{ do: 'tell', keys: [keyOf(asked)], to: [asked.by], audience: 'author', ask, lines, why: w.why }] as const;
  if (rollback === null) return tell(w.nowhere);
  const became = looked?.rollback;
  if (!became) return [];
  const name = inline(rollback.workflow);
  if (became.problem !== null) return tell(w.failed(name), [prose(became.problem)]);
  return tell(w.started(name, inline(rollback.inputs.sha.slice(0, 7))), [w.by(who(asked.by))]);
};
