import type { ResultsOf, StatesOf } from '../engine/fold.ts';
import { acknowledgementTrack } from './acknowledgement/track.ts';
import { healedTrack } from './alerts/recovery.ts';
import { alertTrack } from './alerts/track.ts';
import { answersTrack } from './answers/track.ts';
import { assignmentTrack } from './assignment/track.ts';
import { changesTrack } from './changes/track.ts';
import { closingTrack } from './closing/track.ts';
import { dataLossTrack } from './data-loss/track.ts';
import { kindTrack } from './assistance/track.ts';
import { categoryTrack } from './category/track.ts';
import { causeTrack } from './cause/track.ts';
import { deploymentsTrack } from './gate/track.ts';
import { levelsTrack } from './levels/track.ts';
import { maintenanceTrack } from './maintenance/track.ts';
import { declinedTrack } from './membership/track.ts';
import { mitigationTrack } from './mitigation/track.ts';
import { muteTrack } from './mute/track.ts';
import { vouchedTrack } from './entitlement/vouched.ts';
import { issueTrack, reporterTrack } from './opening/track.ts';
import { pausesTrack } from './pauses/track.ts';
import { postMortemTrack } from './post-mortem/track.ts';
import { priorityTrack } from './priority/track.ts';
import { problemTrack } from './problem/track.ts';
import { progressTrack } from './progress/track.ts';
import { quickPathTrack } from './quick-path/track.ts';
import { commentsTrack, ownTrack, recordTrack, unjudgedTrack } from './record/track.ts';
import { reportTrack } from './report/track.ts';
import { resolutionTrack } from './resolution/track.ts';
import { saidTrack } from './said/track.ts';
import { affectsTrack } from './status-page/affects.ts';
import { statusTrack } from './status/track.ts';
import type { Track } from './track.ts';
import { triageTrack } from './triage/track.ts';

/** What is read from the timeline, one track a capability, each behind those whose state it needs. To add one, add a line. */
export const TRACKS = {
  issue: issueTrack,
  reporter: reporterTrack,
  declined: declinedTrack,
  alert: alertTrack,
  report: reportTrack,
  triage: triageTrack,
  vouched: vouchedTrack,
  priority: priorityTrack,
  kind: kindTrack,
  category: categoryTrack,
  affects: affectsTrack,
  levels: levelsTrack,
  pauses: pausesTrack,
  mitigation: mitigationTrack,
  dataLoss: dataLossTrack,
  resolution: resolutionTrack,
  closing: closingTrack,
  deployments: deploymentsTrack,
  said: saidTrack,
  cause: causeTrack,
  changes: changesTrack,
  assignment: assignmentTrack,
  answers: answersTrack,
  acknowledgement: acknowledgementTrack,
  progress: progressTrack,
  healed: healedTrack,
  quickPath: quickPathTrack,
  maintenance: maintenanceTrack,
  mute: muteTrack,
  status: statusTrack,
  postMortem: postMortemTrack,
  problem: problemTrack,
  own: ownTrack,
  comments: commentsTrack,
  unjudgedSince: unjudgedTrack,
  record: recordTrack,
} as const;

type States = Readonly<StatesOf<typeof TRACKS>>;

/** Fails to compile if a track needs a state that no track of the list has. */
TRACKS satisfies Readonly<Record<string, Pick<Track<never, unknown, States>, 'result'>>>;

/** An incident: what the timeline of its issue says, read with one policy. Each track makes one part of it. */
export type Incident = ResultsOf<typeof TRACKS>;
