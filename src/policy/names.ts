import { IANAZone } from 'luxon';
import { either, hint, nearest, quote } from './wording.ts';
import { LONGEST_LABEL } from '../model/limits.ts';

/** Who can be notified without a role: they exist in every incident. */
export const AUDIENCES = ['assignee', 'reporter', 'fallback'] as const;

/** What is wrong with a step that tells nobody, unless it does something else. */
export const UNHEARD = `nobody receives this step; expected ${either(['a role', ...AUDIENCES])}`;

/** The name of a role, calendar or escalation policy. It appears in messages, so it holds nothing that could be markup. */
export const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N} .-]{0,48}[\p{L}\p{N}])?$/u;

/** The name of a cause: one word, since people type it in a command. */
export const CAUSE = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,49}$/u;

/** What is wrong with the name of a cause, if anything. */
export function wrongCause(text: string): string | undefined {
  if (CAUSE.test(text)) return undefined;
  const word = text.trim().replaceAll(/\s+/g, '-');
  const end = CAUSE.test(word)
    ? `did you mean ${quote(word)}?`
    : 'expected one word of letters, digits, - and _, at most 50';
  return `${quote(text)} is not the name of a cause; ${end}`;
}

/** Says of each name whether it was there before, be it in other capitals. */
export function createRegister(): (name: string) => boolean {
  const seen = new Set<string>();
  return (name) => {
    const key = name.toLowerCase();
    const taken = seen.has(key);
    seen.add(key);
    return taken;
  };
}

/** GitHub's own rule, with the suffix that accounts managed by an enterprise have. */
export const LOGIN = /^(?=.{1,39}$)[A-Za-z\d](?:-?[A-Za-z\d])*(?:_[A-Za-z\d]+)?$/;

export const TEAM = /^@?[\w.-]+\/[\w.-]+$/;

/** What is wrong with a login, if anything. */
export function wrongLogin(text: string): string | undefined {
  if (LOGIN.test(text)) return undefined;
  if (TEAM.test(text)) {
    return `${quote(text)} is a team, and a bot cannot notify a team; list its people`;
  }
  const bare = text.replace(/^@/, '').trim();
  const end = bare !== text && LOGIN.test(bare) ? `did you mean ${quote(bare)}?` : 'expected e.g. alice';
  return `${quote(text)} is not a GitHub login; ${end}`;
}

/** What is wrong with the name of a label, if anything. */
export function wrongLabel(text: string): string | undefined {
  const length = Array.from(text).length;
  if (text.trim() === '') return 'a label needs a name';
  if (length > LONGEST_LABEL) {
    return `${quote(text)} has ${length} characters; GitHub allows a label ${LONGEST_LABEL}`;
  }
  if (text.includes(',')) return `${quote(text)} has a comma; GitHub takes it for two labels`;
  if (/\p{Cc}/u.test(text) || text !== text.trim()) return `${quote(text)} is not a label; expected one line of text`;
  return undefined;
}

/** The zone in its proper spelling, or what is wrong with it. */
export function readZone(text: string): { readonly zone: string } | { readonly wrong: string } {
  const known = () => ['UTC', ...Intl.supportedValuesOf('timeZone')];
  if (isZone(text)) {
    const same = text === text.toLowerCase() ? known().find((zone) => zone.toLowerCase() === text) : undefined;
    return { zone: same ?? text };
  }
  const zones = known();
  const city = text.split('/').at(-1) ?? '';
  const near =
    nearest(text, zones) ??
    zones.find((zone) => zone.split('/').at(-1)?.toLowerCase() === city.toLowerCase().replaceAll(' ', '_'));
  const end = near === undefined ? 'expected an IANA name such as Europe/Paris or UTC' : `did you mean ${quote(near)}?`;
  return { wrong: `${quote(text)} is not a time zone; ${end}` };
}

/** Offsets such as +01:00 are no zones: they know nothing of daylight saving. */
function isZone(text: string): boolean {
  return /^[A-Za-z]/.test(text) && IANAZone.create(text).isValid;
}

/** The repository roles that GitHub itself has; organisations can add their own. */
export const REPOSITORY_ROLES = ['read', 'triage', 'write', 'maintain', 'admin'] as const;

/** What is wrong with a repository role: only what looks like a slip in one of GitHub's own. */
export function wrongRepositoryRole(text: string): string | undefined {
  if (REPOSITORY_ROLES.some((role) => role === text)) return undefined;
  if (text.trim() === '' || nearest(text, REPOSITORY_ROLES) !== undefined) {
    return `${quote(text)} is not a role in a repository; ${hint(text, REPOSITORY_ROLES)}`;
  }
  return undefined;
}
