import type { Instant } from '../calendar/calendar.ts';
import type { CommandEvent } from '../engine/command.ts';
import type { JudgedComment, Spoken } from '../engine/conversation.ts';
import type { EventTrack, Reopening } from '../engine/fold.ts';
import type { Judge } from '../engine/judge.ts';
import type { OwnMarks } from '../engine/own-marks.ts';
import type { Policy } from '../capabilities/policy.ts';
import type { Issue, TimelineEvent } from '../model/issue.ts';

/** What happens to an issue that follows incidents: on its timeline, or by a comment as it was judged. */
export type PostIncidentEvent =
  TimelineEvent | CommandEvent | Spoken | { readonly kind: 'opened'; readonly at: Instant };

/** What a track of such an issue sees. */
export interface PostIncidentScene<Needs = object> {
  readonly issue: Issue;
  readonly policy: Policy;
  readonly judge: Judge;
  readonly own: OwnMarks;
  readonly judged: readonly JudgedComment[];
  readonly states: Needs;
  readonly emit: (event: PostIncidentEvent | Reopening) => void;
}

/** What is read from the timeline of such an issue. */
export type PostIncidentTrack<State, Result, Needs = object> = EventTrack<
  PostIncidentEvent,
  PostIncidentScene<Needs>,
  State,
  Result
>;
