import type { Instant } from '../calendar/calendar.ts';
import type { Policy } from './policy.ts';
import type { CategoryTrack } from './category/track.ts';
import type { Holder, Incident, Order, Silence, StatedImpact } from './incident.ts';
import type { Moment } from '../model/moment.ts';
import type { LevelTrack } from './levels/track.ts';
import type { PauseTrack } from './pauses/track.ts';
import type { PriorityTrack } from './priority/track.ts';

/** What the commands of an incident change while its timeline is folded. */
export interface Draft {
  readonly policy: Policy;
  readonly priorities: PriorityTrack;
  readonly categories: CategoryTrack;
  readonly levels: LevelTrack;
  readonly pauses: PauseTrack;
  /** IANA zone of instants that people write without an offset. */
  readonly zone: string;
  readonly openedAt: Instant;
  readonly updates: Instant[];
  readonly assignees: Set<string>;
  /** Those whom a command has assigned and nobody has unassigned since, by login in small letters. */
  readonly ordered: Map<string, Order>;
  /** Whether somebody has access to the repository; undefined while that is not known. Decided once. */
  readonly canReach: (login: string, at: Instant) => boolean | undefined;
  readonly holders: Map<string, Holder>;
  readonly links: { readonly url: string; readonly by: string | null }[];
  readonly past: { readonly at: Instant; readonly by: string | null; readonly text: string }[];
  readonly escalations: Moment[];
  silence: Silence | null;
  duplicateOf: { readonly of: number; readonly comment: number } | null;
  cause: Incident['cause'];
  quick: Moment | null;
  acknowledged: Moment | null;
  workaround: Moment | null;
  mitigated: Moment | null;
  restored: Moment | null;
  resolved: Moment | null;
  drafted: Moment | null;
  impact: StatedImpact | null;
  ended: (Moment & { readonly status: 'dismissed' | 'withdrawn' }) | null;
}

/** Why a command that its author was entitled to was not obeyed; the catalogue has the words. */
export type Complaint =
  | 'unknown'
  | 'not-allowed'
  | 'no-priority'
  | 'no-reason'
  | 'no-text'
  | 'no-times'
  | 'no-category'
  | 'no-cause'
  | 'no-level'
  | 'no-quick'
  | 'no-dismissal'
  | 'no-login'
  | 'no-role'
  | 'no-access'
  | 'cut'
  | 'no-pause'
  | 'not-paused'
  | 'no-silence'
  | 'no-number'
  | 'no-link'
  | 'no-time'
  | 'too-late'
  | 'not-resolved'
  | 'dismissed';

/** Carries out one command of somebody entitled to it, or says why not. */
export type Obey = (draft: Draft, moment: Moment & { readonly comment: number }) => Complaint | null;

/** Users are no longer harmed, by whatever means: that is a workaround too. */
export function mitigate(draft: Draft, moment: Moment): void {
  draft.mitigated ??= moment;
  draft.workaround ??= moment;
}

/** The work is over. Whoever resolves has taken the incident on; a withdrawal is confirmed by it. */
export function resolve(draft: Draft, moment: Moment): void {
  // A withdrawal that is confirmed was a resolution from the first.
  const at = draft.ended?.status === 'withdrawn' ? draft.ended.at : moment.at;
  if (draft.ended?.status === 'withdrawn') draft.ended = null;
  if (draft.ended) return;
  draft.resolved ??= { ...moment, at };
  // That an alert went away by itself does not mean that anybody is there.
  if (moment.how !== 'recovered') draft.acknowledged ??= { ...moment, at };
}
