import type { Instant } from '../calendar/calendar.ts';
import type { Comment } from '../model/issue.ts';
import { holdsOneOf, type HeldRole } from '../model/role.ts';
import { CUT, mayHaveCommands, type CommandLine } from '../text/markdown.ts';
import { commentOfAct, writeAct, type ActParts } from './keys.ts';
import { MOST_REFUSED } from './compaction.ts';
import type { IncidentRecord, Judgement } from './record.ts';
import { isBare, readSaid, writeSaid } from './said.ts';

/** Who may command. */
interface Rights {
  /** Roles in the repository whose holders may command. */
  readonly entitled: readonly string[];
  /** Command to the roles that may use it, where that differs. */
  readonly rights: ReadonlyMap<string, readonly string[]>;
}

/** Whoever reported the incident, and what they may say about it whatever their role. */
interface Reporting {
  /** Null where that is no person. */
  readonly reporter: string | null;
  readonly mayReport: (command: string) => boolean;
}

const NOBODY: Reporting = { reporter: null, mayReport: () => false };

/** Role in the repository by login in small letters. Who is missing has not been asked about. */
export type Roles = ReadonlyMap<string, HeldRole>;

/** A comment as it was judged: `undefined` while its author's role is not known, null where there was nothing to judge. */
interface Reading {
  /** Whether it was dealt with long ago, and is no longer on record. */
  readonly isPast?: boolean;
  /** Its commands as they read when it was first judged, each with whether its author may not use it. */
  readonly commands: readonly CommandLine[];
  /** Commands that an edit has brought since. */
  readonly added?: readonly CommandLine[];
  readonly outcome: CommandOutcome | null | undefined;
}

/** What became of a comment with commands. */
export type CommandOutcome = 'accepted' | 'not-entitled' | 'edited';

/** Finds the commands of a text. */
type Reader = (body: string) => readonly (CommandLine & { readonly more?: number })[];

/** Judges what people did, once: what is on record stays, and what is new goes on record. */
export interface Judge {
  /** Judges a comment of somebody, whose commands `read` finds in its text. */
  readonly comment: (at: Instant, comment: Comment, by: string, read: Reader) => Reading;
  /** Who wrote a comment whose author's account is gone, if that is on record. */
  readonly authorOf: (comment: Comment) => string | null;
  /** Whether a comment acknowledges by merely being there. */
  readonly showsPresence: (at: Instant, comment: Comment, by: string, isResponder: () => boolean) => boolean;
  /**
   * Whether somebody had the right to an act other than a comment, or to one that says the same as a command; undefined while their role
   * is not known.
   */
  readonly isEntitled: (act: Act, by: string, at: Instant, command?: string) => boolean | undefined;
  /** Whether somebody whom a command names has access to the repository; undefined while that is not known. Decided once. */
  readonly canReach: (login: string, at: Instant) => boolean | undefined;
  /** Decides that the text of the issue commands nothing, unless something has been decided of it. */
  readonly passOpening: (by: string, at: Instant) => void;
  /** What was decided once, or is now; for what policies, which change, lead to. */
  readonly once: (what: string, since: Instant | null, at: Instant, decide: () => boolean) => boolean;
  /** What is on record of an act or a decision. */
  readonly recorded: (act: ActParts) => boolean | undefined;
  /** Whose role must be asked for. */
  readonly unknown: () => readonly string[];
  /** When the first of them did what could not be judged; null if all could. */
  readonly unjudgedSince: () => Instant | null;
  readonly record: () => Pick<IncidentRecord, 'judged' | 'refused'>;
  /** The numbers of the comments with commands whose judgement was not on record before. */
  readonly fresh: () => readonly number[];
}

/** An act that takes a right. */
type Act = Omit<Extract<ActParts, { readonly kind: 'right' }>, 'kind'>;

/** The commands of a text that were not said when it was first read: others, or of something else. Another wording is none. */
function addedTo(said: readonly CommandLine[], now: ReturnType<Reader>): readonly CommandLine[] {
  const first = (text: string): string => text.split(/\s/, 1)[0]!;
  return now.filter(({ name, text, more = 0 }) =>
    said.every((it) => it.name !== name || (first(it.text) !== first(text) && !(it.text === '' && more > 0))),
  );
}

export function createJudge(
  onRecord: IncidentRecord,
  { entitled, rights }: Rights,
  roles: Roles,
  { reporter, mayReport }: Reporting = NOBODY,
): Judge {
  const judged = new Map<string, Judgement>(Object.entries(onRecord.judged));
  const refused = new Map(Object.entries(onRecord.refused));
  const unknown = new Map<string, Instant>();
  const past = onRecord.past ?? -1;
  // Of the comments that merely show presence only those that acknowledged are worth a place on record.
  const presence = new Set<string>();

  /** As the person's role says now; undefined when that must be asked first. */
  function roleOf(by: string, at: Instant): HeldRole | undefined {
    const role = roles.get(by.toLowerCase());
    if (role === undefined) unknown.set(by, Math.min(at, unknown.get(by) ?? at));
    return role;
  }

  function mayCommand(by: string, at: Instant, command: string | undefined): boolean | undefined {
    const role = roleOf(by, at);
    if (role === undefined) return undefined;
    return command === undefined ? holdsOneOf(role, entitled) : isAllowed(role, command);
  }

  /** Whoever may use some command is one of us, and is told of each that they may not. */
  function isOneOfUs(role: HeldRole): boolean {
    return [entitled, ...rights.values()].some((all) => holdsOneOf(role, all));
  }

  const isReporter = (login: string): boolean => reporter?.toLowerCase() === login.toLowerCase();

  function isAllowed(role: HeldRole, command: string): boolean {
    // What could not be read is answered, whoever wrote it.
    if (command === CUT) return true;
    return holdsOneOf(role, rights.get(command) ?? entitled);
  }

  const kept = (): (readonly [string, Judgement])[] =>
    [...judged].filter(([key]) => commentOfAct(key)?.kind !== 'presence' || presence.has(key));

  function decide<T extends boolean | undefined>(key: string, by: string, at: Instant, verdict: () => T): T | boolean {
    const known = judged.get(key);
    if (known) return known.ok;
    const ok = verdict();
    if (ok !== undefined) judged.set(key, { by, at, ok });
    return ok;
  }

  return {
    comment(at, comment, by, read) {
      const key = writeAct({ kind: 'comment', comment: comment.number });
      const known = judged.get(key);
      if (known?.say?.length === 0) return { commands: [], outcome: null };
      if (known?.say) {
        const commands = wordsOf(known.say, comment, read);
        const added = comment.edited && !commands.some(isBare) ? addedTo(commands, read(comment.body)) : [];
        return { commands, outcome: known.ok ? 'accepted' : 'edited', added };
      }
      // Whoever was refused is refused again without a look: reading takes time, and they have no end of comments.
      const isPast = comment.number <= past;
      if (mayHaveCommands(comment.body) && refused.has(by) && !(isReporter(by) && saysOne(comment.body, mayReport))) {
        const isKnown = comment.number <= refused.get(by)!;
        const role = isKnown ? null : roleOf(by, at);
        if (role !== undefined && (isKnown || !isOneOfUs(role))) {
          refused.set(by, Math.max(refused.get(by)!, comment.number));
          return { commands: [], outcome: 'not-entitled', isPast };
        }
      }
      const commands = read(comment.body);
      if (commands.length === 0) return { commands, outcome: null };
      // Of the many who were refused long ago, nobody is asked about again.
      const role = isPast && refused.size >= MOST_REFUSED ? (roles.get(by.toLowerCase()) ?? null) : roleOf(by, at);
      if (role === undefined) return { commands, outcome: undefined };
      const isTheirs = ({ name }: CommandLine): boolean => isReporter(by) && mayReport(name);
      if (!isOneOfUs(role) && !commands.some(isTheirs)) {
        // What stands in a report was never said to us; that it does not count is decided once, as of a comment.
        if (comment.number === 0) judged.set(key, { by, at, ok: false, say: [] });
        else if (!isPast) refused.set(by, comment.number);
        return { commands, outcome: 'not-entitled', isPast };
      }
      const marked = commands.map((command) => ({
        ...command,
        denied: !isAllowed(role, command.name) && !isTheirs(command),
      }));
      if (isPast) return { commands: marked, outcome: comment.edited ? null : 'accepted', isPast };
      const say = marked.map(writeSaid);
      // Whoever edits a comment need not be its author; before the text was first seen, nobody knows whose words these are.
      judged.set(key, { by, at, ok: !comment.edited, say });
      // As it will be read from the record from now on.
      return { commands: wordsOf(say, comment, read), outcome: comment.edited ? 'edited' : 'accepted' };
    },
    passOpening(by, at) {
      const key = writeAct({ kind: 'comment', comment: 0 });
      if (!judged.has(key)) judged.set(key, { by, at, ok: false, say: [] });
    },
    authorOf({ number }) {
      const keys = [writeAct({ kind: 'comment', comment: number }), writeAct({ kind: 'presence', comment: number })];
      return keys.map((key) => judged.get(key)?.by).find((by) => by !== undefined) ?? null;
    },
    showsPresence(at, comment, by, isResponder) {
      const key = writeAct({ kind: 'presence', comment: comment.number });
      if (!judged.has(key) && !isResponder()) return false;
      if (!judged.has(key)) judged.set(key, { by, at, ok: true });
      presence.add(key);
      return true;
    },
    isEntitled: (act, by, at, command) =>
      decide(writeAct({ kind: 'right', ...act }), by, at, () => mayCommand(by, at, command)),
    canReach: (login, at) =>
      decide(writeAct({ kind: 'reach', login, since: at }), login, at, () => {
        const role = roleOf(login, at);
        return role === undefined ? undefined : role !== null;
      }),
    once: (what, since, at, verdict) => decide(writeAct({ kind: 'decision', what, since }), '', at, verdict),
    recorded: (act) => judged.get(writeAct(act))?.ok,
    unknown: () => [...unknown.keys()],
    unjudgedSince: () => (unknown.size === 0 ? null : Math.min(...unknown.values())),
    record: () => ({ judged: Object.fromEntries(kept()), refused: Object.fromEntries(refused) }),
    fresh: () =>
      kept().flatMap(([key]) => {
        const act = Object.hasOwn(onRecord.judged, key) ? null : commentOfAct(key);
        return act?.kind === 'comment' ? [act.comment] : [];
      }),
  };
}

/** Whether a line of a text begins with a command of these: enough to know that reading it is worth the time. */
function saysOne(body: string, isOne: (command: string) => boolean): boolean {
  return [...body.matchAll(/^ {0,3}\/([\w-]+)/gm)].some(([, name]) => isOne(name!.toLowerCase()));
}

/**
 * The commands of a comment on record. Their words may have been cut, or not kept while it was confidential; in a comment that nobody
 * has changed they still stand.
 */
function wordsOf(say: readonly string[], comment: Comment, read: Reader): readonly CommandLine[] {
  const said = say.map(readSaid);
  if (comment.edited || !said.some(isBare)) return said;
  const again = read(comment.body);
  if (again.length !== said.length) return said;
  return again.map((it, i) => ({ ...it, denied: said[i]!.denied }));
}
