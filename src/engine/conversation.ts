import type { Instant } from '../calendar/calendar.ts';
import type { Comment, EventOf, Issue } from '../model/issue.ts';
import { CUT, type CommandLine } from '../text/markdown.ts';
import type { Command, CommandEvent, Refusal, Understood } from './command.ts';
import type { Judge, CommandOutcome } from './judge.ts';

/** Why a command was not carried out: as it says itself, or because it is none, is not theirs, or was too far down to be read. */
type Complaint = Refusal | 'unknown' | 'not-allowed' | 'cut';

/** A comment with commands, and what became of them. */
export interface JudgedComment {
  readonly comment: Comment;
  readonly by: string;
  readonly outcome: CommandOutcome;
  /** Whether it was dealt with long ago, and wants no answer. */
  readonly isPast: boolean;
  readonly commands: readonly (CommandLine & { readonly complaint: Complaint | null })[];
}

/** Somebody has written a comment; it comes after the commands in it. */
export interface Spoken {
  readonly kind: 'spoken';
  readonly at: Instant;
  readonly by: string;
  readonly comment: Comment;
  readonly commands: readonly CommandLine[];
  /** Whether at least one of its commands was theirs to give. */
  readonly commanded: boolean;
  /** Whether it says nothing but commands that sort, are refused, or are none: nobody works on the incident for that. */
  readonly isIdle: boolean;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each command knows its own values
type Commands<Policy> = Readonly<Record<string, Command<Policy, any, any, any>>>;

/** What reading comments takes. */
interface Conversation<Policy> {
  readonly commands: Commands<Policy>;
  readonly policy: Policy;
  readonly issue: Issue;
  readonly judge: Judge;
  /** Gets what became of every comment with commands. */
  readonly judged: JudgedComment[];
}

/** What a comment of somebody says: its commands one by one, each read against what those before it have done, then the rest. */
export function* readComment<P>(
  { at, actor, own, comment }: EventOf<'commented'>,
  conversation: Conversation<P>,
  states: object,
): Iterable<CommandEvent | Spoken> {
  const { judge, judged } = conversation;
  const by = actor === null ? judge.authorOf(comment) : actor.bot ? null : actor.login;
  if (by === null || own) return;
  const { commands, outcome, isPast = false } = judge.comment(at, comment, by);
  const complaints: (Complaint | null)[] = [];
  for (const line of outcome === 'accepted' ? commands : []) {
    const { event, complaint } = understand(line, { at, by, comment: comment.number }, conversation, states);
    complaints.push(complaint);
    if (event) yield event;
  }
  if (outcome) {
    judged.push({
      comment,
      by,
      outcome,
      isPast,
      commands: commands.map((line, i) => ({ ...line, complaint: complaints[i] ?? null })),
    });
  }
  const commanded = outcome === 'accepted' && commands.some(({ denied }) => !denied);
  // Of an edited comment nobody knows whose words its commands are, but that somebody wrote it.
  const isVain = (i: number): boolean => outcome !== 'edited' && (outcome !== 'accepted' || complaints[i] !== null);
  const isIdle =
    outcome === 'not-entitled' && commands.length === 0
      ? linesOf(comment.body).every((line) => line.startsWith('/'))
      : saysOnly(comment.body, commands, ({ name }, i) => isVain(i) || specOf(conversation, name)?.sorts === true);
  yield { kind: 'spoken', at, by, comment, commands, commanded, isIdle };
}

/** The commands in the text of the issue that must be said before the first run. Nobody expects any other there. */
export function* readOpening<P>(conversation: Conversation<P>, states: object): Iterable<CommandEvent> {
  const { issue, judge } = conversation;
  const { author } = issue;
  if (author === null || author.bot || issue.own) return;
  const { id, url, body, edited, openedAt: at } = issue;
  const comment: Comment = { id, number: 0, url, body, author, edited, own: false };
  const isRead = (name: string): boolean => specOf(conversation, name)?.atOpening ?? false;
  const { commands, outcome } = judge.comment(at, comment, author.login, isRead);
  for (const line of outcome === 'accepted' ? commands : []) {
    const { event } = understand(line, { at, by: author.login, comment: 0 }, conversation, states);
    if (event) yield event;
  }
}

function specOf<P>({ commands }: Conversation<P>, name: string): Commands<P>[string] | undefined {
  return Object.hasOwn(commands, name) ? commands[name] : undefined;
}

function understand<P>(
  { name, text, denied }: CommandLine,
  given: { readonly at: Instant; readonly by: string; readonly comment: number },
  conversation: Conversation<P>,
  states: object,
): { readonly event: CommandEvent | null; readonly complaint: Complaint | null } {
  if (name === CUT) return { event: null, complaint: 'cut' };
  if (denied) return { event: null, complaint: 'not-allowed' };
  const command = specOf(conversation, name);
  if (!command) return { event: null, complaint: 'unknown' };
  const { policy, issue, judge } = conversation;
  const canReach = (login: string): boolean | undefined => judge.canReach(login, given.at);
  const ground = { ...given, policy, openedAt: issue.openedAt, states, canReach };
  const understood: Understood<unknown> = command.read(text, ground);
  const { args, refusal } = understood;
  return { event: args === null ? null : { kind: 'command', ...given, command, args }, complaint: refusal };
}

/** The lines of a text that say something. */
function linesOf(body: string): readonly string[] {
  return body.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
}

/** Whether a comment does nothing but give such commands. */
function saysOnly(
  body: string,
  commands: readonly CommandLine[],
  holds: (command: CommandLine, at: number) => boolean,
): boolean {
  if (commands.length === 0) return false;
  const lines = linesOf(body);
  return lines.length === commands.length && commands.every(holds);
}
