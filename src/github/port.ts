import type { Instant } from '../calendar/calendar.ts';
import type { Issue, MarkedComment, TimelineEvent } from '../model/issue.ts';
import type { Effect } from '../engine/effect.ts';
import type { Actions } from './workflows-port.ts';
import type { Texts } from '../policy/file.ts';
import type { Repository } from '../model/repository.ts';
import type { HeldRole } from '../model/role.ts';

/** What a run wants to see. */
export interface ReadRequest {
  /** Path of the policy file on the default branch, with either ending. */
  readonly policyPath: string;
  /** Path of the workflow that runs this; null where that is not known. */
  readonly workflowPath: string | null;
  readonly incidentLabel: string;
  /** The issue that the run is about, of which at least the cover is read. */
  readonly subject: number | null;
  /** Whether every open incident is wanted, or only the first page: those changed last. */
  readonly everything: boolean;
  /** Open issues that changed after this instant are read even without the incident label. */
  readonly touchedSince: Instant;
  /** Closed incidents that changed after this instant are read too. */
  readonly closedSince: Instant;
  /** Labels of what follows incidents, such as post-mortems: open issues with any of them are read too; none if there is no label. */
  readonly postIncidentLabels: readonly string[];
  /** The label among them of what people open themselves, such as a planned maintenance; of the others only what we opened is read. */
  readonly peoplesLabel?: string;
  /**
   * If given, only open issues are read: all with one of these labels, and of the incidents those changed last. Nothing is asked for a second
   * time where that would take long.
   */
  readonly urgentLabels?: readonly string[];
}

/** The repository as one read saw it. */
export interface Snapshot {
  readonly repository: Repository;
  /**
   * The present as GitHub has it, to the second: every time on a timeline is by this clock, and that of the machine may be another.
   * Null where the answer does not say.
   */
  readonly now: Instant | null;
  /** The texts of the files that may be the policy, by path; null where there is none. */
  readonly policies: Texts;
  /** When the default branch got the policy file or the workflow, whichever came first; null where it has neither. */
  readonly adoptedAt: Instant | null;
  /** The Action's own accounts by login, in small letters; bots with their suffix. */
  readonly accounts: readonly string[];
  /** Open incidents, and those closed lately. */
  readonly issues: readonly Issue[];
  /** Whether every open incident is among them. */
  readonly isWhole: boolean;
  /**
   * Issues without the incident label, of which only what stands on their cover has been read: the subject if it exists and is no pull
   * request, and open ones changed lately.
   */
  readonly others: readonly Issue[];
  /**
   * Open issues with one of the labels of what follows incidents, if we opened them or their label is one for people; of these also those closed
   * lately.
   */
  readonly postIncident: readonly Issue[];
  /** Numbers of issues so long that comments in their middle were not read. */
  readonly partial: readonly number[];
  /** Incidents that could not be read, each with the reason. */
  readonly failures: readonly { readonly issue: number | null; readonly message: string }[];
}

/**
 * What became of one effect. `done` brings the events that it left on the timeline, so that a run knows what it wrote without
 * reading again. `refused` surely did not happen; of `uncertain` nobody knows, and only reading again tells.
 */
export type EffectOutcome =
  | { readonly result: 'done'; readonly events: readonly TimelineEvent[] }
  | { readonly result: 'refused'; readonly error: GitHubError }
  | { readonly result: 'uncertain'; readonly error: GitHubError };

/** What a token must be allowed to do, by the names that GitHub gives it in a workflow. */
export type Permission = 'contents: read' | 'issues: write' | 'metadata: read' | 'actions: read';

/** Who closed an issue, and by which pull request; null where that is an account that is gone, or none did. */
export interface Closing {
  readonly by: string | null;
  readonly pullRequest: number | null;
}

/** What is asked of a repository to find out what it lacks. Nothing of this changes anything. */
export interface Survey {
  /** What GitHub says against the token's doing something; null if it may. */
  refusalOf(permission: Permission): Promise<string | null>;
  /** Whether somebody can be assigned to issues. */
  isAssignable(login: string): Promise<boolean>;
  /** The files in a folder of the default branch, with their paths and texts. */
  filesIn(folder: string): Promise<readonly { readonly path: string; readonly text: string }[]>;
  /** Whether GitHub starts a workflow, by the name of its file: `active`, or why not; null where it knows none. Throws if the token may not see that. */
  workflowState(workflow: string): Promise<string | null>;
  /** Whose the repository is, and who answers for it: see `Repository`. `workflow` is the path of a workflow. */
  ownership(workflow: string | null): Promise<Pick<Repository, 'owner' | 'ownedByPerson' | 'keeper'>>;
  /** The names of the categories of its Discussions; null where it has none. */
  discussionCategories(): Promise<readonly string[] | null>;
  /** Whether only some may see the repository. */
  isPrivate(): Promise<boolean>;
  /** When the last commit of the default branch was made; null where there is none. */
  lastCommitAt(): Promise<Instant | null>;
}

/** A file as a commit left it. */
export interface FileVersion {
  readonly commit: string;
  /** Null where the commit took the file away. */
  readonly text: string | null;
  /** The login of whoever made the commit; null where that is no account of GitHub, or none any more. */
  readonly author: string | null;
}

/** GraphQL itself, for what stands in files of the bundle that few runs load: see `discussions.ts`. */
export interface Graph {
  /** Asks about the repository: `$owner` and `$name` are given. Throws unless all was answered; `once` without a second try, where others wait. */
  ask<T>(query: string, variables: Readonly<Record<string, unknown>>, how?: 'once'): Promise<T>;
  /** Writes, by a mutation with `$input`. Throws if it was not done, or if nobody knows. */
  write<T = unknown>(mutation: string, input: Readonly<Record<string, unknown>>): Promise<T>;
  /** Whether that is one of the Action's own accounts. Known only after `read`. */
  isOwn(author: { readonly __typename: string; readonly login: string } | null): boolean;
}

/** GitHub in the words of incidents: all that the rest of the code knows of it. */
export interface GitHub extends Survey, Actions {
  readonly graph: Graph;
  read(request: ReadRequest): Promise<Snapshot>;
  /** One issue again, by node id; null when it is gone. */
  readIssue(id: string): Promise<Issue | null>;
  /** How each of some issues was closed last, by node id; at most 100 of them. What is gone or open is left out. */
  closingsOf(ids: readonly string[]): Promise<ReadonlyMap<string, Closing>>;
  /** The people who have changed the text of an issue, by node id, each once; of more than a hundred changes the last. */
  editorsOf(id: string): Promise<readonly string[]>;
  /** The last hundred comments of an issue, by node id, with who has marked each with a 🚀, of more than a hundred people the first. */
  rocketsOn(id: string): Promise<readonly MarkedComment[]>;
  /** Issues with their timelines, of which the cover has been read; what is gone is left out. */
  complete(issues: readonly Pick<Issue, 'id' | 'number'>[]): Promise<Pick<Snapshot, 'issues' | 'failures' | 'partial'>>;
  /** Somebody's role in the repository. */
  roleOf(login: string): Promise<HeldRole>;
  /** A file's versions on the default branch, newest first; at most `MOST_VERSIONS`. */
  historyOf(path: string): Promise<readonly FileVersion[]>;
  /** A file at a commit or ref; null where there is none. */
  readFile(ref: string, path: string): Promise<string | null>;
  /** Open issues with this label that the Action itself opened, or `anybody`, oldest first. Whose they are is known only after `read`. */
  ownIssues(label: string, whose?: 'anybody'): Promise<readonly Issue[]>;
  /** Of the newest 40 issues with any of these labels, open or closed, those that the Action itself opened, newest first. Likewise after `read`. */
  latestOwnIssues(labels: readonly string[]): Promise<readonly Issue[]>;
  /** Opens an issue. Throws if it surely was not opened, or if nobody knows. */
  openIssue(
    title: string,
    body: string,
    labels: readonly string[],
    looks: LabelLooks,
  ): Promise<Pick<Issue, 'id' | 'number'>>;
  /** Puts another text in the place of an issue's body. Throws if it surely was not written, or if nobody knows. */
  editBody(issue: Issue, body: string): Promise<void>;
  /** Something that is another text as soon as an issue or the default branch has changed. Costs one point. */
  newest(): Promise<string>;
  /** All labels of the repository. */
  labels(): Promise<readonly RepositoryLabel[]>;
  /** Creates labels, and gives existing ones (those with an id) their new look. Throws at the first that is refused. */
  writeLabels(labels: readonly LabelChange[]): Promise<void>;
  /** Carries out effects, in order, in as few requests as is safe. Answers for each of each issue. */
  carryOut(orders: readonly Order[], looks: LabelLooks): Promise<readonly (readonly EffectOutcome[])[]>;
  /** What share of the hour's allowance is left, from 0 to 1, as far as GitHub has said. */
  allowance(): number;
}

/** What is to be done about one issue. */
export interface Order {
  readonly issue: Issue;
  readonly effects: readonly Effect[];
}

export interface RepositoryLabel {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly description: string;
}

/** A label to be created where `id` is null; otherwise the one to be changed. */
export interface LabelChange {
  readonly id: string | null;
  readonly name: string;
  readonly color: string;
  readonly description: string;
}

/** How a label looks that must be created: colour as six hex digits, description of at most 100 characters. */
export type LabelLooks = (label: string) => { readonly color: string; readonly description: string };

/** `impossible` is what GitHub will not do until somebody has changed the issue. */
export type Trouble =
  'bad-token' | 'no-permission' | 'not-found' | 'rate-limited' | 'no-answer' | 'rejected' | 'impossible';

/** Something that GitHub did not do, in words that say what to change. */
export class GitHubError extends Error {
  /** Each file of the bundle has a class of its own: the name tells. */
  static [Symbol.hasInstance](error: unknown): boolean {
    return typeof error === 'object' && error !== null && 'name' in error && error.name === 'GitHubError';
  }

  override readonly name = 'GitHubError';
  readonly trouble: Trouble;
  /** Seconds to wait before trying again, where GitHub said so. */
  readonly retryAfter: number | null;

  constructor(trouble: Trouble, message: string, retryAfter: number | null = null) {
    super(message);
    this.trouble = trouble;
    this.retryAfter = retryAfter;
  }
}

/** Whether no answer came, so that nobody knows whether what was asked for has happened. */
export function isUnanswered(error: unknown): error is GitHubError & { readonly trouble: 'no-answer' } {
  return error instanceof GitHubError && error.trouble === 'no-answer';
}
