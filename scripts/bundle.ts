import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Modules in the CommonJS format call `require`, which a module has to make for itself. */
const BANNER = `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);`;

const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  banner: { js: BANNER },
  minifyWhitespace: true,
  minifySyntax: true,
  charset: 'utf8',
  // In one place instead: licenses.txt.
  legalComments: 'none',
  metafile: true,
  write: false,
  logLevel: 'warning',
} as const;

/** What is shipped: the text of each file of `dist/` by its name, and where every byte of it comes from. */
export interface Bundle {
  readonly files: ReadonlyMap<string, string>;
  readonly metafile: Metafile;
}

/**
 * Bundles the Action and the terminal's command in memory. Whitespace and syntax are made small, names are not: that costs a tenth of the download,
 * starts no slower, and leaves stack traces that name the function. The file names are fixed, so that a build replaces
 * files and its difference shows what changed.
 */
export async function bundle(): Promise<Bundle> {
  const action = await build({
    ...COMMON,
    // The library of holidays is an entry of its own, so that what only it needs is loaded with it, and under a fixed name.
    entryPoints: [
      { in: 'src/main.ts', out: 'index' },
      { in: 'date-holidays', out: 'holidays' },
    ],
    outdir: 'dist',
    chunkNames: 'shared',
    splitting: true,
  });
  const terminal = await build({
    ...COMMON,
    // People run it with the Node they have, the Action runs on its own.
    target: 'node20',
    entryPoints: [{ in: 'src/cli.ts', out: 'cli' }],
    outdir: 'dist',
    alias: { 'date-holidays': './holidays.js' },
    external: ['./holidays.js'],
  });
  const metafile = {
    inputs: { ...action.metafile.inputs, ...terminal.metafile.inputs },
    outputs: { ...action.metafile.outputs, ...terminal.metafile.outputs },
  };
  const outputFiles = [...action.outputFiles, ...terminal.outputFiles];
  const files = new Map(outputFiles.map(({ path, text }) => [path.split(/[\\/]/).at(-1)!, text]));
  files.set('licenses.txt', await licenses(metafile));
  return { files, metafile };
}

/** The folders of the packages of which something is in the bundle, as paths from the root, sorted. */
export function bundledPackages(metafile: Metafile): string[] {
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

/** The licences of everything that is bundled: they ask to go with every copy. */
async function licenses(metafile: Metafile): Promise<string> {
  const texts = await Promise.all(bundledPackages(metafile).map((folder) => license(folder)));
  return `Tocsin contains the following packages.\n\n${texts.join('\n')}`;
}

async function license(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(`${ROOT}/${folder}/package.json`, 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const files = (await readdir(`${ROOT}/${folder}`))
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .sort();
  const texts = await Promise.all(files.map((file) => readFile(`${ROOT}/${folder}/${file}`, 'utf8')));
  if (license === undefined && texts.length === 0) throw new Error(`${folder} is bundled and says no licence`);
  const heading = `${'-'.repeat(80)}\n${name} ${version} (${license ?? 'see below'})\n${'-'.repeat(80)}\n`;
  const body = texts.map(
    (text) =>
      `\n${text
        .replace(/\r\n?/g, '\n')
        .replace(/[ \t]+$/gm, '')
        .trim()}\n`,
  );
  return heading + body.join('');
}
