import type { Instant } from '../../calendar/calendar.ts';
import { isAct } from '../../engine/timeline.ts';
import { includesLogin } from '../../model/login.ts';
import type { Assignment } from '../assignment/track.ts';
import type { Track } from '../track.ts';

/** When something moved: a command, a comment of an assignee, a label or an assignment set by a person. */
export const progressTrack: Track<readonly Instant[], readonly Instant[], { readonly assignment: Assignment }> = {
  start: () => [],
  on(signs, event, { issue, states }) {
    if (event.kind === 'spoken') {
      const isAssignee = includesLogin(states.assignment.assignees, event.by);
      return event.commanded || (isAssignee && !event.isIdle) ? [...signs, event.at] : signs;
    }
    return 'actor' in event && isAct(event, issue) ? [...signs, event.at] : signs;
  },
  result: (signs) => signs,
};
