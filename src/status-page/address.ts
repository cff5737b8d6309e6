import type { Language } from '../model/language.ts';
import { sha256Of } from '../text/hash.ts';
import type { StatusPage } from './page.ts';

/** The kinds of things that have an id of their own. */
export type AddressKind = 'page' | 'component' | 'group' | 'incident' | 'maintenance' | 'update';

/** What may have such an id from elsewhere; a name of twelve letters that a policy gives to a component is none. */
const KEPT: readonly AddressKind[] = ['page', 'incident', 'maintenance'];

/** 12 of [0-9a-z], as ids of Statuspage are: the same for ever for the same thing. */
export function addressCodeOf(kind: AddressKind, ...ids: readonly string[]): string {
  const [id] = ids;
  if (ids.length === 1 && KEPT.includes(kind) && /^[0-9a-z]{12}$/.test(id!)) return id!;
  const number = BigInt(`0x${sha256Of(JSON.stringify([kind, ...ids]))}`);
  return number.toString(36).padStart(12, '0').slice(-12);
}

/** An id as the name of a file: itself if every file system and browser takes it, else its code. */
export function fileNameOf(kind: AddressKind, id: string): string {
  return /^[0-9a-z](?:[0-9a-z-]{0,62}[0-9a-z])?$/.test(id) ? id : addressCodeOf(kind, id);
}

/** The file of an incident or of a maintenance, within the folder of a language. */
export function fileOf(kind: 'incident' | 'maintenance', id: string): string {
  return `${kind === 'incident' ? 'incidents' : 'maintenance'}/${fileNameOf(kind, id)}.html`;
}

/** The place within a page where an update of something stands. */
export function anchorOf(kind: 'incident' | 'maintenance', id: string, update: string): string {
  return `update-${addressCodeOf('update', kind, id, update)}`;
}

/** A file of a language by its path from the root: the first language stands there, each other in a folder of its own. */
export function addressPlaceOf({ languages }: StatusPage, language: Language, file: string): string {
  return language === languages[0] ? file : `${language}/${file}`;
}

/** The address of a file by its path from the root. */
export function urlOf({ url }: StatusPage, path: string): string {
  return `${url}/${path}`;
}

/** The path from one file to another, both from the root. */
export function pathBetween(from: string, to: string): string {
  const up = from.split('/').slice(0, -1);
  const down = to.split('/');
  while (up.length > 0 && down.length > 1 && up[0] === down[0]) {
    up.shift();
    down.shift();
  }
  return `${'../'.repeat(up.length)}${down.join('/')}`;
}
