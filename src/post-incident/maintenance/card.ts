import type { Effect } from '../../engine/effect.ts';
import { prose, who } from '../../text/foreign.ts';
import { instant, keptInstant, zoneOnce } from '../../text/time.ts';
import { cardText } from '../card.ts';
import { cardOf, recordOf } from '../record.ts';
import { subjectWordsOf } from '../words.ts';
import { MAINTENANCE_COMMANDS } from './commands.ts';
import { keptRevisions } from './revision.ts';
import { faultLines } from './rules/faults.ts';
import { overlapping } from './rules/overlap.ts';
import { isOverrun, servicesText, maintenanceSpanOf, type MaintenanceSituation } from './situation.ts';

/** The card of a maintenance: how far it is, what comes next, when and of what it is, what it holds. */
export function maintenanceCardEffect(situation: MaintenanceSituation, pending: boolean): readonly Effect[] {
  const { maintenance, words, now } = situation;
  const ground = { now, more: keptRevisions(maintenance.course.revisions), closings: new Map() };
  const { written, edited } = words.why;
  const of = (share: number) => ({
    record: recordOf(maintenance, { items: [], unclear: [] }, ground, share),
    text: zoneOnce(situation.reader, textOf(situation)),
  });
  return cardOf(maintenance, of, { pending, written, edited });
}

function textOf(situation: MaintenanceSituation): string {
  const { maintenance, words, policy } = situation;
  const { stage } = maintenance;
  const shown = stage === null ? 'unconfirmed' : isOverrun(situation) ? 'overrun' : stage;
  return cardText(policy.language, {
    title: words.card.title(words.stage[shown]),
    next: next(situation, shown),
    facts: facts(situation),
    items: [],
    commands: MAINTENANCE_COMMANDS,
  });
}

function next(situation: MaintenanceSituation, shown: keyof MaintenanceSituation['words']['stage']): string {
  const { maintenance, words, reader } = situation;
  const { plan, confirmed, reopened } = maintenance.course;
  const { do: ask } = words.card;
  switch (shown) {
    case 'unconfirmed':
      return confirmed !== null && maintenance.course.faults.length > 0 ? ask.faults : ask.unconfirmed;
    case 'scheduled':
      return ask.scheduled(keptInstant(reader, plan!.from));
    case 'in_progress':
    case 'overrun':
    case 'verifying':
      return ask[shown](keptInstant(reader, plan!.to));
    case 'completed':
    case 'cancelled':
      return reopened === null ? subjectWordsOf(reader.language).do.nothing : ask.reopened;
  }
}

function facts(situation: MaintenanceSituation): readonly string[] {
  const { maintenance, words, reader, common } = situation;
  const { plan, confirmed, begunAt, endedAt, end, changedBy, closedInVain, owners, steps } = maintenance.course;
  const { card } = words;
  const shared = subjectWordsOf(reader.language).card;
  const cancelled = end === 'cancelled' ? steps.findLast(({ kind }) => kind === 'cancelled')?.act : undefined;
  const overlaps = overlapping(situation).map(({ number }) => `#${number}`);
  return [
    ...(plan === null
      ? []
      : [card.services(servicesText(situation, plan)), card.span(...maintenanceSpanOf(reader, plan))]),
    ...(owners.length === 0 ? [] : [shared.owner(owners.map(who).join(common.andThen))]),
    ...(confirmed === null ? [] : [card.confirmed(who(confirmed.by), keptInstant(reader, confirmed.at))]),
    ...(begunAt === null ? [] : [card.begun(keptInstant(reader, begunAt))]),
    ...(end === null ? [] : [card.ended[end](keptInstant(reader, endedAt!))]),
    ...(cancelled && cancelled.text !== '' ? [card.reason(prose(cancelled.text), who(cancelled.by))] : []),
    ...(plan === null || end !== null || isOverrun(situation)
      ? []
      : [card.held(instant({ ...reader, today: plan.from }, plan.to), plan.services.length)]),
    ...(overlaps.length === 0 ? [] : [card.overlaps(overlaps.join(common.andThen))]),
    ...(changedBy === null ? [] : [card.changed(who(changedBy))]),
    ...(closedInVain === null || end !== null ? [] : [card.closed(who(closedInVain.by))]),
    ...faultLines(situation).map((it) => `⚠️ ${it}`),
  ];
}
