import type { Instant, Interval } from '../../calendar/calendar.ts';
import { dueFrom } from '../../calendar/target.ts';
import type { Policy } from '../../capabilities/policy.ts';
import { readComment, type JudgedComment } from '../../engine/conversation.ts';
import { fold } from '../../engine/fold.ts';
import { createJudge, type Roles } from '../../engine/judge.ts';
import { readOwnMarks } from '../../engine/own-marks.ts';
import { withDeleted } from '../../engine/timeline.ts';
import type { Issue } from '../../model/issue.ts';
import type { Owned } from '../../capabilities/people/roles.ts';
import type { ItemHost } from '../action-items/host.ts';
import { matchItems, openedItems } from '../action-items/items.ts';
import { readLines } from '../action-items/lines.ts';
import type { PostIncidentEvent, PostIncidentScene, PostIncidentTrack } from '../event.ts';
import { gateTrack, isDouble, type ClosingGate } from '../gate.ts';
import { readText } from '../post-mortem/text.ts';
import type { Closed } from '../record.ts';
import type { Subject, SubjectReading } from '../subject.ts';
import { PROBLEM_COMMANDS } from './commands.ts';
import { problemCourseTrack, type ProblemCourse } from './course.ts';
import { membersIn, problemOriginOf, type ProblemOrigin } from './origin.ts';

/** What reading a problem ticket rests on besides its issue. */
export interface ProblemGround {
  readonly now: Instant;
  readonly policy: Policy;
  readonly roles: Roles;
  readonly repository: Owned;
  /** The incidents of the run that belong to a problem ticket, by its number. */
  readonly members: ReadonlyMap<number, readonly number[]>;
  /** Incidents that are named nowhere. */
  readonly hidden: ReadonlySet<number>;
  /** How action items were closed, by the node id of their issue, as far as anybody has asked. */
  readonly closings: ReadonlyMap<string, Closed>;
  /** Who owns the area of an incident, by its number, where that is known. */
  readonly areaOf: (incident: number) => readonly string[];
}

/** A problem ticket as it stands: why incidents happen, and what is done about it. */
export interface Problem extends Subject {
  readonly origin: ProblemOrigin;
  /** The incidents that it is about, in the order of their numbers. */
  readonly incidents: readonly number[];
  readonly course: ProblemCourse;
  readonly gate: ClosingGate;
  readonly items: ItemHost['items'];
  readonly hasActions: boolean;
  readonly due: { readonly rootCause: Instant; readonly plan: Instant };
}

/** Reads an issue as a problem ticket; null if it is none of ours. Pure. */
export function readProblem(issue: Issue, ground: ProblemGround): SubjectReading<Problem> | null {
  const own = readOwnMarks(issue);
  const origin = problemOriginOf(issue, own.record);
  if (origin === null || isDouble(issue)) return null;
  const { policy, roles, members, hidden } = ground;
  const judge = createJudge(own.record, policy, roles);
  const opened = openedItems(issue, own.record.done);
  const still = <T>(value: T): PostIncidentTrack<T, T> => ({ start: () => value, result: () => value });
  const tracks = {
    opened: still(new Set(opened.map(({ issue: { number } }) => number))),
    course: problemCourseTrack,
    gate: gateTrack,
  } as const;
  const judged: JudgedComment[] = [];
  const conversation = { commands: PROBLEM_COMMANDS, policy, issue, judge, judged, isFromBefore: false };
  const { course, gate } = fold<PostIncidentEvent, PostIncidentScene, typeof tracks>(
    tracks,
    (stage) => ({ ...stage, issue, policy, judge, own, judged }),
    [{ kind: 'opened', at: issue.openedAt }, ...withDeleted(issue, own.record.judged)],
    function* (event, { states }) {
      if (event.kind === 'commented') yield* readComment(event, conversation, states);
      else yield event;
    },
  );
  const { actions } = readText(issue.body);
  // Whoever has joined another since belongs to that.
  const elsewhere = [...members].flatMap(([ticket, some]) => (ticket === issue.number ? [] : some));
  const joined = [...membersIn(own.record), ...(members.get(issue.number) ?? [])];
  const all = [origin.incident, ...joined.filter((it) => !elsewhere.includes(it))];
  const { problems, actionItems, zone } = policy;
  const pauses = pausesOf(issue, policy, ground.now);
  const items = matchItems(readLines(actions ?? ''), { opened, done: own.record.done, due: actionItems.due, zone });
  return {
    items: items.items,
    unknown: judge.unknown(),
    wantsEditors: false,
    subject: {
      issue,
      origin,
      incidents: [...new Set(all)].filter((it) => !hidden.has(it)).sort((a, b) => a - b),
      course,
      gate,
      items,
      hasActions: actions !== null,
      due: {
        rootCause: dueFrom(problems.rootCause, issue.openedAt, pauses),
        plan: dueFrom(problems.plan, issue.openedAt, pauses),
      },
      comments: judged,
      own,
      record: { ...own.record, ...judge.record() },
      fresh: judge.fresh(),
    },
  };
}

/** A problem ticket as what its action items belong to: without an owner they wait for the plan. */
export function problemHostOf({ issue, origin, items, course, gate, record }: Problem): ItemHost {
  const { incident, priority } = origin;
  const isReady = course.plan !== null;
  return {
    kind: 'problem',
    issue,
    incident,
    priority,
    items,
    owners: course.owners,
    isReady,
    waived: gate.waived,
    record,
  };
}

/** When a label was on it that pauses clocks: whoever is waited for has that time. */
function pausesOf({ timeline }: Issue, { pauses }: Policy, now: Instant): readonly Interval[] {
  return [...pauses.keys()].flatMap((label) => {
    const spans: { from: Instant; to: Instant }[] = [];
    for (const event of timeline) {
      const last = spans.at(-1);
      if (event.kind === 'labeled' && event.label === label && (!last || last.to !== Infinity))
        spans.push({ from: event.at, to: Infinity });
      else if (event.kind === 'unlabeled' && event.label === label && last?.to === Infinity) last.to = event.at;
    }
    return spans.filter(({ from }) => from <= now);
  });
}
