import type { Instant } from '../../calendar/calendar.ts';
import { isMaintenance } from '../../capabilities/maintenance/label.ts';
import type { Maintenance } from '../../capabilities/maintenance/window.ts';
import type { Policy } from '../../capabilities/policy.ts';
import type { Owned } from '../../capabilities/people/roles.ts';
import { readComment, type JudgedComment } from '../../engine/conversation.ts';
import { fold } from '../../engine/fold.ts';
import { createJudge, type Roles } from '../../engine/judge.ts';
import { readOwnMarks } from '../../engine/own-marks.ts';
import { withDeleted } from '../../engine/timeline.ts';
import type { Issue } from '../../model/issue.ts';
import type { MaintenanceStage } from '../../status-page/page.ts';
import type { Subject, SubjectReading } from '../subject.ts';
import { MAINTENANCE_COMMANDS } from './commands.ts';
import { maintenanceCourseTrack } from './course.ts';
import type { MaintenanceEvent, MaintenanceScene } from './event.ts';
import { readAnswersOf, type FormAnswers } from './form.ts';
import { revisionsIn } from './revision.ts';
import { advanceMaintenance, maintenanceStageOf, type State } from './state.ts';

/** What reading a maintenance rests on besides its issue. */
export interface MaintenanceGround {
  readonly now: Instant;
  readonly policy: Policy;
  readonly roles: Roles;
  readonly repository: Owned;
  /** The other maintenances of the run. */
  readonly others: readonly Planned[];
}

/** A maintenance that is still to come, or goes on, as far as others depend on it. */
export interface Planned {
  readonly number: number;
  readonly services: readonly string[];
  readonly from: Instant;
  readonly to: Instant;
}

/** A planned maintenance as it stands. */
export interface MaintenanceSubject extends Subject {
  readonly course: State;
  /** Null until somebody entitled has confirmed it. */
  readonly stage: MaintenanceStage | null;
  readonly answers: FormAnswers;
}

/** Reads an issue as a maintenance; null if it is none. Pure. */
export function readMaintenance(issue: Issue, ground: MaintenanceGround): SubjectReading<MaintenanceSubject> | null {
  const { policy, roles, now } = ground;
  if (!isMaintenance(issue, policy)) return null;
  const own = readOwnMarks(issue);
  const judge = createJudge(own.record, policy, roles);
  const judged: JudgedComment[] = [];
  const conversation = { commands: MAINTENANCE_COMMANDS, policy, issue, judge, judged, isFromBefore: false };
  const answers = readAnswersOf(issue.body);
  const kept = revisionsIn(own.record);
  const tracks = { course: maintenanceCourseTrack } as const;
  const { course } = fold<MaintenanceEvent, MaintenanceScene, typeof tracks>(
    tracks,
    (stage) => ({ ...stage, issue, policy, judge, own, judged, answers, kept }),
    eventsOf(issue, kept, withDeleted(issue, own.record.judged)),
    function* (event, { states }) {
      if (event.kind === 'commented') yield* readComment(event, conversation, states);
      else yield event;
    },
  );
  const state = advanceMaintenance(course, now, policy.maintenance!.verify);
  return {
    items: [],
    unknown: judge.unknown(),
    wantsEditors: false,
    subject: {
      issue,
      course: state,
      stage: maintenanceStageOf(state),
      answers,
      comments: judged,
      own,
      record: { ...own.record, ...judge.record() },
      fresh: judge.fresh(),
    },
  };
}

/** All that happened, in order; what is on record of the text stands for the act that vouched for it. */
function eventsOf(
  { openedAt, editedAt = null, editor = null }: Issue,
  kept: MaintenanceScene['kept'],
  timeline: Issue['timeline'],
): readonly MaintenanceEvent[] {
  const events: MaintenanceEvent[] = [
    { kind: 'opened', at: openedAt },
    ...kept.map((revision) => ({ kind: 'revised' as const, at: revision.at, revision })),
    ...timeline,
    ...(editedAt === null ? [] : [{ kind: 'edited' as const, at: editedAt, editor }]),
  ];
  return events.sort((a, b) => a.at - b.at);
}

/** A maintenance as far as incidents depend on it; null as long as nobody entitled has confirmed it. */
export function windowOf({ issue, course: { plan, spans } }: MaintenanceSubject): Maintenance | null {
  return plan === null ? null : { number: issue.number, services: plan.services, spans };
}

/** As far as other maintenances depend on it; null for one that is over or not confirmed. */
export function plannedOf({ issue, course: { plan, end } }: MaintenanceSubject): Planned | null {
  return plan === null || end !== null
    ? null
    : { number: issue.number, services: plan.services, from: plan.from, to: plan.to };
}
