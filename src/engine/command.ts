import type { Instant } from '../calendar/calendar.ts';
import type { Language } from '../model/language.ts';

/** Why a command was not carried out, or not wholly, in each language; `command` and `text` come as code. */
export type Refusal = Readonly<Record<Language, (command: string, text: string) => string>>;

/** When a command was given, by whom, and the number of its comment. */
export interface Given {
  readonly at: Instant;
  readonly by: string;
  readonly comment: number;
}

/** What a command is read against: the moment, the policy, and the incident as it stands. */
interface Ground<Policy, Needs> extends Given {
  readonly policy: Policy;
  readonly openedAt: Instant;
  /** What has been read of the timeline so far. */
  readonly states: Needs;
  /** Whether somebody has access to the repository; undefined while that is not known. Decided once. */
  readonly canReach: (login: string) => boolean | undefined;
  /** What was decided of this command once, or is now: for what depends on a text that changes. */
  readonly once: (what: string, decide: () => boolean) => boolean;
}

/** A command as it was understood. Both are there where it was carried out in part. */
export interface Understood<Args> {
  /** Null if it is not carried out. */
  readonly args: Args | null;
  readonly refusal: Refusal | null;
}

/** What a command keeps of the times that it was given, if that is all that it does. */
export interface Keeping<Args, State> {
  readonly start: State;
  readonly on: (state: State, args: Args, given: Given) => State;
  /** What is left of it when the incident is reopened; all if left out. */
  readonly reopen?: (state: State) => State;
}

/**
 * One command: how it is read, once, into typed values; what it is for; and where that is all it does, what it keeps. Tracks see
 * it as an event, rules see what they make of it.
 */
export interface Command<Policy, Args, Needs = unknown, State = undefined> {
  /** What stands behind its name, such as `P1 REASON`. With TEXT in it, what stands below belongs to it too. */
  readonly usage: string;
  /** Other words for it and what they stand for behind its name, such as `p0` for `P0`: in small letters. */
  readonly shorthands?: Readonly<Record<string, string>>;
  /** What it is called elsewhere, in small letters, to suggest it to whoever writes that. */
  readonly synonyms?: readonly string[];
  /** Whether a word that the policy has for one of its values, such as the name of a priority, is put in the place of it. */
  readonly isMeantBy?: (word: string, policy: Policy) => boolean;
  /** What it does, a sentence in each language, for `/help` and the documentation. */
  readonly does: Readonly<Record<Language, string>>;
  /** What whoever gave it has done, for the post-mortem: what stands behind its name comes after it. Null for what is told otherwise, or not. */
  readonly did: Readonly<Record<Language, string>> | null;
  /** Whether it only sorts: whoever gives it has not said that they work on the incident. */
  readonly sorts?: boolean;
  /** Whether it is work on the incident: whoever gives it has taken the incident on. */
  readonly works?: boolean;
  /** Whether whoever reported the incident may give it, whatever their role. */
  readonly forReporter?: boolean;
  /** Whether it is read anywhere in the text of the issue, as in an answer of the form: others only above its first heading. */
  readonly atOpening?: boolean;
  /** Whether it shows that something moved and nothing else: of many, the record may forget the oldest. */
  readonly fleeting?: boolean;
  /** Whether its words are what it does, and stay whole on a long record. */
  readonly whole?: boolean;
  /** Whether its text keeps its lines, each of which is one of its own. */
  readonly lines?: boolean;
  readonly read: (text: string, ground: Ground<Policy, Needs>) => Understood<Args>;
  /** What of its text is no more than what it does, and may stay on the record of a confidential incident; null if nothing. */
  readonly kept?: (text: string, first: string, policy: Policy) => string | null;
  readonly keeps?: [State] extends [undefined] ? undefined : Keeping<Args, State>;
}

/** A command that was carried out, as an event of the incident. */
export interface CommandEvent extends Given {
  readonly kind: 'command';
  /** Which of the commands; compared by identity. */
  readonly command: { readonly works?: boolean; readonly forReporter?: boolean };
  readonly args: unknown;
}

/** What a command was understood as, if an event is that it was given; otherwise null. */
export function argsOf<Args>(
  event: { readonly kind: string } | CommandEvent,
  command: Pick<Command<never, Args, never, never>, 'usage'> & {
    readonly read: (...args: never[]) => Understood<Args>;
  },
): Args | null {
  return event.kind === 'command' && 'command' in event && event.command === command ? (event.args as Args) : null;
}

/** It is carried out. */
export function accept<Args>(args: Args): Understood<Args> {
  return { args, refusal: null };
}

/** It is not. */
export function refuse(refusal: Refusal): Understood<never> {
  return { args: null, refusal };
}

/** The words of a text. */
export function wordsIn(text: string): readonly string[] {
  return text.match(/\S+/g) ?? [];
}
