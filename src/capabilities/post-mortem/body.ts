import { mark } from '../../engine/mark.ts';
import type { PostMortemPolicy } from './policy.ts';
import type { Situation } from '../situation.ts';
import { dueFrom } from '../../calendar/target.ts';
import { inline, who } from '../../text/foreign.ts';
import { instant } from '../../text/time.ts';
import { LONGEST_TITLE } from '../../model/limits.ts';

/** The most that are copied, the last, so that the whole fits into the body of an issue. */
const MOST_LINKS = 50;

/**
 * The post-mortem of a resolved incident: who writes it until when, then the questions that people must answer, each with its heading. The
 * sections are the union of the public post-mortem guides. It is written once and belongs to people from then on: what the record knows
 * stands in a comment, see `record.ts`. It is read on other days: each of its dates is named in full.
 */
export function postMortemBody(situation: Situation, wanted: PostMortemPolicy, owner: string | null): string {
  const { incident, policy, words } = situation;
  const { issue, priority } = incident;
  const customer = policy.customerReport;
  const w = words.postMortem;
  const resolved = incident.resolution.resolved!;
  const section = (heading: string, ...parts: string[]): string =>
    [`## ${heading}`, ...parts.filter((part) => part !== '')].join('\n\n');
  const toWrite = (heading: string, hint: string, ...parts: string[]): string =>
    section(heading, ...parts, `_${hint}_`);
  return [
    `${mark('post-mortem', issue.number, { record: 'apart', priority: priority.current, resolved: resolved.at, owner })}\n${w.intro(issue.number, priority.current)}`,
    [
      `- ${owner === null ? w.nobody : w.owner(who(owner))}`,
      `- ${w.draftDue(instant(policy, dueFrom(wanted.draft, resolved.at)))}`,
      `- ${w.reviewDue(instant(policy, dueFrom(wanted.review, resolved.at)), wanted.approver !== null)}`,
      ...(wanted.approver === null ? [] : [`- ${w.approver(inline(wanted.approver))}`]),
    ].join('\n'),
    toWrite(
      w.summary,
      w.hints.summary,
      `**${inline(issue.title, LONGEST_TITLE)}**`,
      resolved.text === '' ? '' : w.resolution(inline(resolved.text, 200)),
    ),
    toWrite(w.impact, w.hints.impact),
    toWrite(w.leadUp, w.hints.leadUp),
    toWrite(w.detection, w.hints.detection),
    toWrite(w.response, w.hints.response),
    toWrite(w.rootCauses, w.hints.rootCauses),
    toWrite(w.wentWell, w.toWrite),
    toWrite(w.wentBadly, w.toWrite),
    toWrite(w.lucky, w.toWrite),
    toWrite(w.halve, w.toWrite),
    toWrite(w.consulted, w.toWrite, links(situation)),
    toWrite(w.actions, w.actionsHint),
    toWrite(w.messaging, w.hints.messaging),
    ...(customer.for.includes(priority.current)
      ? [toWrite(w.customer, w.customerHint, customer.template ?? w.customerTemplate)]
      : []),
  ].join('\n\n');
}

/** Where people looked, as far as they said so with `/link`. */
function links({ incident }: Situation): string {
  return incident.said.link
    .slice(-MOST_LINKS)
    .map(({ url, by }) => `- ${inline(url, 300)} (${who(by)})`)
    .join('\n');
}
