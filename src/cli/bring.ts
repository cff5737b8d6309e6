import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { InitWords } from '../setup/init-words.ts';
import { fileStandingOf, type GeneratedFile } from '../setup/files.ts';
import { readIfThere } from './files.ts';

/** What was done about a file, and whether it is another than before. */
interface Brought {
  readonly text: string;
  readonly isNews: boolean;
}

/** Under which policy files are made, and whether those that people wrote are written over. */
interface Bringing {
  readonly policyFile: string;
  readonly force: boolean;
  readonly words: InitWords['files'];
}

/** Makes a file what it should be, and says what was done; null if there is nothing to say. */
export async function bring(file: GeneratedFile, { policyFile, force, words }: Bringing): Promise<Brought | null> {
  const { path, text } = file;
  const standing = fileStandingOf(file, policyFile, await readIfThere(path));
  if (standing === 'unwanted') await rm(path);
  else if (text === null) return null;
  else if (standing === 'foreign' && !force) return { text: words.alone, isNews: false };
  else if (standing !== 'good') await bringFile(path, text);
  return { text: words[standing], isNews: standing !== 'good' };
}

/** Writes a file, with the folders on the way to it. */
export async function bringFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
