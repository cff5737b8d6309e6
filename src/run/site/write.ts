import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';

/** What lists the files that were written, so that the next page leaves none of them behind. */
const LIST = '.tocsin-site.json';

/**
 * Writes a page into a folder, which is made if there is none. What an earlier page had there and this one has not is removed: an incident
 * that was taken off must not stay. Other files are left alone. Throws what the file system throws.
 */
export async function writeSite(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const before = await listed(folder);
  for (const path of before) if (!files.has(path)) await rm(join(folder, path), { force: true });
  await writeFiles(folder, files);
  await writeFile(join(folder, LIST), `${JSON.stringify([...files.keys()].sort())}\n`);
}

/** Writes files into a folder, which is made if there is none; others there are left alone. */
export async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    const place = join(folder, path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, text);
  }
}

/** Writes the files of a report into a folder; not into that of a status page, with which they would become public. */
export async function writeReport(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  if ((await readFile(join(folder, LIST), 'utf8').catch(() => null)) !== null)
    throw new Error(
      `${folder} holds a status page. A report is for inside, and would become public with it: name another folder.`,
    );
  await writeFiles(folder, files);
}

async function listed(folder: string): Promise<readonly string[]> {
  try {
    const paths: unknown = JSON.parse(await readFile(join(folder, LIST), 'utf8'));
    return Array.isArray(paths) ? paths.filter((it): it is string => typeof it === 'string' && isBelow(it)) : [];
  } catch {
    return [];
  }
}

/** Whether a path stays in its folder. */
function isBelow(path: string): boolean {
  const plain = normalize(path);
  return plain !== '.' && !plain.startsWith('..') && !plain.startsWith(sep) && !/^[a-z]:/i.test(plain);
}
