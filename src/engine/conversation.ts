import type { Instant } from '../calendar/calendar.ts';
import type { Comment, EventOf, Issue } from '../model/issue.ts';
import { CUT, type CommandLine } from '../text/markdown.ts';
import { commandLines, type TextLine } from './lines.ts';
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
  /** Commands that an edit has brought after it was read: nobody knows whose words these are. */
  readonly added: readonly CommandLine[];
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
  /** Whether an earlier version wrote the card, which did not record what stands in the text of the issue. */
  readonly isFromBefore: boolean;
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
  const read = (body: string): readonly TextLine[] => commandLines(body, conversation.commands);
  const { commands, outcome, isPast = false, added = [] } = judge.comment(at, comment, by, read);
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
      added,
      commands: commands.map((line, i) => ({ ...line, complaint: complaints[i] ?? null })),
    });
  }
  const commanded = outcome === 'accepted' && commands.some(({ denied }) => !denied);
  // Of an edited comment nobody knows whose words its commands are, but that somebody wrote it.
  const isVain = (i: number): boolean => outcome !== 'edited' && complaints[i] !== null;
  const isIdle =
    outcome === 'not-entitled' && commands.length === 0
      ? linesOf(comment.body).every((line) => line.startsWith('/'))
      : holdsOnly(comment.body, read) &&
        commands.every(({ name }, i) => isVain(i) || specOf(conversation, name)?.sorts === true);
  yield { kind: 'spoken', at, by, comment, commands, commanded, isIdle };
}

/** The commands in the text of the issue, if whoever opened it may give any. */
export function* readOpening<P>(conversation: Conversation<P>, states: object): Iterable<CommandEvent> {
  const { issue, judge } = conversation;
  const { author } = issue;
  if (author === null || author.bot || issue.own) return;
  const { id, url, body, edited, openedAt: at } = issue;
  const comment: Comment = { id, number: 0, url, body, author, edited, own: false };
  // A report may well have a line that only looks like one, such as a path; in the answers of a form it is no more than that.
  const read = (text: string): readonly TextLine[] => {
    const heading = HEADING.exec(text)?.index ?? text.length;
    return [
      ...commandLines(text.slice(0, heading), conversation.commands).filter(
        ({ name }) => specOf(conversation, name) !== undefined,
      ),
      ...commandLines(text.slice(heading), conversation.commands).filter(
        ({ name }) => specOf(conversation, name)?.atOpening,
      ),
    ];
  };
  // An earlier version has dealt with it, and read less in it: what it left alone means nothing now.
  if (conversation.isFromBefore && read(body).length > 0) judge.passOpening(author.login, at);
  const { commands, outcome, isPast = false, added = [] } = judge.comment(at, comment, author.login, read);
  const lines: JudgedComment['commands'][number][] = [];
  for (const line of outcome === 'accepted' ? commands : []) {
    const { event, complaint } = understand(line, { at, by: author.login, comment: 0 }, conversation, states);
    lines.push({ ...line, complaint });
    if (event) yield event;
  }
  // A stranger's report may look like it; whoever has no say is not told so for that.
  if (outcome === 'accepted' || outcome === 'edited')
    conversation.judged.push({ comment, by: author.login, outcome, isPast, added, commands: lines });
}

/** Where the answers of a form, or the sections of a report, begin. */
const HEADING = /^ {0,3}#{1,6}[ \t]/m;

function specOf<P>({ commands }: Conversation<P>, name: string): Commands<P>[string] | undefined {
  return Object.hasOwn(commands, name) ? commands[name] : undefined;
}

/** Reads one command against the issue as it stands. */
export function understand<P>(
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
  const once = (what: string, decide: () => boolean): boolean => judge.once(what, given.at, given.at, decide);
  const ground = { ...given, policy, openedAt: issue.openedAt, states, canReach, once };
  const understood: Understood<unknown> = command.read(text, ground);
  const { args, refusal } = understood;
  return { event: args === null ? null : { kind: 'command', ...given, command, args }, complaint: refusal };
}

/** The lines of a text that say something. */
function linesOf(body: string): readonly string[] {
  return body.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
}

/** Whether a comment holds nothing but commands and their texts. */
function holdsOnly(body: string, read: (body: string) => readonly TextLine[]): boolean {
  const commands = read(body);
  const lines = commands.reduce((sum, { more }) => sum + 1 + more, 0);
  return commands.length > 0 && linesOf(body).length === lines;
}
