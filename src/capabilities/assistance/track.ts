import type { Track } from '../track.ts';
import { kindOf, type IssueKind } from './kind.ts';

interface Needs {
  readonly priority: { readonly periods: readonly { readonly assessed: boolean }[] };
}

/** Whether it is an incident or a request for assistance; a priority makes an incident of it. */
export const kindTrack: Track<null, IssueKind, Needs> = {
  start: () => null,
  result: (_, { issue, policy, states }) =>
    states.priority.periods.at(-1)!.assessed ? 'incident' : kindOf(issue, policy),
};
