import type { CommandEvent } from '../engine/command.ts';
import type { JudgedComment, Spoken } from '../engine/conversation.ts';
import type { Reopening, EventTrack as AnyTrack } from '../engine/fold.ts';
import type { Judge, Roles } from '../engine/judge.ts';
import type { OwnMarks } from '../engine/own-marks.ts';
import type { Issue, TimelineEvent } from '../model/issue.ts';
import type { AlertEvent } from './alerts/timeline.ts';
import type { HeardAnswer, PagerAnswer } from './answers/timeline.ts';
import type { Maintenance } from './maintenance/window.ts';
import type { Policy } from './policy.ts';
import type { Standing } from './post-mortem/standing.ts';
import type { Headings } from './report/facts.ts';

/** What reading an incident takes besides its timeline and the policy. */
export interface Knowledge {
  /** The label that makes an issue an incident. */
  readonly incidentLabel: string;
  readonly roles: Roles;
  /** Which fact of a report stands under a heading. */
  readonly headings: Headings;
  /** What a run has heard from pagers, by the number of the issue; nothing if left out. */
  readonly answers?: ReadonlyMap<number, readonly HeardAnswer[]>;
  /** The numbers of all problem tickets that are open, where a run has read all of them; nothing if left out. */
  readonly problems?: ReadonlySet<number>;
  /** How the post-mortems stand that a run has read, by the number of their issue; nothing if left out. */
  readonly postMortems?: ReadonlyMap<number, Standing>;
  /** The confirmed maintenances that a run has read, and when; nothing if left out. */
  readonly maintenances?: { readonly at: number; readonly all: readonly Maintenance[] };
}

/** What happens to an incident: on its timeline, by its alert, or by a comment as it was judged. */
export type IncidentEvent =
  | TimelineEvent
  | AlertEvent
  | PagerAnswer
  | CommandEvent
  | Spoken
  /** The alert went away, and that ends the incident. */
  | { readonly kind: 'healed'; readonly at: number }
  /** The first event of all. */
  | { readonly kind: 'opened'; readonly at: number };

/** What a track sees: the issue, what is known, and the state of the tracks that it needs, which stand before it in the list. */
export interface Scene<Needs = object> {
  readonly issue: Issue;
  readonly policy: Policy;
  readonly knowledge: Knowledge;
  readonly judge: Judge;
  readonly own: OwnMarks;
  /** What became of the comments with commands so far. */
  readonly judged: readonly JudgedComment[];
  readonly states: Needs;
  readonly emit: (event: IncidentEvent | Reopening) => void;
}

/** What one capability reads from the timeline of an incident. */
export type Track<State, Result, Needs = object> = AnyTrack<IncidentEvent, Scene<Needs>, State, Result>;
