import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { standingOf, type GeneratedFile } from '../setup/files.ts';
import { readIfThere } from './files.ts';

/** What was done about a file, and whether it is another than before. */
interface Brought {
  readonly text: string;
  readonly isNews: boolean;
}

/** Makes a file what it should be, and says what was done; null if there is nothing to say. */
export async function bring(file: GeneratedFile, policyFile: string, force: boolean): Promise<Brought | null> {
  const { path, text } = file;
  const standing = standingOf(file, policyFile, await readIfThere(path));
  if (standing === 'unwanted') {
    await rm(path);
    return { text: 'removed: the policy has no such form any more', isNews: true };
  }
  if (text === null) return null;
  if (standing === 'good') return { text: 'is up to date', isNews: false };
  if (standing === 'foreign' && !force)
    return { text: 'was not written from this policy: left alone (--force writes it all the same)', isNews: false };
  await write(path, text);
  const done = standing === 'missing' ? 'written' : standing === 'stale' ? 'brought up to date' : 'written over';
  return { text: done, isNews: true };
}

/** Writes a file, with the folders on the way to it. */
export async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
