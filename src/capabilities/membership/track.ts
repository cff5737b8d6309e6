import type { Track } from '../track.ts';

/** Whether a person took the label off that makes it an incident: that is a decision; that a bot did is not. */
export const declinedTrack: Track<boolean, boolean> = {
  start: () => false,
  on(before, event, { knowledge }) {
    if (event.kind !== 'labeled' && event.kind !== 'unlabeled') return before;
    const isTheirs = !event.own && !event.actor?.bot && event.label === knowledge.incidentLabel;
    return isTheirs ? event.kind === 'unlabeled' : before;
  },
  result: (state) => state,
};
