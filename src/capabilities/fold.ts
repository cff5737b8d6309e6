import { readComment, readOpening, type JudgedComment } from '../engine/conversation.ts';
import { fold } from '../engine/fold.ts';
import { createJudge } from '../engine/judge.ts';
import { withLostLabels } from '../engine/held.ts';
import { readOwnMarks } from '../engine/own-marks.ts';
import type { IncidentRecord } from '../engine/record.ts';
import { withDeleted } from '../engine/timeline.ts';
import type { Issue } from '../model/issue.ts';
import { readAlertLog } from './alerts/log-mark.ts';
import { alertEvents } from './alerts/timeline.ts';
import { answerEvents, type HeardAnswer } from './answers/timeline.ts';
import { policyFor } from './assistance/kind.ts';
import { COMMANDS, isCommand } from './commands.ts';
import { labelKinds } from './label-kinds.ts';
import type { Policy } from './policy.ts';
import type { IncidentEvent, Knowledge, Scene } from './track.ts';
import { TRACKS, type Incident } from './tracks.ts';

/** An incident, the policy as it applies to it, and the people whose role must be known before all of its timeline can be judged. */
interface Reading {
  readonly incident: Incident;
  readonly policy: Policy;
  readonly unknown: readonly string[];
}

/** The capabilities that read the timeline. */
export const LISTS = { tracks: TRACKS, commands: COMMANDS } as const;

/**
 * Reads the timeline of an issue as an incident. Pure: the same issue, policy and knowledge give the same incident. What needs the
 * right of a person whose role is not known yet is left unjudged, and that person named in `unknown`.
 */
export function foldIncident(read: Issue, policyOfAll: Policy, knowledge: Knowledge, lists = LISTS): Reading {
  const own = readOwnMarks(read);
  const issue = withLostLabels(read, own.record.held ?? {}, labelKinds(policyOfAll));
  const policy = policyFor(issue, policyOfAll);
  const isPerson = issue.author !== null && !issue.author.bot && !issue.own;
  const judge = createJudge(own.record, policy, knowledge.roles, {
    reporter: isPerson ? issue.author.login : null,
    mayReport: (name) => isCommand(name) && lists.commands[name].forReporter === true,
  });
  const judged: JudgedComment[] = [];
  const isFromBefore = own.card !== null && own.record.held === undefined;
  const conversation = { commands: lists.commands, policy, issue, judge, judged, isFromBefore };

  function* expand(event: IncidentEvent, { states }: Scene): Iterable<IncidentEvent> {
    if (event.kind === 'commented') yield* readComment(event, conversation, states);
    else if (event.kind === 'opened') yield* readOpening(conversation, states);
    else yield event;
  }
  const incident = fold<IncidentEvent, Scene, typeof TRACKS>(
    lists.tracks,
    (stage) => ({ ...stage, issue, policy, knowledge, judge, own, judged }),
    eventsOf(issue, own.record, knowledge.answers?.get(issue.number) ?? []),
    expand,
  );
  return { incident, policy, unknown: judge.unknown() };
}

/** All that happened to it, in order; what we did about an alert may bear the same time as what it told, and came after. */
function eventsOf(
  issue: Issue,
  { judged, done }: IncidentRecord,
  heard: readonly HeardAnswer[],
): readonly IncidentEvent[] {
  const timeline = withDeleted(issue, judged);
  const alert = readAlertLog(issue);
  const told = [...(alert ? alertEvents(alert, issue.openedAt) : []), ...answerEvents(done, heard)];
  const happened = told.length > 0 ? [...told, ...timeline].sort((a, b) => a.at - b.at) : timeline;
  return [{ kind: 'opened', at: issue.openedAt }, ...happened];
}
