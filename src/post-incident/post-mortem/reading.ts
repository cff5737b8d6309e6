import type { Policy } from '../../capabilities/policy.ts';
import { readComment, understand, type JudgedComment } from '../../engine/conversation.ts';
import type { Refusal } from '../../engine/command.ts';
import { fold } from '../../engine/fold.ts';
import { createJudge, type Roles } from '../../engine/judge.ts';
import { readOwnMarks } from '../../engine/own-marks.ts';
import { withDeleted } from '../../engine/timeline.ts';
import { isBot } from '../../model/login.ts';
import type { Issue } from '../../model/issue.ts';
import type { Repository } from '../../model/repository.ts';
import { matchItems, openedItems, type ActionItems } from '../action-items/items.ts';
import { readLines } from '../action-items/lines.ts';
import { leaksIn } from '../customer/leaks.ts';
import type { PostIncidentEvent, PostIncidentScene, PostIncidentTrack } from '../event.ts';
import { gateTrack, isDouble, type ClosingGate } from '../gate.ts';
import type { Closed } from '../record.ts';
import type { Subject, SubjectReading } from '../subject.ts';
import { POST_MORTEM_COMMANDS } from './commands/commands.ts';
import { courseTrack } from './course.ts';
import { originOf, type Origin } from './origin.ts';
import type { Course, Customer, PostMortemStage } from './stage.ts';
import { approverOf, teamTrack, type Editors, type Team } from './team.ts';
import { readText, type PostMortemText } from './text.ts';

/** What reading a post-mortem rests on besides its issue. */
export interface PostMortemGround {
  readonly policy: Policy;
  readonly roles: Roles;
  readonly repository: Repository;
  /** Who has changed its text, by the number of the issue, as far as anybody has asked. */
  readonly editors: ReadonlyMap<number, Editors>;
  /** How action items were closed, by the node id of their issue, as far as anybody has asked. */
  readonly closings: ReadonlyMap<string, Closed>;
}

/** A label by which somebody wanted to say what a command says, and why it does not. */
export interface RefusedLabel {
  readonly label: string;
  readonly command: string;
  readonly by: string;
  readonly at: number;
  /** Null where it was not theirs to say. */
  readonly why: Refusal | null;
}

/** A post-mortem as it stands. */
export interface PostMortem extends Subject {
  readonly origin: Origin;
  readonly stage: PostMortemStage;
  readonly text: PostMortemText;
  readonly items: ActionItems;
  readonly team: Team;
  readonly course: Course;
  readonly customer: Customer;
  readonly gate: ClosingGate;
  readonly refusedLabels: readonly RefusedLabel[];
}

/** Reads an issue as a post-mortem; null if it is none of ours. Pure. */
export function readPostMortem(issue: Issue, ground: PostMortemGround): SubjectReading<PostMortem> | null {
  const own = readOwnMarks(issue);
  const origin = originOf(issue, own.record);
  if (origin === null || isDouble(issue)) return null;
  const { policy, roles, repository } = ground;
  const judge = createJudge(own.record, policy, roles);
  const text = readText(issue.body);
  const opened = openedItems(issue, own.record.done);
  const customer = customerOf(text, origin, policy, repository);
  let wantsEditors = false;
  const still = <T>(value: T): PostIncidentTrack<T, T> => ({ start: () => value, result: () => value });
  const tracks = {
    team: teamTrack({
      editors: issue.edited ? (ground.editors.get(issue.number) ?? null) : [],
      approver: approverOf(policy, origin.priority),
      approvals: policy.priorities[origin.priority].postMortem?.approvals ?? 1,
      wanted: () => void (wantsEditors = true),
    }),
    opened: still(new Set(opened.map(({ issue: { number } }) => number))),
    customer: still(customer),
    course: courseTrack(text),
    gate: gateTrack,
  } as const;
  const judged: JudgedComment[] = [];
  const refusedLabels: RefusedLabel[] = [];
  const conversation = { commands: POST_MORTEM_COMMANDS, policy, issue, judge, judged, isFromBefore: false };
  const byLabel: Readonly<Record<string, keyof typeof POST_MORTEM_COMMANDS>> = {
    [policy.labels.inReview]: 'review',
    [policy.labels.approved]: 'approve',
    [policy.labels.published]: 'publish',
  };

  function* expand(event: PostIncidentEvent, { states }: PostIncidentScene): Iterable<PostIncidentEvent> {
    if (event.kind === 'commented') {
      yield* readComment(event, conversation, states);
      return;
    }
    yield event;
    if (event.kind !== 'labeled' || event.own || event.actor === null || event.actor.bot) return;
    const { label, at } = event;
    const by = event.actor.login;
    const command = Object.hasOwn(byLabel, label) ? byLabel[label]! : null;
    if (command === null || isBot(by)) return;
    const mine = judge.isEntitled({ what: 'label', about: command, since: at }, by, at, command);
    if (mine === undefined) return;
    const said = mine
      ? understand({ name: command, text: '' }, { at, by, comment: 0 }, conversation, states)
      : { event: null, complaint: null };
    if (said.event) yield said.event;
    else {
      const why = typeof said.complaint === 'object' ? said.complaint : null;
      refusedLabels.push({ label, command, by, at, why });
    }
  }
  const { team, course, gate } = fold<PostIncidentEvent, PostIncidentScene, typeof tracks>(
    tracks,
    (stage) => ({ ...stage, issue, policy, judge, own, judged }),
    [{ kind: 'opened', at: issue.openedAt }, ...withDeleted(issue, own.record.judged)],
    expand,
  );
  const { actionItems, zone } = policy;
  const items = matchItems(readLines(text.actions ?? ''), {
    opened,
    done: own.record.done,
    due: actionItems.due,
    zone,
  });
  return {
    items: items.items,
    unknown: judge.unknown(),
    // A rule may want to know them as well.
    get wantsEditors() {
      return wantsEditors;
    },
    subject: {
      issue,
      origin,
      stage: stageOf(course, team),
      text,
      items,
      team,
      course,
      customer,
      gate,
      comments: judged,
      refusedLabels,
      own,
      record: { ...own.record, ...judge.record() },
      fresh: judge.fresh(),
    },
  };
}

/** How many approvals are missing of the text as it is now. */
export function approvalsMissing({ course, team }: Pick<PostMortem, 'course' | 'team'>): number {
  return team.approver === null ? 0 : Math.max(0, team.approvals - course.valid.length);
}

function stageOf(course: Course, team: Team): PostMortemStage {
  if (course.published) return 'published';
  const isAsked = course.submitted !== null || course.approvals.length > 0;
  if (course.valid.length > 0 && approvalsMissing({ course, team }) === 0) return 'approved';
  return isAsked ? 'in-review' : 'draft';
}

function customerOf(
  text: PostMortemText,
  { priority }: Origin,
  policy: Policy,
  { owner, name, url }: Repository,
): Customer {
  if (!policy.customerReport.for.includes(priority)) return { text: null, leaks: [] };
  const said = text.customer ?? '';
  const logins = [...new Set([...policy.roles.values()].flat())];
  const known = { logins, roles: [...policy.roles.keys()], people: [], repository: { owner, name, url } };
  return { text: said, leaks: leaksIn(said, known) };
}
