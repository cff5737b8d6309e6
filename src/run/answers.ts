import { openPage } from '../capabilities/answers/open-pages.ts';
import { answerEvents, type HeardAnswer } from '../capabilities/answers/timeline.ts';
import type { Instant } from '../calendar/calendar.ts';
import { readIncident, type IncidentReading } from '../capabilities/reading.ts';
import { wordsOf } from '../capabilities/words.ts';
import { readKey } from '../engine/keys.ts';
import { readOwnMarks } from '../engine/own-marks.ts';
import type { Issue } from '../model/issue.ts';
import type { ServiceAnswer, OpenPage } from '../notify/answers/answer.ts';
import type { Heard } from '../notify/answers/hear.ts';
import type { Notifier } from '../notify/message.ts';
import { isOver } from './budget.ts';
import type { Job, Run } from './context.ts';
import { incidentsOf } from './incidents.ts';

/** The notifiers that are asked what was answered there, each with the pages that are out at it; those without any are left out. */
export type Listening = ReadonlyMap<Notifier, readonly OpenPage[]>;

/**
 * Asks the pagers who has answered before a job is done, so that what was acknowledged there is not escalated; what a service tells of
 * until it is told not to is forgotten there when it is on record.
 */
export function hearing(job: Job): Job {
  return async (run) => {
    const listening = listeningOf(run, run.issues);
    const heard = await hear(run, listening);
    const answers = answersBy(run, heard);
    await job({ ...run, knowledge: { ...run.knowledge, answers } });
    for (const [notifier, { forget }] of heard) {
      if (!forget || run.inputs.dryRun || isOver(run)) continue;
      const open = listening.get(notifier) ?? [];
      // What is not forgotten is heard again, and known by then.
      await forget((answer) => isDealtWith(run, notifier, open, answer)).catch(() => null);
    }
  };
}

/** The pages that are out among these issues. */
export function listeningOf(
  run: Pick<Run, 'policy' | 'inputs' | 'knowledge' | 'adoptedAt' | 'repository' | 'now'>,
  issues: readonly Issue[],
): Listening {
  const notifiers = run.policy.notifiers.filter(({ answers }) => answers === true);
  const readings = readingsOf(run, issues, notifiers);
  return new Map(
    notifiers.flatMap((notifier) => {
      const open = readings.flatMap(({ incident }) => openPage(incident, notifier, run.repository) ?? []);
      return open.length === 0 ? [] : [[notifier, open.sort((a, b) => b.last - a.last)] as const];
    }),
  );
}

/** The open incidents among these issues of which a page went out through one of these notifiers. */
export function readingsOf(
  run: Parameters<typeof listeningOf>[0],
  issues: readonly Issue[],
  notifiers: readonly Notifier[],
): readonly IncidentReading[] {
  if (notifiers.length === 0) return [];
  const names = new Set(notifiers.map(({ name }) => name));
  // Most incidents have no page out; those are not read for this.
  const isPaged = (issue: Issue): boolean =>
    Object.values(readOwnMarks(issue).record.done).some(({ paged = [] }) =>
      [paged].flat().some((name) => names.has(name)),
    );
  return incidentsOf(run, issues, [])
    .filter((issue) => issue.state === 'open' && isPaged(issue))
    .flatMap((issue) => readable(issue, run));
}

/** One that cannot be read is named where it is dealt with. */
function readable(issue: Issue, ground: Parameters<typeof readIncident>[1]): IncidentReading[] {
  try {
    return [readIncident(issue, ground)];
  } catch {
    return [];
  }
}

/** Asks all of them side by side. What keeps somebody from hearing is on the report: as a failure if it lasts until somebody mends it. */
export async function hear(
  { pager, repository, policy, report, now }: Pick<Run, 'pager' | 'repository' | 'policy' | 'report' | 'now'>,
  listening: Listening,
): Promise<ReadonlyMap<Notifier, Heard>> {
  const where = { place: `${repository.owner}/${repository.name}`, now, language: policy.language };
  const heard = await Promise.all(
    [...listening].map(async ([notifier, open]) => [notifier, await pager.hear(notifier, open, where)] as const),
  );
  const { deaf } = wordsOf(policy.language).answers;
  for (const [notifier, { trouble }] of heard) {
    if (trouble === null) continue;
    const message = deaf(`\`${notifier.name}\``, trouble.why);
    if (trouble.isLasting) report.failures.push({ issue: null, message });
    else report.advice.push(message);
  }
  return new Map(heard);
}

/** What was heard, by the number of the issue, with the people of the policy. */
export function answersBy(
  { policy, now }: Pick<Run, 'policy' | 'now'>,
  heard: ReadonlyMap<Notifier, Heard>,
): ReadonlyMap<number, readonly HeardAnswer[]> {
  const answers = new Map<number, HeardAnswer[]>();
  for (const [notifier, result] of heard) {
    for (const { number, accounts, at, page } of result.answers) {
      const by = policy.people.personAt(notifier, accounts);
      const answer = { by, notifier: notifier.name, at: within(page, at ?? now, now), page };
      answers.set(number, [...(answers.get(number) ?? []), answer]);
    }
  }
  return answers;
}

/** Whether any of these answers is not on the record of an issue, as far as it was read. */
export function isAnswerNews(issue: Issue, answers: readonly HeardAnswer[]): boolean {
  const { done } = readOwnMarks(issue).record;
  return answerEvents(done, answers).some(({ key }) => !Object.hasOwn(done, key));
}

/** Nobody answers before they are asked, or later than now, whatever clock says so. */
function within(page: Instant, at: Instant, now: Instant): Instant {
  return Math.max(page, Math.min(at, now));
}

/**
 * Whether an answer needs no run any more: it is on record, or can count for nothing. `open` are the pages that were out at the notifier
 * when it was heard.
 */
function isDealtWith(run: Run, notifier: Notifier, open: readonly OpenPage[], answer: ServiceAnswer): boolean {
  const { report, trigger, issues, policy } = run;
  const isRead = trigger.kind === 'sweep' || issues.some((issue) => issue.number === answer.number);
  const page = open.find((it) => it.number === answer.number);
  // Nobody waits for it: it is acknowledged or over, or the page is that of another level of support.
  if (!page || answer.page < page.from) return isRead;
  const settled = report.settled.find(({ situation }) => situation.incident.issue.number === answer.number);
  if (!settled) return false;
  const { acknowledgement, record, resolution } = settled.situation.incident;
  const isOver = resolution.resolved ?? resolution.ended ?? null;
  if (isOver !== null || (acknowledgement !== null && acknowledgement.how !== 'pager')) return true;
  const by = policy.people.personAt(notifier, answer.accounts)?.toLowerCase();
  return Object.keys(record.done).some((text) => {
    const key = readKey(text);
    if (key?.kind !== 'answer' || key.since < page.from) return false;
    // Whoever answers after the one that counts is not told of.
    const isThis = key.notifier === notifier.name && key.by?.toLowerCase() === by;
    return isThis || acknowledgement !== null;
  });
}
