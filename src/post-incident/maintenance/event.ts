import type { Instant } from '../../calendar/calendar.ts';
import type { EventTrack, Reopening } from '../../engine/fold.ts';
import type { Actor } from '../../model/issue.ts';
import type { PostIncidentEvent, PostIncidentScene } from '../event.ts';
import type { FormAnswers } from './form.ts';
import type { Revision } from './revision.ts';

/** What happens to a maintenance besides what is on its timeline: the card keeps a revision of its plan, and its text was changed last. */
export type MaintenanceEvent =
  | PostIncidentEvent
  | { readonly kind: 'revised'; readonly at: Instant; readonly revision: Revision }
  | { readonly kind: 'edited'; readonly at: Instant; readonly editor: Actor | null };

export interface MaintenanceScene extends Omit<PostIncidentScene, 'emit'> {
  readonly emit: (event: MaintenanceEvent | Reopening) => void;
  /** What the text says as it is now. */
  readonly answers: FormAnswers;
  /** The revisions that the card keeps. */
  readonly kept: readonly Revision[];
}

export type MaintenanceTrack<State, Result> = EventTrack<MaintenanceEvent, MaintenanceScene, State, Result>;
