import { recordMark, type IncidentRecord } from '../../engine/record.ts';
import { prose } from '../../text/foreign.ts';
import { runbookLink } from '../runbook/links.ts';
import type { Situation } from '../situation.ts';
import { sheet } from '../../text/table.ts';
import { clockTable } from '../clocks/card.ts';
import { whoWasTold } from '../notification/card.ts';
import { reported } from '../report/card.ts';
import { nextLines } from './next.ts';
import { cardRows } from './rows.ts';

/** The commands that are needed most; `/help` names all of them. */
const OFTEN = ['ack', 'priority', 'update', 'workaround', 'resolve', 'escalate', 'help'] as const;

/**
 * The card: one living comment that says how the incident stands, and carries its record. It shows moments and never what is
 * left of a time, so that an idle run finds nothing to edit; it mentions nobody.
 */
export function cardBody(situation: Situation, record: IncidentRecord): string {
  const { incident, policy, words } = situation;
  const { card } = words;
  const { name } = policy.priorities[incident.priority.current];
  const title = incident.kind === 'incident' ? incident.priority.current : name;
  const links = linksOf(situation);
  return [
    recordMark(incident.issue.number, record, incident.category.confidential),
    `### ${card.title(title, prose(name), words.status[incident.status])}`,
    incident.category.confidential ? words.confidentialityCard.line : '',
    sheet(cardRows(situation)),
    clockTable(situation),
    `**${card.next}**${words.colon}${nextLines(situation)}`,
    reported(situation),
    whoWasTold(situation, record),
    links.length > 0 ? `**${card.links}**${words.colon}${links.join(' · ')}` : '',
    card.commands(OFTEN.map((command) => `\`/${command}\``).join(' ')),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .replace('\n\n', '\n');
}

function linksOf(situation: Situation): string[] {
  const { incident, words } = situation;
  const runbook = runbookLink(situation);
  return [
    ...(incident.postMortem.issue ? [words.postMortemCard.link(incident.postMortem.issue.number)] : []),
    ...(runbook === null ? [] : [runbook]),
  ];
}
