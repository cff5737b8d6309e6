import type { Instant } from '../calendar/calendar.ts';
import type { Issue, TimelineEvent } from '../model/issue.ts';
import { includesLogin } from '../model/login.ts';
import { projectedEvents } from '../engine/projection.ts';
import type { Effect } from '../engine/effect.ts';
import { errorIn } from './errors.ts';
import type { Directory } from './ids.ts';
import { mutationOf } from './mutations.ts';
import { askGitHub, type Octokit } from './octokit.ts';
import { GitHubError, isUnanswered, type EffectOutcome } from './port.ts';
import { ENTRY_FRAGMENTS, REMARK_FRAGMENTS } from './queries.ts';
import { commented, eventsOf, type IsOwn, type RawComment, type RawEntry } from './translate.ts';

interface Writing {
  readonly octokit: Octokit;
  readonly isOwn: IsOwn;
  readonly ids: Directory;
  /** For events whose time GitHub does not answer with. */
  readonly now: Instant;
}

/** One effect on its issue. */
export interface Act {
  readonly issue: Issue;
  readonly effect: Effect;
}

/**
 * Carries out effects as aliased mutations of one request, in order. GitHub executes them one after the other, and each may fail
 * alone. If no answer comes, every one of them is uncertain.
 */
export async function write(writing: Writing, acts: readonly Act[]): Promise<readonly EffectOutcome[]> {
  const mutations = acts.map(({ issue, effect }) => mutationOf(writing.ids, issue, effect));
  const parameters = mutations.map(({ input }, i) => `$i${i}: ${input}!`).join(', ');
  const fields = mutations
    .map(({ field, selection }, i) => `m${i}: ${field}(input: $i${i}) { ${selection} }`)
    .join('\n  ');
  const fragments = fragmentsIn(fields);
  const variables = Object.fromEntries(mutations.map(({ value }, i) => [`i${i}`, value]));
  const answer = await askGitHub(
    writing.octokit,
    `mutation Write(${parameters}) {\n  ${fields}\n}\n${fragments}`,
    variables,
  );
  const data = answer.data as Record<string, unknown>;
  return acts.map(({ effect }, i): EffectOutcome => {
    const raw = answer.errors.find(({ path }) => path?.[0] === `m${i}`);
    if (!raw) return { result: 'done', events: reported(writing, effect, data[`m${i}`]) };
    const error = errorIn(raw);
    return failed(error);
  });
}

/** The fragments that a document uses; GitHub refuses one that it does not. */
function fragmentsIn(fields: string): string {
  if (fields.includes('...Entry')) return ENTRY_FRAGMENTS;
  return fields.includes('...Remark') ? REMARK_FRAGMENTS : '';
}

/** What becomes of an effect that ended in an error. */
export function failed(error: GitHubError): EffectOutcome {
  return { result: isUnanswered(error) ? 'uncertain' : 'refused', error };
}

/** What an effect that was carried out has left on the timeline: what was to be expected, as far as GitHub's answer bears it out. */
function reported({ isOwn, now }: Writing, effect: Effect, data: unknown): TimelineEvent[] {
  const answered = answeredEvents(data, isOwn).filter(({ at }) => at >= now);
  // The event as GitHub stamped it, so that what it starts has one time, now and for later runs.
  const expected = projectedEvents(effect, now).map(
    (event) => answered.findLast((it) => isSameAct(it, event)) ?? event,
  );
  switch (effect.do) {
    case 'assign': {
      const { assignable } = data as { assignable: { assignees: { nodes: { login: string }[] } } | null };
      const assigned = assignable?.assignees.nodes.map(({ login }) => login) ?? [];
      // Whom GitHub drops silently is not assigned.
      return expected.filter((event) => event.kind === 'assigned' && includesLogin(assigned, event.assignee ?? ''));
    }
    case 'comment':
    case 'edit-comment':
    case 'write-card': {
      const answer = data as { commentEdge?: { node: RawComment }; issueComment?: RawComment };
      const raw = answer.commentEdge?.node ?? answer.issueComment;
      if (!raw) throw new GitHubError('no-answer', 'GitHub did not say which comment it wrote.');
      return [commented(raw, isOwn)];
    }
    case 'open-issue': {
      const { issue } = data as { issue: { id: string; number: number } };
      return expected.map((event) =>
        event.kind === 'sub-issue-added' ? { ...event, issue: { ...event.issue, ...issue } } : event,
      );
    }
    default:
      return expected;
  }
}

/** What the answer to a mutation brings of the issue's timeline. */
function answeredEvents(data: unknown, isOwn: IsOwn): TimelineEvent[] {
  interface Payload {
    readonly timelineItems?: { readonly nodes: readonly (RawEntry | null)[] | null };
  }
  const { labelable, assignable, issue } = data as Record<'labelable' | 'assignable' | 'issue', Payload | null>;
  const entries = (labelable ?? assignable ?? issue)?.timelineItems?.nodes ?? [];
  return entries.flatMap((entry) => (entry ? eventsOf(entry, isOwn) : [])).filter(({ own }) => own);
}

function isSameAct(one: TimelineEvent, other: TimelineEvent): boolean {
  switch (one.kind) {
    case 'labeled':
    case 'unlabeled':
      return one.kind === other.kind && one.label.toLowerCase() === other.label.toLowerCase();
    case 'assigned':
    case 'unassigned':
      return one.kind === other.kind && includesLogin([one.assignee ?? ''], other.assignee ?? '');
    default:
      return one.kind === other.kind;
  }
}
