import type { Track } from '../track.ts';

/** Whether a person took the label off that makes it an incident: that is a decision; that a bot did is not. */
export const membership: Track<boolean, { readonly declined: boolean }> = {
  start: () => false,
  on(declined, event, { knowledge }) {
    if (event.kind !== 'labeled' && event.kind !== 'unlabeled') return declined;
    const isTheirs = !event.own && !event.actor?.bot && event.label === knowledge.incidentLabel;
    return isTheirs ? event.kind === 'unlabeled' : declined;
  },
  result: (declined) => ({ declined }),
};
