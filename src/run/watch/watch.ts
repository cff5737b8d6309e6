import type { Instant } from '../../calendar/calendar.ts';
import { MINUTE } from '../../calendar/length.ts';
import { GitHubError } from '../../github/port.ts';
import { withIncidents } from '../begin.ts';
import type { Run, Start } from '../context.ts';
import { answersBy, hear, isAnswerNews, listeningOf, type Listening } from '../answers.ts';
import { incidentsOf } from '../incidents.ts';
import { newReport, type Report } from '../report.ts';
import { runWords } from '../words.ts';
import { crowdIn } from '../../capabilities/membership/crowd.ts';
import { duesOf } from './due.ts';
import { isWatchRun, STARTS } from './inputs.ts';
import { EVERY, nextStart, nextStep, restAfterReading, type WatchKnowledge, type Tries } from './step.ts';
import { waitsUntil } from './waiting.ts';
import { minutesLeft } from './under-way.ts';

/** For so long GitHub may fail before a watch gives up: the next run starts another one. In milliseconds. */
const MOST_TROUBLE = 10 * MINUTE;

/**
 * `command: watch`. A run that was started to watch looks, sleeps until something is due, and starts the ordinary run then: what acts is
 * always that one. Any other run starts one that watches, if none is under way and the minutes of the policy allow it.
 */
export function keepWatch(start: Start): Promise<Report> {
  // Whoever only wants to see what would be done is not served by hours of looking.
  if (start.inputs.dryRun) return Promise.resolve(newReport(true));
  return isWatchRun(start.inputs) ? look(start) : begin(start);
}

const begin = withIncidents(async (run) => {
  const { github, watchedUntil, report, policy } = run;
  if (watchedUntil !== null) return;
  if ((await minutesLeft(run)) <= 0)
    report.advice.push(runWords(policy.language).minutesSpent(policy.watch.privateMinutes));
  else {
    await github.dispatch(...whereOf(run), STARTS.successor);
    report.filed.push({ issue: null, do: 'start-watch', what: runWords(policy.language).watchStarted });
  }
});

/** What a reading of the incidents tells. */
interface Reading extends Pick<WatchKnowledge, 'end' | 'isSpent' | 'waits'> {
  /** When something is due about each incident, up to the horizon. */
  readonly dues: ReadonlyMap<number, Instant>;
  /** The incidents about which somebody has answered in a pager, as was heard at an instant, and as no run has recorded yet. */
  readonly answered: (now: Instant) => Promise<ReadonlySet<number>>;
  readonly language: Report['language'];
  /** How far GitHub's clock is ahead of this machine's, in milliseconds. */
  readonly ahead: number;
}

/** Looks until nothing is due soon, or somebody else goes on. Throws if it cannot. */
async function look(start: Start): Promise<Report> {
  const { github, sleep, inputs } = start;
  const [workflow, ref] = whereOf(start);
  const reader = readerOf(start);
  const persistently = perseverance(start);

  // What is read after this may know more, never less.
  let newest = await persistently(() => github.newest());
  let seen = newest;
  let reading = await persistently(reader);
  const now = (): Instant => start.now + start.elapsed() + reading.ahead;
  const from = now();
  const tries = new Map<number, Tries>();
  /** Somebody has it: that is due at once, as it stops what would fall due. */
  let answered = await reading.answered(from);
  const dues = (): ReadonlyMap<number, Instant> =>
    new Map([...reading.dues, ...[...answered].map((number) => [number, readAt] as const)]);
  let [readAt, lookedAt] = [from, from];
  let [looks, started] = [1, 0];
  for (;;) {
    if (now() - lookedAt >= EVERY) {
      newest = await persistently(() => github.newest());
      [lookedAt, looks] = [now(), looks + 1];
      answered = await reading.answered(lookedAt);
    }
    const rest = restAfterReading(github.allowance());
    const step = nextStep(
      { ...reading, due: nextStart(dues(), tries), readAt, rest, isChanged: newest !== seen },
      now(),
    );
    if (step.do === 'sleep') await sleep(step.ms);
    else if (step.do === 'read') {
      [reading, seen] = [await persistently(reader), newest];
      readAt = now();
      answered = await reading.answered(readAt);
      // What is done now has no tries any more.
      for (const number of tries.keys()) if (!((dues().get(number) ?? Infinity) <= readAt)) tries.delete(number);
    } else {
      const given = step.do === 'start' ? 'due' : step.why === 'handed-over' ? 'successor' : 'ended';
      await persistently(() => github.dispatch(workflow, ref, STARTS[given]));
      started += 1;
      for (const [number, due] of dues())
        if (due <= now()) tries.set(number, { count: (tries.get(number)?.count ?? 0) + 1, at: now() });
      if (step.do !== 'end') continue;
      const watched = { from, to: now(), looks, started, end: step.why };
      return newReport(inputs.dryRun, { language: reading.language, watched });
    }
  }
}

/** Reads the incidents, and keeps what it learns of people. */
function readerOf(start: Start): () => Promise<Reading> {
  const roles: Run['knowledge']['roles'] = new Map();
  return async () => {
    const begun = start.elapsed();
    const now = start.now + begun;
    let reading: Reading | null = null;
    await withIncidents(async (run) => {
      for (const [login, role] of roles) run.knowledge.roles.set(login, role);
      const incidents = incidentsOf(run, run.issues, []);
      const held = crowdIn(incidents, { policy: run.policy, subject: null, now: run.now });
      const dues = await duesOf(
        run,
        incidents.filter(({ number }) => !held.has(number)),
      );
      for (const [login, role] of run.knowledge.roles) roles.set(login, role);
      const limit = run.watchedUntil ?? run.now + run.policy.watch.atMost;
      const end = Math.min(limit, run.now + (await minutesLeft(run)) * MINUTE);
      const listening = listeningOf(run, run.issues);
      reading = {
        dues,
        waits: waitsUntil(run, run.issues),
        answered: (at) => answeredIn({ ...run, now: at }, listening),
        end,
        isSpent: end < limit,
        language: run.policy.language,
        ahead: run.now - now,
      };
    })({ ...start, now, elapsed: () => start.elapsed() - begun });
    return reading!;
  };
}

/**
 * The incidents about which somebody has answered in a pager, and no run has recorded it. What keeps the watch from hearing is for the
 * ordinary run to tell.
 */
async function answeredIn(run: Run, listening: Listening): Promise<ReadonlySet<number>> {
  const heard = await hear({ ...run, report: newReport(run.inputs.dryRun) }, listening);
  const answers = answersBy(run, heard);
  const open = run.issues.filter(({ number }) => answers.has(number));
  return new Set(open.filter((issue) => isAnswerNews(issue, answers.get(issue.number)!)).map(({ number }) => number));
}

/** Does something again and again until it succeeds. Throws if it fails for long, or if GitHub will not ever allow it. */
function perseverance({ elapsed, sleep }: Start): <T>(work: () => Promise<T>) => Promise<T> {
  return async (work) => {
    const begun = elapsed();
    for (;;) {
      try {
        return await work();
      } catch (error) {
        const isLasting = error instanceof GitHubError && ['bad-token', 'no-permission'].includes(error.trouble);
        if (isLasting || elapsed() - begun >= MOST_TROUBLE) throw error;
        await sleep(EVERY);
      }
    }
  };
}

/** The workflow, by the name of its file, and the branch on which it is started. Throws where there is none. */
function whereOf({ inputs: { workflow, ref } }: Pick<Start, 'inputs'>): readonly [workflow: string, ref: string] {
  if (workflow !== null && ref !== null) return [workflow, ref];
  throw new Error('`command: watch` starts runs of its workflow, and must stand in one.');
}
