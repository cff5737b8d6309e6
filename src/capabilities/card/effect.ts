import type { Command } from '../../engine/command.ts';
import { compact, shorten } from '../../engine/compaction.ts';
import type { Effect } from '../../engine/effect.ts';
import { POST_MORTEM } from '../post-mortem/track.ts';
import { EMPTY_RECORD, type Done, type IncidentRecord } from '../../engine/record.ts';
import { withoutText } from '../../engine/said.ts';
import { isCommand, COMMANDS, keptOf } from '../commands.ts';
import { sentFollowUps } from '../notification/paging.ts';
import type { Policy } from '../policy.ts';
import type { Situation } from '../situation.ts';
import { cardBody } from './card.ts';

/**
 * The card, if it must be written. While something that happens once is still on its way, a card that exists waits for the
 * next round; a new one is written first, so that it heads the conversation, and claims nothing yet.
 */
export function cardEffect(situation: Situation, pending: boolean): Effect[] {
  const { incident, words } = situation;
  const { issue } = incident;
  if (incident.own.card && pending) return [];
  // An edit would keep in its history what is not to be repeated.
  const card = incident.category.confidential && !incident.own.isCardHidden ? null : incident.own.card;
  const body = cardBody(situation, recordOf(situation, pending));
  if (card && normal(card.body) === normal(body)) return [];
  const why = card ? words.cardWhy.edited : words.cardWhy.written;
  return [{ do: 'write-card', issue: issue.number, comment: card?.id ?? null, body, why }];
}

function recordOf(situation: Situation, pending: boolean): IncidentRecord {
  const { incident, clocks, steps, now, policy } = situation;
  if (pending && !incident.own.card) return { ...EMPTY_RECORD, done: compact(incident.record.done) };
  const done: Record<string, Done> = { ...incident.record.done };
  for (const { key, stopped } of steps.skipped) done[key] ??= { at: now, skipped: stopped };
  for (const key of sentFollowUps(situation)) done[key] ??= { at: now };
  if (incident.postMortem.issue) done[POST_MORTEM] ??= { at: now, issue: incident.postMortem.issue.number };
  const kept = incident.category.confidential ? withoutTexts(incident.record.judged, policy) : incident.record.judged;
  const judged = shorten(kept, traitsOf);
  return { ...incident.record, judged, verdicts: [...clocks.verdicts], done: compact(done) };
}

function traitsOf(name: string): { readonly fleeting: boolean; readonly whole: boolean } {
  const command: Pick<Command<never, unknown>, 'fleeting' | 'whole'> = isCommand(name) ? COMMANDS[name] : {};
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
