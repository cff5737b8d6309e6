import type { Instant } from '../../calendar/calendar.ts';
import { MINUTE } from '../../calendar/length.ts';
import { PUBLIC_STAGES, type PublicStage } from '../../status-page/page.ts';
import type { Incident } from '../tracks.ts';

/** How far an incident is for those outside, since when, and whether it turned out to be none. */
export interface Natural {
  readonly stage: PublicStage;
  readonly since: Instant;
  readonly isDismissed: boolean;
  /** Whether it goes on as another one. */
  readonly isDuplicate: boolean;
  /** When it last began again; null if it never did. */
  readonly reopenedAt: Instant | null;
}

/** For how long an alert must be gone before customers are told that it is over, in milliseconds. */
const SETTLES = 15 * MINUTE;

/** The stage that follows from what was done, unless somebody says otherwise (seed document B: as soon as it is identified). */
export function naturalStage({ issue, resolution, mitigation, cause, postMortem }: Incident, now: Instant): Natural {
  const { ended, reopenedAt } = resolution;
  // An alert that went away may be back in a minute, and customers would read every turn of it.
  const isFresh = resolution.resolved?.how === 'recovered' && now - resolution.resolved.at < SETTLES;
  const resolved = isFresh ? null : resolution.resolved;
  const stage = (name: PublicStage, since: Instant): Natural => ({
    stage: name,
    since,
    isDismissed: ended !== null && resolved === null,
    isDuplicate: resolution.isFolded,
    reopenedAt,
  });
  const { report } = postMortem.standing;
  if (resolved && report) return stage('postmortem', report.at);
  // Whether what was closed by somebody without a say is over, is for others to say.
  const end = resolved ?? (ended?.status === 'dismissed' ? ended : null);
  if (end) return stage('resolved', end.at);
  if (mitigation.mitigated) return stage('monitoring', mitigation.mitigated.at);
  return cause ? stage('identified', cause.at) : stage('investigating', reopenedAt ?? issue.openedAt);
}

/** How it was at an instant, as far as the incident still tells: what was done before it was last reopened is over. */
export function stageAt({ resolution, mitigation, cause }: Incident, at: Instant): PublicStage {
  const { resolved, ended, gaps } = resolution;
  const isBefore = (moment: { readonly at: Instant } | null): boolean => moment !== null && moment.at <= at;
  if (isBefore(resolved) || isBefore(ended) || gaps.some(({ from, to }) => from <= at && at < to)) return 'resolved';
  if (isBefore(mitigation.mitigated)) return 'monitoring';
  return isBefore(cause) ? 'identified' : 'investigating';
}

const rankOf = (stage: PublicStage): number => PUBLIC_STAGES.indexOf(stage);

/** Whether a stage is one of those after the end. */
export const isStageOver = (stage: PublicStage): boolean => rankOf(stage) >= rankOf('resolved');

/** The later of two stages. */
export function laterOf(one: PublicStage, other: PublicStage): PublicStage {
  return rankOf(one) >= rankOf(other) ? one : other;
}

/** Whether customers do not know yet how far it is: it has gone on, or it began again after they read that it is over. */
export function isStageNews(
  { stage, reopenedAt }: Pick<Natural, 'stage' | 'reopenedAt'>,
  last: { readonly stage: PublicStage; readonly at: Instant },
): boolean {
  if (isStageOver(last.stage) && !isStageOver(stage)) return reopenedAt !== null && reopenedAt > last.at;
  return rankOf(stage) > rankOf(last.stage);
}
