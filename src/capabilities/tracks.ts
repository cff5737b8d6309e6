import type { ResultsOf, StatesOf } from '../engine/fold.ts';
import { acknowledgement } from './acknowledgement/track.ts';
import { outlasted } from './alerts/recovery.ts';
import { alert } from './alerts/track.ts';
import { assignment } from './assignment/track.ts';
import { kind } from './assistance/track.ts';
import { category } from './category/track.ts';
import { cause } from './cause/track.ts';
import { levels } from './levels/track.ts';
import { declined } from './membership/track.ts';
import { mitigation } from './mitigation/track.ts';
import { mute } from './mute/track.ts';
import { issue, reporter } from './opening/track.ts';
import { pauses } from './pauses/track.ts';
import { postMortem } from './post-mortem/track.ts';
import { priority } from './priority/track.ts';
import { progress } from './progress/track.ts';
import { quickPath } from './quick-path/track.ts';
import { comments, own, record } from './record/track.ts';
import { report } from './report/track.ts';
import { resolution } from './resolution/track.ts';
import { said } from './said/track.ts';
import { status } from './status/track.ts';
import type { Track } from './track.ts';
import { triage } from './triage/track.ts';

/** What is read from the timeline, one track a capability, each behind those whose state it needs. To add one, add a line. */
export const TRACKS = {
  issue,
  reporter,
  declined,
  report,
  alert,
  triage,
  priority,
  kind,
  category,
  levels,
  pauses,
  mitigation,
  resolution,
  cause,
  said,
  assignment,
  acknowledgement,
  progress,
  outlasted,
  quickPath,
  mute,
  status,
  postMortem,
  own,
  comments,
  record,
} as const;

type States = Readonly<StatesOf<typeof TRACKS>>;

/** Fails to compile if a track needs a state that no track of the list has. */
TRACKS satisfies Readonly<Record<string, Pick<Track<never, unknown, States>, 'result'>>>;

/** An incident: what the timeline of its issue says, read with one policy. Each track makes one part of it. */
export type Incident = ResultsOf<typeof TRACKS>;
