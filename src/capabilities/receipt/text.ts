import { contains } from '../../text/compare.ts';
import { includesLogin } from '../../model/login.ts';
import { reachesAnybody } from '../people/audience.ts';
import { similar } from '../duplicates/neighbours.ts';
import type { Situation } from '../situation.ts';
import type { TriageRule } from '../triage/policy.ts';
import { inline, prose, who } from '../../text/foreign.ts';
import { factList, factName, factNames } from '../report/text.ts';
import { instant, zoneOnce } from '../../text/time.ts';
import { isReply, readKey } from '../../engine/keys.ts';

/* Parts of a receipt that change: lines of their own around what is asked for, and around what is promised. */
type Part = 'request' | 'promise';
const start = (part: Part): string => `<!-- tocsin:${part} -->`;
const end = (part: Part): string => `<!-- /tocsin:${part} -->`;

/**
 * What the receipt says: what was understood, the priority and why, the deadlines, who is on it or has been told, what is missing
 * (seed document A).
 */
export function receiptLines(situation: Situation, told: readonly string[]): string[] {
  const { incident, words, repository } = situation;
  const { receipt } = words;
  if (incident.category.confidential)
    return [receipt.confidential(repository.securityPolicy), ...promiseLines(situation)];
  const alike = similar(situation).map(({ number, same }) => `#${number} (${receipt.same[same]})`);
  const understood = factList(situation);
  const isComplete = incident.report.missing.length === 0;
  return [
    partOf('promise', promise(situation, told)),
    [people(situation, told), isComplete ? receipt.idle : ''].filter(Boolean).join(' '),
    isComplete ? '' : partOf('request', request(situation)),
    alike.length > 0 ? receipt.similar(alike.join(words.andThen)) : '',
    understood === '' ? '' : `<details><summary>${receipt.understood}</summary>\n\n${understood}\n\n</details>`,
  ].filter((line) => line !== '');
}

function partOf(part: Part, text: string): string {
  return text === '' ? '' : `${start(part)}\n${text}\n${end(part)}`;
}

/** The priority, and by when what is to be: no time where nobody has heard of it. As of the day of the opening, so that no edit follows. */
function promise(situation: Situation, told: readonly string[]): string {
  const { incident, words } = situation;
  const isKnown = incident.assignment.assignees.length > 0 || others(situation, told).length > 0;
  const priority = incident.kind === 'incident' ? [priorityLine(situation)] : [];
  return [...priority, ...(isKnown ? promiseLines(situation) : [words.receipt.unreached])].join(' ');
}

/** Whether what some people are told is for whoever reported it too, and not only for those who look after reports. */
export function isToReporter({ incident }: Situation, to: readonly string[]): boolean {
  return includesLogin(to, incident.issue.author?.login ?? '');
}

/** Who has been told of it on record, whoever reported it too. */
export function toldBefore({ incident }: Situation): readonly string[] {
  return Object.entries(incident.record.done).flatMap(([key, { told }]) => (isReply(readKey(key)) ? [] : (told ?? [])));
}

function others({ incident }: Situation, told: readonly string[]): readonly string[] {
  return told.filter((login) => !includesLogin([incident.reporter ?? ''], login));
}

function priorityLine(situation: Situation): string {
  const { incident, policy, words } = situation;
  const { receipt } = words;
  if (incident.priority.assessed)
    return receipt.assessed(incident.priority.current, prose(policy.priorities[incident.priority.current].name));
  const { priority: proposed } = incident.triage.proposal;
  return proposed ? receipt.proposed(proposed.priority, because(situation, proposed.rule)) : receipt.unassessed;
}

/** What led to a proposal, as the policy states it. */
export function because(
  {
    incident: {
      issue,
      report: { facts },
    },
    policy: { language },
    words,
  }: Pick<Situation, 'incident' | 'policy' | 'words'>,
  { conditions }: TriageRule,
): string {
  const { receipt } = words;
  const list = conditions.map(({ subject, anyOf }) =>
    receipt.condition(
      factName(language, subject),
      anyOf
        .filter((text) => contains(subject === 'title' ? issue.title : (facts[subject] ?? ''), text))
        .map((text) => inline(text))
        .join(receipt.and),
    ),
  );
  return receipt.because(list.join(receipt.and));
}

/** What whoever reported is promised: by when what is to be. Nothing where nobody hears of it, who could keep that. */
export function promiseLines(situation: Situation): string[] {
  const { incident, clocks, reader, words } = situation;
  if (!reachesAnybody(situation)) return [];
  const opening = { ...reader, today: incident.issue.openedAt };
  // What was met or missed was promised all the same; while a pause goes on nobody knows.
  const aims = clocks.current.flatMap(({ name, state, due }) => {
    const { promise } = words.clock[name];
    return promise !== null && state !== 'void' && due !== Infinity ? [promise(instant(opening, due))] : [];
  });
  return aims.length === 0 ? [] : [zoneOnce(opening, words.receipt.aims(aims))];
}

function people(situation: Situation, told: readonly string[]): string {
  const { incident, words } = situation;
  if (incident.assignment.assignees.length > 0)
    return words.receipt.onIt(incident.assignment.assignees.map(who).join(words.andThen));
  const known = [...new Set(others(situation, told))];
  return known.length === 0 ? '' : words.receipt.told(known.map(who).join(words.andThen));
}

function request(situation: Situation): string {
  const { incident, words } = situation;
  if (incident.report.missing.length === 0) return words.receipt.complete;
  return words.receipt.missing(
    factNames(situation, incident.report.missing)
      .map((name) => inline(name))
      .join(words.andThen),
  );
}

/** A comment of ours with the parts that change brought up to date; null if it holds none. What has ended promises nothing any more. */
export function broughtUpToDate(situation: Situation, body: string): string | null {
  const { incident } = situation;
  const isOver = incident.resolution.resolved !== null || incident.resolution.ended !== null;
  const texts: [Part, () => string][] = [
    ['request', () => request(situation)],
    ...(isOver || incident.category.confidential
      ? []
      : [['promise', () => promise(situation, toldBefore(situation))] as [Part, () => string]]),
  ];
  return texts.reduce<string | null>((before, [part, textOf]) => {
    const from = body.indexOf(`\n${start(part)}\n`);
    const to = body.indexOf(`\n${end(part)}`, from);
    if (from < 0 || to < 0) return before;
    const current = before ?? body;
    const [at, until] = [current.indexOf(`\n${start(part)}\n`), current.indexOf(`\n${end(part)}`)];
    return `${current.slice(0, at + start(part).length + 2)}${textOf()}${current.slice(until)}`;
  }, null);
}
