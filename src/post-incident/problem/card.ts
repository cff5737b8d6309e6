import type { Effect } from '../../engine/effect.ts';
import type { Key } from '../../engine/keys.ts';
import type { Moment } from '../../model/moment.ts';
import { inline, who } from '../../text/foreign.ts';
import { instant, keptInstant, zoneOnce } from '../../text/time.ts';
import { itemLines } from '../action-items/card.ts';
import { itemWordsOf } from '../action-items/words.ts';
import { cardText } from '../card.ts';
import { isReopened } from '../gate.ts';
import { cardOf, recordOf } from '../record.ts';
import { subjectWordsOf } from '../words.ts';
import { PROBLEM_COMMANDS } from './commands.ts';
import { memberKey, membersIn, PROBLEM_ORIGIN } from './origin.ts';
import { problemHostOf } from './reading.ts';
import { missingOfProblem } from './rules/gate.ts';
import type { ProblemSituation } from './situation.ts';

/** The most incidents that a card lists, the last. */
const MOST_INCIDENTS = 100;
/** The longest text of a command that it repeats. */
const LONGEST = 300;

/** The card of a problem ticket: what comes next, its incidents, what is known, its action items. */
export function problemCardEffect(situation: ProblemSituation, pending: boolean): readonly Effect[] {
  const { problem, words, now } = situation;
  const { origin, incidents, items, issue } = problem;
  const members = incidents.map((number) => [memberKey(number), { at: issue.openedAt, issue: number }] as const);
  const kept = { at: issue.openedAt, issue: origin.incident, text: origin.priority };
  // What belongs to it no more is forgotten: nobody can tell any more once it is read no longer.
  const gone = new Set(
    membersIn(problem.record)
      .filter((it) => !incidents.includes(it))
      .map(memberKey),
  );
  const done = Object.fromEntries(Object.entries(problem.record.done).filter(([key]) => !gone.has(key as Key)));
  const still = { ...problem, record: { ...problem.record, done } };
  const more = { [PROBLEM_ORIGIN]: kept, ...Object.fromEntries(members) };
  const { written, edited } = words.why;
  const of = (share: number) => ({
    record: recordOf(still, items, { now, closings: situation.closings, more }, share),
    text: zoneOnce(situation.reader, textOf(situation, share)),
  });
  return cardOf(problem, of, { pending, written, edited });
}

function textOf(situation: ProblemSituation, share: number): string {
  const { problem, words, common, reader, policy } = situation;
  const { issue, incidents, course, gate, hasActions } = problem;
  const { card } = words;
  const shared = subjectWordsOf(policy.language).card;
  const state = issue.state === 'closed' ? 'closed' : stageOf(situation);
  const numbers = incidents.slice(-MOST_INCIDENTS).map((it) => `#${it}`);
  const said = (it: Moment): readonly [string, string, string] => [
    it.text === '' ? card.below : inline(it.text, LONGEST),
    who(it.by),
    keptInstant(reader, it.at),
  ];
  const facts = [
    card.incidents(incidents.length, numbers.join(common.andThen)),
    course.owners.length === 0 ? shared.noOwner : shared.owner(course.owners.map(who).join(common.andThen)),
    ...(course.rootCause ? [card.rootCause(...said(course.rootCause))] : []),
    ...(course.plan ? [card.plan(...said(course.plan))] : []),
    ...course.analyses.map((it) => card.analysis(...said(it))),
    ...(gate.exception ? [shared.exception(who(gate.exception.by), keptInstant(reader, gate.exception.at))] : []),
    ...(hasActions ? [] : [itemWordsOf(policy.language).card.noList]),
  ];
  return cardText(policy.language, {
    title: card.title(words.state[state]),
    next: next(situation, state),
    facts,
    items: itemLines(problemHostOf(problem), situation, share),
    commands: PROBLEM_COMMANDS,
  });
}

/** What it waits for. */
function stageOf({ problem: { course } }: ProblemSituation): 'open' | 'known' | 'planned' {
  if (course.rootCause === null) return 'open';
  return course.plan === null ? 'known' : 'planned';
}

function next(situation: ProblemSituation, state: ReturnType<typeof stageOf> | 'closed'): string {
  const { problem, words, reader } = situation;
  const { do: ask } = words.card;
  const shared = subjectWordsOf(reader.language).do;
  const { rootCause, plan } = problem.due;
  const by = (due: number, text: (at: string) => string): string =>
    Number.isFinite(due) ? text(instant(reader, due)) : ask.waiting;
  switch (state) {
    case 'open':
      return by(rootCause, ask.open);
    case 'known':
      return by(plan, ask.known);
    case 'planned':
      return isReopened(problem.issue) ? shared.reopened : shared.items(missingOfProblem(situation).length);
    case 'closed':
      return shared.nothing;
  }
}
