import { recordMark, type IncidentRecord } from '../../engine/record.ts';
import { prose } from '../../text/foreign.ts';
import { instant, zoneOnce } from '../../text/time.ts';
import { OFTEN } from '../commands.ts';
import { changesOnCard } from '../changes/card.ts';
import { clockLines, formerLines } from '../clocks/card.ts';
import { impactOf } from '../impact/impact.ts';
import { notifications } from '../notification/card.ts';
import { acknowledgerOf } from '../people/audience.ts';
import { signOf } from '../priority/sign.ts';
import { reported } from '../report/card.ts';
import { incidentLine } from '../report/text.ts';
import { runbookLink } from '../runbook/links.ts';
import type { Situation } from '../situation.ts';
import { nextLine } from './next.ts';
import { detailRows, firstRows } from './rows.ts';

/**
 * The card: one living comment that says how the incident stands, and carries its record. What a phone shows of it says what to do now
 * and until when, what is broken, who has it, and what happens if nobody acts; all else is folded away. It shows moments, as of the day of
 * the opening, and never what is left of a time, so that an idle run finds nothing to edit; it mentions nobody.
 */
export function cardBody(situation: Situation, record: IncidentRecord): string {
  const { incident, words } = situation;
  const reader = { ...situation.reader, today: incident.issue.openedAt };
  const of = { ...situation, reader };
  const parts = [
    title(situation),
    incident.category.confidential ? words.confidentialityCard.line : '',
    nextLine(of),
    about(of),
    firstRows(of).join('\n'),
    clockLines(of).join('\n'),
    changesOnCard(of, record),
    details(of, record),
  ];
  const text = parts.filter((part) => part !== '').join('\n\n');
  return `${recordMark(incident.issue.number, record, incident.category.confidential)}\n${zoneOnce(reader, text)}`;
}

function title({ incident, policy, words }: Situation): string {
  const { name } = policy.priorities[incident.priority.current];
  const isIncident = incident.kind === 'incident';
  const priority = isIncident ? incident.priority.current : '';
  const kind = [priority, name === priority ? '' : prose(name)].filter(Boolean).join(' ');
  return `## ${signOf(incident)}${kind} · ${state(incident, words)}`;
}

/** How it stands in a word; who has it is what everybody wants to know first. */
function state(incident: Situation['incident'], words: Situation['words']): string {
  const acknowledger = acknowledgerOf(incident);
  if (incident.status === 'acknowledged' && acknowledger !== null) return words.card.taken(acknowledger);
  return incident.status === 'open' ? words.card.open : words.status[incident.status];
}

function about(situation: Situation): string {
  const { incident, reader, words } = situation;
  const line = incidentLine(situation);
  if (line === null) return words.step.openSince(instant(reader, incident.issue.openedAt));
  const opened = words.card.since(instant(reader, impactOf(incident)?.from ?? incident.issue.openedAt));
  return `${line} · ${opened}`;
}

/** All else, for who wants to know. */
function details(situation: Situation, record: IncidentRecord): string {
  const { card } = situation.words;
  const parts = [
    [...detailRows(situation), ...linkRows(situation)].map((row) => `- ${row}`).join('\n'),
    formerLines(situation),
    reported(situation),
    notifications(situation, record),
    card.commands(
      commandsOf(situation.incident)
        .map((command) => `\`/${command}\``)
        .join(' '),
    ),
  ];
  return `<details><summary>${card.details}</summary>\n\n${parts.filter(Boolean).join('\n\n')}\n\n</details>`;
}

/** What is of use while it runs; once it is over, the help has the rest. */
function commandsOf({ resolution }: Situation['incident']): readonly string[] {
  return (resolution.resolved ?? resolution.ended) ? ['help'] : OFTEN;
}

function linkRows(situation: Situation): string[] {
  const { incident, words } = situation;
  const runbook = runbookLink(situation);
  const links = [
    ...(incident.postMortem.issue ? [words.postMortemCard.link(incident.postMortem.issue.number)] : []),
    ...(incident.problem.number === null ? [] : [words.problem.link(incident.problem.number)]),
    ...(runbook === null ? [] : [runbook]),
  ];
  return links.length === 0 ? [] : [`**${words.card.links}**${words.colon}${links.join(' · ')}`];
}
