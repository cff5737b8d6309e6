import type { Instant } from '../calendar/calendar.ts';

/*
 * Keys of the record: what was done once, and must not be done again. They are built and read here and nowhere else; everybody
 * else compares what `readKey` gives. Written, a key is `KIND:PART:PART@SECONDS#N`. No part can hold one of `:@#`: names of policies, roles and
 * notifiers are words with blanks, dots and dashes, a login has less. A kind is written with one letter: a long incident has hundreds of keys.
 */

const LETTERS = {
  step: 's',
  notice: 'n',
  request: 'q',
  reply: 'r',
  refusal: 'x',
  'follow-up': 'f',
  answer: 'w',
  opened: 'o',
  revision: 'v',
  comment: 'c',
  presence: 'p',
  right: 'a',
  decision: 'd',
  reach: 'l',
  published: 'u',
} as const;

const KINDS = new Map(Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as keyof typeof LETTERS]));

/** A key as it stands in marks. */
export type Key = string & { readonly key: unique symbol };

/** What a key says. `since` is when the thing began that it is about; several beginnings have keys of their own. */
export type KeyParts =
  /** One sending of an escalation step; `n` counts the sendings before it. `since` is left out where that is the opening. */
  | {
      readonly kind: 'step';
      readonly policy: string;
      readonly step: string;
      readonly since: Instant | null;
      readonly n: number;
    }
  /**
   * A notice of a rule, by its name; `about` is the person or role that it concerns, where there may be several. A `request` is one that
   * somebody asked for by a command: it stays on record although others follow, since its comment may be gone.
   */
  | {
      readonly kind: 'notice' | 'request';
      readonly name: string;
      readonly about: string | null;
      readonly since: Instant | null;
    }
  /** The reply to a comment with commands; `n` is 1 for that to what an edit has added. */
  | { readonly kind: 'reply'; readonly comment: number; readonly n: 0 | 1 }
  /** The one reply to somebody without the right. */
  | { readonly kind: 'refusal'; readonly login: string }
  /** A page that tells a notifier how it went on. */
  | { readonly kind: 'follow-up'; readonly action: string; readonly notifier: string; readonly since: Instant }
  /** What somebody has answered in a pager, and when; `by` is null of somebody whom nobody knows. */
  | { readonly kind: 'answer'; readonly notifier: string; readonly by: string | null; readonly since: Instant }
  /** A sub-issue that was opened. */
  | { readonly kind: 'opened'; readonly name: string }
  /** The text that an approval is bound to: that of somebody at an instant. */
  | { readonly kind: 'revision'; readonly by: string; readonly since: Instant }
  /** What customers were told of a stage that began at an instant. */
  | { readonly kind: 'published'; readonly stage: string; readonly since: Instant };

/** The key of these parts. */
export function writeKey(key: KeyParts): Key {
  switch (key.kind) {
    case 'step':
      return write([key.kind, key.policy, key.step], key.since, key.n);
    case 'notice':
    case 'request':
      return write([key.kind, key.name, ...(key.about === null ? [] : [key.about])], key.since);
    case 'reply':
      return write([key.kind, String(key.comment)], null, key.n);
    case 'refusal':
      return write([key.kind, key.login]);
    case 'follow-up':
      return write([key.kind, key.action, key.notifier], key.since);
    case 'answer':
      return write([key.kind, key.notifier, ...(key.by === null ? [] : [key.by])], key.since);
    case 'opened':
      return write([key.kind, key.name]);
    case 'revision':
      return write([key.kind, key.by], key.since);
    case 'published':
      return write([key.kind, key.stage], key.since);
  }
}

/** The key of a notice that a rule gives once, or once since an instant; `about` is whom it concerns. */
export function keyOfNotice(name: string, since: Instant | null = null, about: string | null = null): Key {
  return writeKey({ kind: 'notice', name, since, about });
}

/** The key of a notice that somebody asked for by a command at an instant. */
export function keyOfRequest(name: string, since: Instant, about: string | null = null): Key {
  return writeKey({ kind: 'request', name, since, about });
}

/** The key of the reply to a comment. */
export function replyKey(comment: number, isToEdit = false): Key {
  return writeKey({ kind: 'reply', comment, n: isToEdit ? 1 : 0 });
}

/** What a key says; null for a text that is none. */
export function readKey(text: string): KeyParts | null {
  const match = /^([a-z]):([^:@#]+)(?::([^:@#]+))?(?:@(\d+(?:\.\d+)?))?(?:#(\d+))?$/.exec(text);
  if (!match) return null;
  const first = match[2]!;
  const [, letter, , second, seconds, count] = match;
  const kind = KINDS.get(letter as (typeof LETTERS)[keyof typeof LETTERS]);
  const since = seconds === undefined ? null : Math.round(Number(seconds) * 1000);
  switch (kind) {
    case 'step':
      return second === undefined ? null : { kind, policy: first, step: second, since, n: Number(count ?? 0) };
    case 'notice':
    case 'request':
      return { kind, name: first, about: second ?? null, since };
    case 'reply':
      return /^\d+$/.test(first) ? { kind, comment: Number(first), n: count === '1' ? 1 : 0 } : null;
    case 'refusal':
      return { kind, login: first };
    case 'follow-up':
      return second === undefined || since === null ? null : { kind, action: first, notifier: second, since };
    case 'answer':
      return since === null ? null : { kind, notifier: first, by: second ?? null, since };
    case 'opened':
      return { kind, name: first };
    case 'revision':
      return since === null ? null : { kind, by: first, since };
    case 'published':
      return since === null ? null : { kind, stage: first, since };
    default:
      return null;
  }
}

/** What a judgement on record is about. */
export type ActParts =
  /** A comment with commands. */
  | { readonly kind: 'comment'; readonly comment: number }
  /** A comment that showed that somebody is there. */
  | { readonly kind: 'presence'; readonly comment: number }
  /** Whether somebody had the right to an act: `what` names it, `about` whom it concerns where there may be several. */
  | { readonly kind: 'right'; readonly what: string; readonly about: string | null; readonly since: Instant | null }
  /** What a policy led to, which changes. */
  | { readonly kind: 'decision'; readonly what: string; readonly since: Instant | null }
  /** Whether somebody had access to the repository when a command named them. */
  | { readonly kind: 'reach'; readonly login: string; readonly since: Instant };

/** The key of a judgement. */
export function writeAct(act: ActParts): string {
  switch (act.kind) {
    case 'comment':
    case 'presence':
      return write([act.kind, String(act.comment)]);
    case 'right':
      return write([act.kind, act.what, ...(act.about === null ? [] : [act.about])], act.since);
    case 'decision':
      return write([act.kind, act.what], act.since);
    case 'reach':
      return write([act.kind, act.login.toLowerCase()], act.since);
  }
}

/** The comment that a judgement is about, if it is about one. */
export function commentOfAct(key: string): { readonly kind: 'comment' | 'presence'; readonly comment: number } | null {
  const match = /^([cp]):(\d+)$/.exec(key);
  return match && { kind: match[1] === 'c' ? 'comment' : 'presence', comment: Number(match[2]) };
}

/** A key as those outside know it, such as `urgent:acknowledge due`: the receivers of pages, which are given what a page is for. */
export function nameOfKey(text: string): string {
  const key = readKey(text);
  const since = key && 'since' in key && key.since !== null ? `@${key.since / 1000}` : '';
  switch (key?.kind) {
    case 'step':
      return `${key.policy}:${key.step}${since}${key.n === 0 ? '' : `#${key.n}`}`;
    case 'notice':
    case 'request':
      return `${key.name}${key.about === null ? '' : `-${key.about}`}${since}`;
    case 'reply':
      return `c${key.comment}`;
    case 'refusal':
      return `refused:${key.login}`;
    case 'follow-up':
      return `pager-${key.action}-${key.notifier}${since}`;
    case 'answer':
      return `answer-${key.notifier}${key.by === null ? '' : `-${key.by}`}${since}`;
    case 'opened':
      return key.name;
    case 'revision':
      return `revision-${key.by}${since}`;
    case 'published':
      return `published-${key.stage}${since}`;
    case undefined:
      return text;
  }
}

/** Whether a key is about a reply to commands, or what goes to and fro with a pager: on record so that it is not repeated, but no news to anybody. */
export function isReply(key: KeyParts | null): boolean {
  return key?.kind === 'reply' || key?.kind === 'refusal' || key?.kind === 'follow-up' || key?.kind === 'answer';
}

function write(
  [kind, ...parts]: readonly [keyof typeof LETTERS, ...string[]],
  since: Instant | null = null,
  n = 0,
): Key {
  return `${[LETTERS[kind], ...parts].join(':')}${since === null ? '' : `@${since / 1000}`}${n === 0 ? '' : `#${n}`}` as Key;
}
