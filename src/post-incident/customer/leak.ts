/** What sort of internal thing a finding is. */
export type LeakKind = 'login' | 'name' | 'mail' | 'host' | 'ip' | 'address' | 'reference' | 'role' | 'secret';

/** Something internal in a text for customers. */
export interface Leak {
  readonly kind: LeakKind;
  /** As it stands there, decoded; of a secret only the beginning. */
  readonly found: string;
  /** Counted from 1. */
  readonly line: number;
}

/** What is known of those who work on incidents, and of what a customer may read. */
export interface KnownNames {
  readonly logins: readonly string[];
  readonly roles: readonly string[];
  /** Names of people. */
  readonly people: readonly string[];
  /** Internal hosts that do not look like any. */
  readonly hosts?: readonly string[];
  readonly repository: { readonly owner: string; readonly name: string; readonly url: string };
  /** Hosts, mail addresses, accounts and whatever else customers may read. */
  readonly allowed?: readonly string[];
}

/** A place of a text; `kind` is null where it is no leak but must not be read as something else. */
export interface Span {
  readonly kind: LeakKind | null;
  readonly from: number;
  readonly to: number;
}

/** Stands for each character that was read already: neither a blank nor part of a word. */
const TAKEN = '\ufffc';

/** The text with these places taken, as long as before and with the same lines. Spans are in order and do not overlap. */
export function takingNames(text: string, spans: readonly Span[]): string {
  let rest = '';
  let at = 0;
  for (const { from, to } of spans) {
    rest += text.slice(at, from) + text.slice(from, to).replace(/[^\n]/g, TAKEN);
    at = to;
  }
  return rest + text.slice(at);
}

/** A place of a text as people read it, without what was taken out of it. */
export function shownLeak(text: string): string {
  return text.replace(/\ufffc+/g, '…').replace(/\s+/g, ' ');
}
