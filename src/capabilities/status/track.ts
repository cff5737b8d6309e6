import type { Moment } from '../../model/moment.ts';
import type { Ended } from '../resolution/track.ts';
import type { Track } from '../track.ts';

/**
 * `resolved` is the end of the work, whether or not the issue is closed; `dismissed` was no incident, or a duplicate;
 * `withdrawn` was closed by a reporter or a bot that could not judge that.
 */
type Status = 'open' | 'acknowledged' | 'mitigated' | 'resolved' | Ended['status'];

interface Needs {
  readonly acknowledgement: { readonly current: Moment | null };
  readonly mitigation: { readonly workaround: Moment | null; readonly mitigated: Moment | null };
  readonly resolution: { readonly resolved: Moment | null; readonly ended: Ended | null };
}

/** How it stands. */
export const statusTrack: Track<null, Status, Needs> = {
  start: () => null,
  result(_, { states: { resolution, mitigation, acknowledgement } }) {
    if (resolution.ended) return resolution.ended.status;
    if (resolution.resolved) return 'resolved';
    if (mitigation.mitigated ?? mitigation.workaround) return 'mitigated';
    return acknowledgement.current ? 'acknowledged' : 'open';
  },
};
