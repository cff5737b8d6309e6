import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { InitWords } from '../setup/init-words.ts';
import { readIfThere } from './files.ts';
import { gitConfig, originIn } from './repository.ts';

/**
 * Why the current directory may not be where somebody means to write: it is Tocsin's own, no repository or not its root, or a clone of
 * another repository than the one asked for. Null if nothing speaks against it.
 */
export async function objectionTo(asked: string | null, place: InitWords['place']): Promise<string | null> {
  if (await isTocsin()) return place.tocsin;
  const root = await rootOf(process.cwd());
  if (root === null) return place.none(process.cwd());
  if (root !== process.cwd()) return place.inside(root);
  const origin = originIn((await gitConfig()) ?? '');
  if (asked === null || origin === null) return null;
  const name = `${origin.owner}/${origin.name}`;
  return name.toLowerCase() === asked.toLowerCase() ? null : place.other(name, asked);
}

/** Whether this is a clone of Tocsin. */
async function isTocsin(): Promise<boolean> {
  const [manifest, action] = [await readIfThere('package.json'), await readIfThere('action.yml')];
  return /"name":\s*"tocsin"/.test(manifest ?? '') && /^name: Tocsin$/m.test(action ?? '');
}

/** The nearest folder from here on up that holds a repository; null if there is none. */
async function rootOf(folder: string): Promise<string | null> {
  for (let here = resolve(folder); ; here = dirname(here)) {
    const found = await stat(resolve(here, '.git')).catch(() => null);
    if (found) return here;
    if (dirname(here) === here) return null;
  }
}
