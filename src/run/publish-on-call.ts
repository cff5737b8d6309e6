import type { Instant } from '../calendar/calendar.ts';
import { isUnanswered, type GitHub, type GitHubError, type LabelLooks } from '../github/port.ts';
import { messageOf } from '../model/error.ts';
import type { Issue } from '../model/issue.ts';
import { oncallWordsOf } from '../capabilities/on-call/words.ts';
import { planPublication, type PublicationPlan } from '../capabilities/on-call/publication.ts';
import type { Repository } from '../model/repository.ts';
import type { Policy } from '../capabilities/policy.ts';
import type { Report } from './report.ts';

/** One round opens the issue, one tells and rewrites; further ones make up for answers that were lost. */
const MOST_ROUNDS = 4;

type Opening = Extract<PublicationPlan, { issue: null }>;

/**
 * Publishes who is on call in an issue of its own, and tells there those whose shift has begun. What was done, or in a dry run
 * would be, and what failed is added to the report; throws nothing, since the incidents of the run have been dealt with.
 * `roles` is what the run knows of people so far, and gets what is asked here.
 */
export async function publishOnCall(
  github: GitHub,
  repository: Repository,
  policy: Policy,
  roles: Map<string, string | null>,
  looks: LabelLooks,
  now: Instant,
  report: Report,
): Promise<void> {
  const label = policy.labels.onCall;
  const { did: words } = oncallWordsOf(policy.language);
  const unanswered = new Set<string>();
  let at: number | null = null;

  function fail(error: unknown): void {
    const message = words.failed(messageOf(error));
    if (!report.failures.some((it) => it.issue === at && it.message === message))
      report.failures.push({ issue: at, message });
  }

  /** Opens the issue and reads it. If nobody knows whether it was opened, looks whether it was. */
  async function open({ title, body, why }: Opening): Promise<readonly Issue[]> {
    if (report.dryRun) {
      report.filed.push({ issue: null, do: 'publish-on-call', what: why });
      return [imagined(title, body, label, now)];
    }
    let issues: readonly Issue[];
    try {
      const { id } = await github.openIssue(title, body, [label], looks);
      issues = [await github.readIssue(id)].flatMap((it) => it ?? []);
    } catch (error) {
      if (!isUnanswered(error)) throw error;
      issues = await github.ownIssues(label);
      // To open it once more might be once too often; the next run knows better.
      if (planPublication(issues, { now, policy, repository, roles }).issue === null)
        throw new Error(words.lost(messageOf(error)), { cause: error });
    }
    report.filed.push({ issue: issues[0]?.number ?? null, do: 'publish-on-call', what: why });
    return issues;
  }

  async function ask(login: string): Promise<void> {
    try {
      roles.set(login.toLowerCase(), await github.roleOf(login));
    } catch (error) {
      // Whoever cannot be judged now is taken to be reachable.
      unanswered.add(login);
      fail(error);
    }
  }

  try {
    let issues = await github.ownIssues(label);
    for (let round = 0; round < MOST_ROUNDS;) {
      const plan = planPublication(issues, { now, policy, repository, roles });
      if (plan.issue === null) {
        if (round > 0) return;
        round += 1;
        issues = await open(plan);
        continue;
      }
      const { issue, effects } = plan;
      at = issue.number === 0 ? null : issue.number;
      const unknown = plan.unknown.filter((login) => !unanswered.has(login));
      for (const login of unknown) await ask(login);
      if (unknown.length > 0) continue;
      if (effects.length === 0) return;

      round += 1;
      const outcomes = report.dryRun
        ? effects.map(() => ({ result: 'done' as const }))
        : await github.carryOut(issue, effects, looks);
      let lost: GitHubError | null = null;
      let refused = false;
      for (const [i, outcome] of outcomes.entries()) {
        const effect = effects[i]!;
        if (outcome.result === 'done') {
          const kind = effect.do === 'comment' ? 'tell-shift' : 'publish-on-call';
          report.filed.push({ issue: at, do: kind, what: effect.why });
        } else if (outcome.result === 'refused') {
          refused = true;
          fail(outcome.error);
        } else lost = outcome.error;
      }
      if (lost === null) return;
      if (refused || round === MOST_ROUNDS) throw new Error(words.lost(lost.message), { cause: lost });
      const again = await github.readIssue(issue.id);
      issues = [...(again ? [again] : []), ...issues.filter(({ id }) => id !== issue.id)];
    }
  } catch (error) {
    fail(error);
  }
}

/** The issue as a dry run would have opened it. */
function imagined(title: string, body: string, label: string, now: Instant): Issue {
  return {
    id: '',
    number: 0,
    url: '',
    title,
    body,
    edited: false,
    author: null,
    own: true,
    openedAt: now,
    state: 'open',
    labels: [label],
    timeline: [],
  };
}
