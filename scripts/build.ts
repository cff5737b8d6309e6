import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';

const DIST = new URL('../dist/', import.meta.url);

/** The files of `dist/` that are not what the sources build, each with what is wrong with it. */
async function stale(files: ReadonlyMap<string, string>): Promise<Map<string, 'changed' | 'missing' | 'left over'>> {
  const found = new Set(await readdir(DIST).catch(() => []));
  const wrong = new Map<string, 'changed' | 'missing' | 'left over'>();
  for (const [name, text] of files) {
    if (!found.has(name)) wrong.set(name, 'missing');
    else if ((await readFile(new URL(name, DIST), 'utf8')) !== text) wrong.set(name, 'changed');
  }
  for (const name of found) if (!files.has(name)) wrong.set(name, 'left over');
  return wrong;
}

const { files } = await bundle();
const wrong = await stale(files);
if (process.argv.includes('--check')) {
  for (const [name, what] of wrong) console.error(`dist/${name}: ${what}`);
  if (wrong.size > 0) {
    console.error('dist/ is not what the sources build: run `npm run build`, and commit what changed.');
    process.exitCode = 1;
  }
} else {
  await mkdir(DIST, { recursive: true });
  for (const [name, what] of wrong) {
    const text = files.get(name);
    if (text === undefined) await rm(fileURLToPath(new URL(name, DIST)), { recursive: true });
    else await writeFile(new URL(name, DIST), text);
    console.log(`dist/${name}: ${what === 'left over' ? 'removed' : 'written'}`);
  }
}
