import type { Instant } from '../../calendar/calendar.ts';
import { isAct } from '../../engine/timeline.ts';
import { includesLogin } from '../../model/login.ts';
import type { Answered } from '../answers/track.ts';
import type { Assignment } from '../assignment/track.ts';
import type { Track } from '../track.ts';

interface Needs {
  readonly assignment: Assignment;
  readonly answers: readonly Answered[];
}

/** When something moved: a command, an acknowledgement in a pager, a comment of an assignee, a label or an assignment set by a person. */
export const progressTrack: Track<readonly Instant[], readonly Instant[], Needs> = {
  start: () => [],
  on(signs, event, { issue, states }) {
    if (event.kind === 'spoken') {
      const isAssignee = includesLogin(states.assignment.assignees, event.by);
      return event.commanded || (isAssignee && !event.isIdle) ? [...signs, event.at] : signs;
    }
    if (event.kind === 'answered') return states.answers.at(-1)?.counts === true ? [...signs, event.at] : signs;
    return 'actor' in event && isAct(event, issue) ? [...signs, event.at] : signs;
  },
  result: (signs) => signs,
};
