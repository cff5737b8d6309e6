import { argsOf } from '../../engine/command.ts';
import type { Moment } from '../../model/moment.ts';
import type { PostIncidentTrack } from '../event.ts';
import { ownersAfter } from '../owners.ts';
import { planCommand, rcaCommand, rootCauseCommand } from './commands.ts';

/** How a problem ticket has come along. */
export interface ProblemCourse {
  readonly rootCause: Moment | null;
  readonly plan: Moment | null;
  /** What third parties found, the oldest first. */
  readonly analyses: readonly Moment[];
  readonly owners: readonly string[];
}

/** The most analyses that are kept, the last. */
const MOST = 20;

export const problemCourseTrack: PostIncidentTrack<ProblemCourse, ProblemCourse> = {
  start: () => ({ rootCause: null, plan: null, analyses: [], owners: [] }),
  on(state, event) {
    if (event.kind !== 'command') return { ...state, owners: ownersAfter(state.owners, event) };
    const given = (text: string): Moment => ({ at: event.at, by: event.by, how: 'command', text });
    const rootCause = argsOf(event, rootCauseCommand);
    // Said again, it is known better; it was known from the first time on.
    if (rootCause) return { ...state, rootCause: said(state.rootCause, given(rootCause.text)) };
    const plan = argsOf(event, planCommand);
    if (plan) return { ...state, plan: said(state.plan, given(plan.text)) };
    const analysis = argsOf(event, rcaCommand);
    return analysis ? { ...state, analyses: [...state.analyses, given(analysis.text)].slice(-MOST) } : state;
  },
  result: (state) => state,
};

function said(before: Moment | null, now: Moment): Moment {
  return before === null ? now : { ...before, text: now.text };
}
