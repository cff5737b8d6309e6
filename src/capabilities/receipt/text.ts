import { contains } from '../../text/compare.ts';
import { includesLogin } from '../../model/login.ts';
import { similar } from '../duplicates/neighbours.ts';
import type { Situation } from '../situation.ts';
import type { TriageRule } from '../triage/policy.ts';
import { inline, who } from '../../text/foreign.ts';
import { factName, factNames, factTable } from '../report/text.ts';
import { instant } from '../../text/time.ts';

/* Lines of their own around what is asked for in the receipt, so that it can go away when it is there. */
const START = '<!-- tocsin:request -->';
const END = '<!-- /tocsin:request -->';

/**
 * What the receipt says: what was understood, the priority and why, the deadlines, who is on it or has been told, what is missing
 * (seed document A).
 */
export function receiptLines(situation: Situation, told: readonly string[]): string[] {
  const { incident, words, repository } = situation;
  const { receipt } = words;
  if (incident.category.confidential) return [receipt.confidential(repository.securityPolicy), ...deadlines(situation)];
  const alike = similar(situation).map(({ number, same }) => `#${number} (${receipt.same[same]})`);
  const understood = factTable(situation);
  return [
    ...(understood === '' ? [] : [receipt.understood, understood]),
    ...(incident.kind === 'incident' ? [priorityLine(situation)] : []),
    ...deadlines(situation),
    people(situation, told),
    requestPart(situation),
    alike.length > 0 ? receipt.similar(alike.join(words.andThen)) : '',
  ].filter((line) => line !== '');
}

function priorityLine(situation: Situation): string {
  const { incident, words } = situation;
  const { receipt } = words;
  if (incident.priority.assessed) return receipt.assessed(incident.priority.current);
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

function deadlines({ clocks, policy, words }: Situation): string[] {
  const lines = clocks.current.flatMap(({ name, state, due }) => {
    const { promise } = words.clock[name];
    return promise !== null && state === 'running' ? [promise(instant(policy, due))] : [];
  });
  return lines.length === 0 ? [] : [lines.join(' ')];
}

function people({ incident, words }: Situation, told: readonly string[]): string {
  if (incident.assignment.assignees.length > 0)
    return words.receipt.onIt(incident.assignment.assignees.map(who).join(words.andThen));
  const others = told.filter((login) => !includesLogin([incident.reporter ?? ''], login));
  return others.length === 0 ? '' : words.receipt.told(others.map(who).join(words.andThen));
}

function requestPart(situation: Situation): string {
  return situation.incident.report.missing.length === 0 ? '' : `${START}\n${request(situation)}\n${END}`;
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

/** A comment of ours with its request brought up to date; null if it holds none. */
export function withRequest(situation: Situation, body: string): string | null {
  const from = body.indexOf(`\n${START}\n`);
  const to = body.indexOf(`\n${END}`, from);
  if (from < 0 || to < 0) return null;
  return `${body.slice(0, from + START.length + 2)}${request(situation)}${body.slice(to)}`;
}
