import { openPage } from '../capabilities/answers/open-pages.ts';
import { answerEvents, type HeardAnswer } from '../capabilities/answers/timeline.ts';
import type { Instant } from '../calendar/calendar.ts';
import { readIncident, type IncidentReading } from '../capabilities/reading.ts';
import { wordsOf } from '../capabilities/words.ts';
import { readOwnMarks } from '../engine/own-marks.ts';
import type { Issue } from '../model/issue.ts';
import type { Answer, OpenPage } from '../notify/answers/answer.ts';
import type { Heard } from '../notify/answers/hear.ts';
import type { Notifier } from '../notify/message.ts';
import { isOver } from './budget.ts';
import type { Job, Run } from './context.ts';
import { incidentsOf } from './incidents.ts';

/** So many open pages are asked about at each notifier, the last ones: a service that is asked too often refuses. */
const MOST_PAGES = 50;

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
    for (const result of heard.values()) {
      if (!result.ok || !result.forget || run.inputs.dryRun || isOver(run)) continue;
      // What is not forgotten is heard again, and known by then.
      await result.forget((answer) => isDealtWith(run, answer)).catch(() => null);
    }
  };
}

/** The pages that are out among these issues. */
export function listeningOf(
  run: Pick<Run, 'policy' | 'inputs' | 'knowledge' | 'adoptedAt' | 'repository' | 'now'>,
  issues: readonly Issue[],
): Listening {
  const notifiers = run.policy.notifiers.filter(({ answers }) => answers === true);
  if (notifiers.length === 0) return new Map();
  const names = new Set(notifiers.map(({ name }) => name));
  // Most incidents have no page out; those are not read for this.
  const isPaged = (issue: Issue): boolean =>
    Object.values(readOwnMarks(issue).record.done).some(({ paged = [] }) =>
      [paged].flat().some((name) => names.has(name)),
    );
  const readings = incidentsOf(run, issues, [])
    .filter((issue) => issue.state === 'open' && isPaged(issue))
    .flatMap((issue) => readable(issue, run));
  return new Map(
    notifiers.flatMap((notifier) => {
      const open = readings.flatMap(({ incident }) => openPage(incident, notifier, run.repository) ?? []);
      const last = open.sort((a, b) => b.since - a.since).slice(0, MOST_PAGES);
      return last.length === 0 ? [] : [[notifier, last] as const];
    }),
  );
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
  { pager, repository, policy, report }: Pick<Run, 'pager' | 'repository' | 'policy' | 'report'>,
  listening: Listening,
): Promise<ReadonlyMap<Notifier, Heard>> {
  const where = { place: `${repository.owner}/${repository.name}`, language: policy.language };
  const heard = await Promise.all(
    [...listening].map(async ([notifier, open]) => [notifier, await pager.hear(notifier, open, where)] as const),
  );
  const { deaf } = wordsOf(policy.language).answers;
  for (const [notifier, result] of heard) {
    if (result.ok) continue;
    const message = deaf(`\`${notifier.name}\``, result.why);
    if (result.isLasting) report.failures.push({ issue: null, message });
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
    for (const { number, accounts, at, page } of result.ok ? result.answers : []) {
      const by = policy.people.personAt(notifier, accounts);
      const answer = { by, notifier: notifier.name, at: within(page, at ?? now, now), page };
      answers.set(number, [...(answers.get(number) ?? []), answer]);
    }
  }
  return answers;
}

/** Whether any of these answers is not on the record of an issue, as far as it was read. */
export function isNews(issue: Issue, answers: readonly HeardAnswer[]): boolean {
  const { done } = readOwnMarks(issue).record;
  return answerEvents(done, answers).some(({ key }) => !Object.hasOwn(done, key));
}

/** Nobody answers before they are asked, or later than now, whatever clock says so. */
function within(page: Instant, at: Instant, now: Instant): Instant {
  return Math.max(page, Math.min(at, now));
}

/** Whether an answer needs no run any more: it is on record, or there is nothing left to answer. */
function isDealtWith({ report, trigger }: Run, { number }: Answer): boolean {
  const settled = report.settled.find(({ situation }) => situation.incident.issue.number === number);
  if (settled) {
    const { acknowledgement, answers, record } = settled.situation.incident;
    const isRecorded = ({ key }: (typeof answers)[number]): boolean => Object.hasOwn(record.done, key);
    if (acknowledgement === null) return answers.every(isRecorded);
    return acknowledgement.how !== 'pager' || answers.some((it) => it.at === acknowledgement.at && isRecorded(it));
  }
  const isAll = trigger.kind === 'sweep' && report.stop === null;
  return isAll && !report.failures.some(({ issue }) => issue === null || issue === number);
}
