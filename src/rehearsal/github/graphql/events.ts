import { hubTimestamp } from '../clock.ts';
import { closedBy } from '../pull-requests.ts';
import type { HubEvent, StoredEvent, StoredIssue } from '../state.ts';
import { issueUrl } from '../webhooks.ts';
import { actor } from './actors.ts';
import type { Fields } from './context.ts';

type Event<Kind extends HubEvent['kind']> = StoredEvent & Extract<HubEvent, { readonly kind: Kind }>;

const common: Fields<StoredEvent> = {
  id: ({ id }) => id,
  actor: (event) => actor(event.actor),
  createdAt: ({ createdAt }) => hubTimestamp(createdAt),
};

const labelling: Fields<Event<'LabeledEvent' | 'UnlabeledEvent'>> = {
  ...common,
  label: ({ label }) => label,
  labelable: ({ issue }) => issue,
};

const assigning: Fields<Event<'AssignedEvent' | 'UnassignedEvent'>> = {
  ...common,
  assignee: ({ assignee }) => actor(assignee),
  assignable: ({ issue }) => issue,
};

const closing: Fields<Event<'ClosedEvent'>> = {
  ...common,
  stateReason: ({ stateReason }) => stateReason,
  closable: ({ issue }) => issue,
  closer: ({ closer }) => closer,
};

const reopening: Fields<Event<'ReopenedEvent'>> = {
  ...common,
  closable: ({ issue }) => issue,
  stateReason: () => 'REOPENED',
};

const renaming: Fields<Event<'RenamedTitleEvent'>> = {
  ...common,
  previousTitle: ({ previousTitle }) => previousTitle,
  currentTitle: ({ currentTitle }) => currentTitle,
  subject: ({ issue }) => issue,
};

const referring: Fields<Event<'CrossReferencedEvent'>> = {
  ...common,
  source: ({ source }) => source,
  target: ({ issue }) => issue,
  referencedAt: ({ createdAt }) => hubTimestamp(createdAt),
  isCrossRepository: () => false,
  willCloseTarget: ({ source, issue }, _args, { world }) => closedBy(world, source).includes(issue),
  url: ({ source }, _args, { world }) => issueUrl(world, source),
};

const subIssue: Fields<Event<'SubIssueAddedEvent' | 'SubIssueRemovedEvent'>> = {
  ...common,
  subIssue: (event) => existing(event.subIssue),
};
const parent: Fields<Event<'ParentIssueAddedEvent' | 'ParentIssueRemovedEvent'>> = {
  ...common,
  parent: (event) => existing(event.parent),
};

const duplicate: Fields<Event<'MarkedAsDuplicateEvent'>> = {
  ...common,
  canonical: ({ canonical }) => existing(canonical),
  duplicate: ({ issue }) => issue,
  isCrossRepository: () => false,
};

const deletion: Fields<Event<'CommentDeletedEvent'>> = {
  ...common,
  databaseId: ({ databaseId }) => databaseId,
  deletedCommentAuthor: ({ deletedCommentAuthor }) => actor(deletedCommentAuthor),
};

const lock: Fields<Event<'LockedEvent'>> = {
  ...common,
  lockReason: ({ lockReason }) => lockReason,
  lockable: ({ issue }) => issue,
};

const pin: Fields<StoredEvent> = { ...common, issue: ({ issue }) => issue };

/** What an event shows of another issue: nothing once that is deleted. */
function existing(issue: StoredIssue): StoredIssue | null {
  return issue.deleted ? null : issue;
}

/** The events of a timeline, by the name of their type. */
export const events = {
  LabeledEvent: labelling,
  UnlabeledEvent: labelling,
  AssignedEvent: assigning,
  UnassignedEvent: assigning,
  ClosedEvent: closing,
  ReopenedEvent: reopening,
  RenamedTitleEvent: renaming,
  CrossReferencedEvent: referring,
  SubIssueAddedEvent: subIssue,
  SubIssueRemovedEvent: subIssue,
  ParentIssueAddedEvent: parent,
  ParentIssueRemovedEvent: parent,
  MarkedAsDuplicateEvent: duplicate,
  CommentDeletedEvent: deletion,
  LockedEvent: lock,
  UnlockedEvent: { ...common, lockable: ({ issue }: StoredEvent) => issue },
  MergedEvent: { ...common, pullRequest: ({ issue }: StoredEvent) => issue },
  PinnedEvent: pin,
  UnpinnedEvent: pin,
};
