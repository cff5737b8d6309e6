import type { Standing } from '../../capabilities/post-mortem/standing.ts';
import { peopleOf } from '../../capabilities/people/roles.ts';
import { digestEntries, withDigestsOf } from '../../engine/digest.ts';
import type { Effect } from '../../engine/effect.ts';
import { readOwnMarks } from '../../engine/own-marks.ts';
import { messageOf } from '../../model/error.ts';
import type { Issue } from '../../model/issue.ts';
import { chases } from '../../post-incident/action-items/chase.ts';
import { decidePostMortem, type PostMortemDecision } from '../../post-incident/post-mortem/decide.ts';
import { readPostMortem, type PostMortem } from '../../post-incident/post-mortem/reading.ts';
import { situationOf, type Ground } from '../../post-incident/post-mortem/situation.ts';
import { standingOf } from '../../post-incident/post-mortem/standing.ts';
import { postMortemWordsOf } from '../../post-incident/post-mortem/words.ts';
import { apply } from '../apply.ts';
import { isOver } from '../budget.ts';
import type { Run } from '../context.ts';
import { isFirstOfDay } from '../first-of-day.ts';
import { settle, type Settling } from '../settle.ts';
import { runWords } from '../words.ts';

/** Tell, record, and one for each answer that was lost on the way. */
const MOST_ROUNDS = 8;

/** The most people whose role is asked for before the incidents are dealt with. */
const MOST_ASKED = 5;

/** Who has changed the texts, by the number of the issue; filled while a run goes on. */
type Editors = Map<number, readonly string[]>;

/** How each post-mortem of a run stands, by its number, as far as it can be told: the clocks of its incident depend on it. */
export async function standingsOf(run: Run): Promise<ReadonlyMap<number, Standing>> {
  const { knowledge, github } = run;
  const standings = new Map<number, Standing>();
  const editors: Editors = new Map();
  let asked = 0;
  for (const issue of run.postIncident) {
    try {
      let reading = readPostMortem(issue, groundOf(run, editors));
      if (reading?.wantsEditors) {
        editors.set(issue.number, await github.editorsOf(issue.id));
        reading = readPostMortem(issue, groundOf(run, editors));
      }
      for (const login of reading?.unknown ?? [])
        if (asked++ < MOST_ASKED) knowledge.roles.set(login.toLowerCase(), await github.roleOf(login));
      if (reading && reading.unknown.length > 0) reading = readPostMortem(issue, groundOf(run, editors));
      if (reading) standings.set(issue.number, standingOf(situationOf(reading.postMortem, groundOf(run, editors))));
    } catch {
      // Whoever deals with it says what is wrong.
      const reading = readPostMortem(issue, groundOf(run, editors));
      if (reading) standings.set(issue.number, standingOf(situationOf(reading.postMortem, groundOf(run, editors))));
    }
  }
  return standings;
}

/** Does for each post-mortem what is due. One that fails stops no other. */
export async function settlePostMortems(run: Run): Promise<readonly PostMortem[]> {
  const { report, trigger } = run;
  const standing: { readonly issue: number; readonly message: string }[] = [];
  const editors: Editors = new Map();
  const settled: PostMortem[] = [];
  // Nothing is followed up in the open of what is confidential.
  const hidden = new Set(
    report.settled.flatMap(({ situation: { incident } }) =>
      incident.category.confidential && incident.postMortem.issue ? [incident.postMortem.issue.number] : [],
    ),
  );
  for (const issue of run.postIncident) {
    if (isOver(run) || report.stop !== null) break;
    try {
      if (hidden.has(issue.number)) {
        await withdraw(run, issue);
        continue;
      }
      const { postMortem, stands } = await settlePostMortem(run, issue, editors);
      if (postMortem) settled.push(postMortem);
      standing.push(...stands.map((message) => ({ issue: issue.number, message })));
    } catch (error) {
      report.failures.push({ issue: issue.number, message: messageOf(error) });
    }
  }
  // What fails until somebody has changed something is said once a day, and where somebody looks.
  const isSaid = ({ issue }: { readonly issue: number }): boolean =>
    report.settled.some((it) => it.standing.some((line) => line.startsWith(`#${issue}: `)));
  const news = standing.filter((it) => !isSaid(it));
  const isAsked = ({ issue }: { readonly issue: number }): boolean =>
    trigger.kind === 'issue' && trigger.issue === issue;
  if (news.length > 0 && (news.some(isAsked) || (await isFirstOfDay(run)))) report.failures.push(...news);
  await chase(run, settled, editors);
  return settled;
}

/** Takes the card off a post-mortem whose incident turned out to be confidential: it may name details. */
async function withdraw(run: Run, issue: Issue): Promise<void> {
  const { card } = readOwnMarks(issue);
  if (card === null) return;
  const { why } = postMortemWordsOf(run.policy.language);
  await apply(run, issue, [{ do: 'delete-comment', issue: issue.number, comment: card.id, why: why.hidden }]);
}

interface Settled {
  readonly postMortem: PostMortem | null;
  /** What failed, and will again until somebody has changed something. */
  readonly stands: readonly string[];
}

async function settlePostMortem(run: Run, start: Issue, editors: Editors): Promise<Settled> {
  const { github, report, policy } = run;
  const { number } = start;
  const stands = new Set<string>();
  const fail = (message: string, isStanding = false): void => {
    if (isStanding) stands.add(message);
    else if (!report.failures.some((it) => it.issue === number && it.message === message))
      report.failures.push({ issue: number, message });
  };
  const last: { decision: PostMortemDecision | null } = { decision: null };

  const settling: Settling<Issue, readonly Effect[]> = {
    mostRounds: MOST_ROUNDS,
    fail,
    decide(issue, refused) {
      last.decision = decidePostMortem(issue, groundOf(run, editors), refused);
      const { effects = [], unknown = [] } = last.decision ?? {};
      return { plan: effects.length === 0 ? null : effects, unknown };
    },
    async carryOut(issue, effects) {
      const applied = await apply(run, issue, effects);
      for (const { do: kind, why } of applied.done)
        if (kind !== 'write-card') report.filed.push({ issue: number, do: 'follow-up', what: why });
      return { ...applied, subject: applied.issue };
    },
    async read(issue, lost) {
      if (!isOver(run)) {
        const again = await github.readIssue(issue.id);
        return again && withDigestsOf(again, issue);
      }
      fail(runWords(policy.language).lost(lost.message));
      return null;
    },
  };
  let settlement = await settle(settling, start, run);
  if (last.decision?.wantsEditors) {
    editors.set(number, await github.editorsOf(start.id));
    settlement = await settle(settling, settlement.subject, run);
  }
  if (settlement.end === 'halted') report.stop ??= 'asked';
  if (settlement.end === 'unsettled') fail(runWords(policy.language).unsettled(number));
  return { postMortem: last.decision?.postMortem ?? null, stands: [...stands] };
}

/** Tells people of their overdue action items, on a scheduled run: one comment each. What they were told goes on the cards. */
async function chase(run: Run, settled: readonly PostMortem[], editors: Editors): Promise<void> {
  const { report, policy, repository, now, trigger } = run;
  if (trigger.kind !== 'sweep') return;
  const areaOf = (incident: number): readonly string[] => {
    const found = report.settled.find(({ situation }) => situation.incident.issue.number === incident)?.situation;
    const owner = found?.incident.category.current?.owner ?? null;
    return owner === null ? [] : (peopleOf({ policy, now }, owner) ?? []);
  };
  const issues = new Map(settled.map(({ issue }) => [issue.number, issue]));
  const changed = new Set<number>();
  for (const { host, to, body, keys, of } of chases(settled, { now, policy, repository, areaOf })) {
    if (isOver(run) || report.stop !== null) break;
    const { why } = postMortemWordsOf(policy.language).chase;
    const subject = issues.get(host.number)!;
    const effect = { do: 'comment', issue: host.number, body, keys, to: [to], why } as const;
    const applied = await apply(run, subject, [effect]);
    for (const { error } of applied.refused) report.failures.push({ issue: host.number, message: error.message });
    if (applied.done.length === 0) continue;
    report.filed.push({ issue: host.number, do: 'follow-up', what: why });
    issues.set(host.number, applied.issue);
    const proof = new Map(applied.issue.timeline.slice(-1).flatMap((event) => digestEntries(host, event)));
    for (const number of of) {
      const [issue, entry] = [issues.get(number)!, proof.get(number)];
      if (entry) issues.set(number, { ...issue, timeline: [...issue.timeline, entry] });
      changed.add(number);
    }
  }
  for (const number of changed) await settlePostMortem(run, issues.get(number)!, editors);
}

function groundOf({ now, policy, repository, knowledge }: Run, editors: Editors): Ground {
  return { now, policy, repository, roles: knowledge.roles, editors };
}
