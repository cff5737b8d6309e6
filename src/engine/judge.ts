import type { Instant } from '../calendar/calendar.ts';
import type { Policy } from '../capabilities/policy.ts';
import { parseCommand, writeCommand } from '../capabilities/commands.ts';
import type { JudgedComment } from '../capabilities/incident.ts';
import type { Headings } from '../capabilities/report/facts.ts';
import type { Comment } from '../model/issue.ts';
import { CUT, readCommands, type Command } from '../text/markdown.ts';
import type { IncidentRecord, Judgement } from './record.ts';

/** What the folding needs to know besides the timeline and the policy. */
export interface Knowledge {
  /** The label that makes an issue an incident. */
  readonly incidentLabel: string;
  /** Role in the repository by login in small letters; null is somebody without any. Who is missing has not been asked about. */
  readonly roles: ReadonlyMap<string, string | null>;
  /** Which fact of a report stands under a heading. */
  readonly headings: Headings;
}

/** Judges what people did, once: what is on record stays, and what is new goes on record. */
export interface Judge {
  /** The commands of a comment as they read when it was first judged, however it reads now; null if it was not. */
  readonly saidIn: (comment: Comment) => readonly Command[] | null;
  /** Who wrote a comment whose author's account is gone, if that is on record. */
  readonly authorOf: (comment: Comment) => string | null;
  /** What becomes of a comment with commands; undefined while its author's role is not known. */
  readonly comment: (
    at: Instant,
    comment: Comment,
    by: string,
    commands: readonly Command[],
  ) => JudgedComment['outcome'] | undefined;
  /** Whether a comment acknowledges by merely being there. */
  readonly showsPresence: (at: Instant, comment: Comment, by: string, isResponder: () => boolean) => boolean;
  /** Whether somebody had a say in an event other than a comment; undefined while their role is not known. */
  readonly isEntitled: (key: string, by: string, at: Instant) => boolean | undefined;
  /** Whether somebody whom a command names has access to the repository; undefined while that is not known. Decided once. */
  readonly canReach: (login: string, at: Instant) => boolean | undefined;
  /** What was decided once under such a key, or is now; for what policies, which change, lead to. */
  readonly once: (key: string, at: Instant, decide: () => boolean) => boolean;
  /** What is on record of an event whose actor's account is gone. */
  readonly recorded: (key: string) => boolean | undefined;
  /** Whose role must be asked for. */
  readonly unknown: () => readonly string[];
  readonly record: () => Pick<IncidentRecord, 'judged' | 'refused'>;
  /** The keys of the judgements that were not on record before. */
  readonly fresh: () => readonly string[];
}

export function createJudge(recorded: IncidentRecord, policy: Policy, knowledge: Knowledge): Judge {
  const judged = new Map<string, Judgement>(Object.entries(recorded.judged));
  const refused = new Map(Object.entries(recorded.refused));
  const unknown = new Set<string>();
  // Of the comments that merely show presence only those that acknowledged are worth a place on record.
  const presence = new Set<string>();

  /** As the person's role says now; undefined when that must be asked first. */
  function roleOf(by: string): string | null | undefined {
    const role = knowledge.roles.get(by.toLowerCase());
    if (role === undefined) unknown.add(by);
    return role;
  }

  function mayCommand(by: string): boolean | undefined {
    const role = roleOf(by);
    return role === undefined ? undefined : role !== null && policy.entitled.includes(role);
  }

  function isOneOfUs(role: string | null): boolean {
    return role !== null && [policy.entitled, ...policy.rights.values()].some((roles) => roles.includes(role));
  }

  function isAllowed(role: string | null, command: string): boolean {
    // What could not be read is answered, whoever wrote it.
    if (command === CUT) return true;
    return role !== null && (policy.rights.get(command) ?? policy.entitled).includes(role);
  }

  const kept = (): (readonly [string, Judgement])[] =>
    [...judged].filter(([key]) => !key.startsWith('r') || presence.has(key));

  return {
    saidIn(comment) {
      const said = judged.get(`c${comment.number}`)?.say?.map(parseCommand);
      if (!said) return null;
      // While it was confidential its words were not kept; in a comment that nobody has changed they still stand.
      const isBare = said.some(({ name, text }) => name === '?' || /(?:^| )·$/.test(text));
      const again = isBare && !comment.edited ? readCommands(comment.body) : [];
      return again.length === said.length ? again.map((it, i) => ({ ...it, denied: said[i]!.denied ?? false })) : said;
    },
    authorOf: ({ number }) => (judged.get(`c${number}`) ?? judged.get(`r${number}`))?.by ?? null,
    comment(at, comment, by, commands) {
      const key = `c${comment.number}`;
      const known = judged.get(key);
      if (known) return known.ok ? 'accepted' : 'edited';
      if (comment.number <= (refused.get(by) ?? -1)) return 'not-entitled';
      const role = roleOf(by);
      if (role === undefined) return undefined;
      const marked = commands.map((command) => ({ ...command, denied: !isAllowed(role, command.name) }));
      // Whoever may use some command is one of us, and is told of each that they may not.
      if (!isOneOfUs(role)) {
        refused.set(by, comment.number);
        return 'not-entitled';
      }
      // Whoever edits a comment need not be its author; before the text was first seen, nobody knows whose words these are.
      judged.set(key, { by, at, ok: !comment.edited, say: marked.map(writeCommand) });
      return comment.edited ? 'edited' : 'accepted';
    },
    showsPresence(at, comment, by, isResponder) {
      const key = `r${comment.number}`;
      if (!judged.has(key) && !isResponder()) return false;
      if (!judged.has(key)) judged.set(key, { by, at, ok: true });
      presence.add(key);
      return true;
    },
    isEntitled(key, by, at) {
      const known = judged.get(key);
      if (known) return known.ok;
      const ok = mayCommand(by);
      if (ok !== undefined) judged.set(key, { by, at, ok });
      return ok;
    },
    canReach(login, at) {
      const key = `p${login.toLowerCase()}@${at / 1000}`;
      const known = judged.get(key);
      if (known) return known.ok;
      const role = roleOf(login);
      if (role !== undefined) judged.set(key, { by: login, at, ok: role !== null });
      return role === undefined ? undefined : role !== null;
    },
    once(key, at, decide) {
      const known = judged.get(key);
      if (known) return known.ok;
      const ok = decide();
      judged.set(key, { by: '', at, ok });
      return ok;
    },
    recorded: (key) => judged.get(key)?.ok,
    unknown: () => [...unknown],
    record: () => ({ judged: Object.fromEntries(kept()), refused: Object.fromEntries(refused) }),
    fresh: () => kept().flatMap(([key]) => (Object.hasOwn(recorded.judged, key) ? [] : [key])),
  };
}
