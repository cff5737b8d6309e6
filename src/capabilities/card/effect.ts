import type { Command } from '../../engine/command.ts';
import { compact, fewer, fitting, pastReplies, shorten } from '../../engine/compaction.ts';
import type { Effect } from '../../engine/effect.ts';
import { POST_MORTEM } from '../post-mortem/track.ts';
import { PROBLEM } from '../problem/track.ts';
import { heldLabels } from '../../engine/held.ts';
import { EMPTY_RECORD, type Done, type IncidentRecord } from '../../engine/record.ts';
import { withoutText } from '../../engine/said.ts';
import { CLOCK_TABLE } from '../clocks/table.ts';
import { keptMaintenances } from '../maintenance/during.ts';
import { begun, rollbacksAsked } from '../changes/rollback.ts';
import { fewerChanges, readSeen } from '../changes/seen.ts';
import { changesOf } from '../changes/wanted.ts';
import { isCommand, COMMANDS, keptOf } from '../commands.ts';
import { sentFollowUps } from '../notification/paging.ts';
import { labelKinds } from '../label-kinds.ts';
import type { Policy } from '../policy.ts';
import type { Situation } from '../situation.ts';
import { published } from '../status-page/publication.ts';
import { cardBody } from './card.ts';

/**
 * The card, if it must be written. While something that happens once is still on its way, a card that exists waits for the
 * next round; a new one is written first, so that it heads the conversation, and claims nothing yet. `more` is what was done though no
 * comment says so.
 */
export function cardEffect(situation: Situation, pending: boolean, more: IncidentRecord['done'] = {}): Effect[] {
  const { incident, words } = situation;
  const { issue } = incident;
  if (incident.own.card && pending) return [];
  // An edit would keep in its history what is not to be repeated.
  const card = incident.category.confidential && !incident.own.isCardHidden ? null : incident.own.card;
  const body = fitting((share) => cardBody(situation, recordOf(situation, { pending, share, more })));
  if (card && normal(card.body) === normal(body)) return [];
  const why = card ? words.cardWhy.edited : words.cardWhy.written;
  return [{ do: 'write-card', issue: issue.number, comment: card?.id ?? null, body, why }];
}

/** Whether something that happens once is on its way, the room that there is, and what is done besides. */
interface Writing {
  readonly pending: boolean;
  readonly share: number;
  readonly more: IncidentRecord['done'];
}

function recordOf(situation: Situation, { pending, share, more }: Writing): IncidentRecord {
  const { incident, clocks, steps, now, policy } = situation;
  const held = heldLabels(incident.issue, labelKinds(policy));
  if (pending && !incident.own.card) return { ...EMPTY_RECORD, done: compact(incident.record.done), held };
  const done: Record<string, Done> = { ...incident.record.done, ...more };
  for (const { key, stopped } of steps.skipped) done[key] ??= { at: now, skipped: stopped };
  for (const key of sentFollowUps(situation)) done[key] ??= { at: now };
  if (situation.looked?.begun)
    for (const asked of rollbacksAsked(situation).slice(0, 1)) done[begun(asked)] ??= { at: now };
  if (incident.postMortem.issue) done[POST_MORTEM] ??= { at: now, issue: incident.postMortem.issue.number };
  if (incident.problem.opened) done[PROBLEM] ??= { at: now, issue: incident.problem.opened.number };
  Object.assign(done, published(situation));
  Object.assign(done, keptMaintenances(incident.maintenance));
  const { judged } = incident.record;
  const words = incident.category.confidential ? withoutTexts(judged, policy) : judged;
  const kept = shorten({ ...incident.record, judged: words }, traitsOf, share);
  const past = pastReplies(done, kept.past);
  return {
    ...incident.record,
    ...kept,
    ...(past >= 0 && { past }),
    held,
    ...seenBy(situation, share),
    verdicts: fewer(clocks.verdicts, (clock) => CLOCK_TABLE[clock].repeatsAt !== null),
    done: compact(done, past),
  };
}

/** What was looked up for it; of what is confidential nothing. */
function seenBy(situation: Situation, share: number): Pick<IncidentRecord, 'seen'> {
  const { incident } = situation;
  const changes = changesOf(situation);
  if (incident.category.confidential) return { seen: undefined };
  // As it is read again, so that the same is always the same text.
  return changes === null ? {} : { seen: { ...incident.record.seen, changes: readSeen(fewerChanges(changes, share)) } };
}

function traitsOf(name: string): { readonly fleeting: boolean; readonly whole: boolean } {
  // What is no command did nothing.
  const command: Pick<Command<never, unknown>, 'fleeting' | 'whole'> = isCommand(name)
    ? COMMANDS[name]
    : { fleeting: true };
  return { fleeting: command.fleeting ?? false, whole: command.whole ?? false };
}

function withoutTexts(judged: IncidentRecord['judged'], policy: Policy): IncidentRecord['judged'] {
  return Object.fromEntries(
    Object.entries(judged).map(([key, judgement]) => [
      key,
      judgement.say ? { ...judgement, say: judgement.say.map((said) => withoutText(said, keptOf(policy))) } : judgement,
    ]),
  );
}

/** As GitHub may give a body back: other line ends, no blanks at the end. */
function normal(body: string): string {
  return body.replaceAll('\r\n', '\n').trim();
}
