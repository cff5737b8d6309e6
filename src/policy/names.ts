import { IANAZone } from 'luxon';
import { LONGEST_LABEL } from '../model/limits.ts';
import { nearest, quote } from './wording.ts';
import { LOGIN } from '../model/login.ts';

/** The name of a role, calendar or escalation policy. It appears in messages, so it holds nothing that could be markup. */
export const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N} .-]{0,48}[\p{L}\p{N}])?$/u;

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

/** The zone in its proper spelling, or what is wrong with it, and which one is near. */
export function readZone(
  text: string,
): { readonly zone: string } | { readonly wrong: string; readonly near: string | undefined } {
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
  return { wrong: `${quote(text)} is not a time zone; ${end}`, near };
}

/** The proper spelling of a zone that has passed the schema. */
export function properZone(text: string): string {
  const read = readZone(text);
  return 'zone' in read ? read.zone : 'UTC';
}

/** Offsets such as +01:00 are no zones: they know nothing of daylight saving. */
function isZone(text: string): boolean {
  return /^[A-Za-z]/.test(text) && IANAZone.create(text).isValid;
}
