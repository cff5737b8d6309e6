import { inline, who } from '../../text/foreign.ts';
import { instant } from '../../text/time.ts';
import type { CardRow } from '../card/row.ts';
import type { Situation } from '../situation.ts';
import { factList, factNames } from './text.ts';

/** The facts that every report must have and this one lacks. */
export const missingRow: CardRow = (situation) => {
  const { incident, words } = situation;
  if (incident.report.missing.length === 0 || incident.category.confidential || incident.resolution.ended) return [];
  return [[words.reportCard.missing, factNames(situation, incident.report.missing).join(words.andThen)]];
};

/** When it was opened, by whom, and how it came in. */
export const openedRow: CardRow = (situation) => [[situation.words.reportCard.opened, openedLine(situation)]];

function openedLine({ incident, policy, reader, words }: Situation): string {
  // Hours on the card are those of this day, and somewhere it must be named.
  const { language, zone } = reader;
  const line = `${instant({ language, zone }, incident.issue.openedAt)}, ${who(incident.reporter)}`;
  if (incident.levels.source === null || incident.category.confidential) return line;
  const level = policy.sources.get(incident.levels.source);
  const source = level
    ? `${inline(incident.levels.source)} (${words.levelCard.level(level.level)})`
    : inline(incident.levels.source);
  return `${line}${words.semicolon}${words.reportCard.source.toLowerCase()} ${source}`;
}

/** What was reported; nothing of what is confidential. */
export function reported(situation: Situation): string {
  const list = situation.incident.category.confidential ? '' : factList(situation);
  return list === '' ? '' : `**${situation.words.reportCard.facts}**\n\n${list}`;
}
