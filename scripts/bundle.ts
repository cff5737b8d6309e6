import { readdir, readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';
import { lean } from './lean.ts';
import { leanSchema } from './schema.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Modules in the CommonJS format call `require`, which a module has to make for itself. */
const BANNER = `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);`;

/** Libraries that few runs need, each a file of its own, loaded when it is. */
const APART: Readonly<Record<string, string>> = { 'date-holidays': 'holidays', nodemailer: 'mail', undici: 'proxy' };

/** What is ours and few runs need, likewise: a file of its own, with all that it takes. */
const OWN: Readonly<Record<string, string>> = {
  'src/run/jobs/doctor.ts': 'doctor',
  'src/run/jobs/gate.ts': 'gate',
  'src/run/jobs/intake.ts': 'intake',
  'src/run/on-call/publish.ts': 'on-call',
  'src/notify/answers/hear.ts': 'answers',
  'src/run/post-incident/follow.ts': 'post-incident',
  'src/run/reports/reports.ts': 'report',
  'src/figures/page/page.ts': 'report-page',
  'src/run/site/build.ts': 'site',
  'src/run/changes/look.ts': 'changes',
};

const nameOf = (names: Readonly<Record<string, string>>): RegExp => new RegExp(`^(?:${Object.keys(names).join('|')})$`);

/** A library that is loaded when it is needed stays outside. */
const LIBRARIES: Plugin = {
  name: 'libraries',
  setup(build) {
    build.onResolve({ filter: nameOf(APART) }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: `./${APART[path]!}.js`, external: true } : undefined,
    );
  },
};

const apart = (own: Readonly<Record<string, string>>): Plugin => ({
  name: 'own',
  setup(build) {
    build.onResolve({ filter: /\.ts$/ }, ({ path, kind, resolveDir }) => {
      const out = kind === 'dynamic-import' ? own[relative(ROOT, resolve(resolveDir, path))] : undefined;
      return out === undefined ? undefined : { path: `./${out}.js`, external: true };
    });
  },
});

/** The schema of GitHub as far as the embedded one is asked about it. */
const SCHEMA: Plugin = {
  name: 'schema',
  setup(build) {
    build.onLoad({ filter: /[\\/]graphql[\\/]schema-text\.ts$/ }, async () => ({
      contents: `export const schemaText = () => ${JSON.stringify(await leanSchema())};`,
    }));
  },
};

const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  banner: { js: BANNER },
  minify: true,
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
 * Bundles the Action and the terminal's command in memory. The file names are fixed, so that a build replaces files and its
 * difference shows what changed:
 *
 * - `index.js` is what it takes to send the first request of a run; `run.js` is all the rest, loaded while GitHub answers;
 *   `shared.js` is what both use.
 * - `doctor.js` is loaded when the doctor is asked, `intake.js` when an alert comes, `on-call.js` when who is on call is published, `answers.js` when a pager is asked who has answered, `post-incident.js` when there are
 *   post-mortems, or a review meeting is near, `report.js` when figures are asked for, `site.js` when there is a status page,
 *   `changes.js` when an incident wants to know what changed before it.
 * - `gate.js` is all that a gate takes in the place of `run.js`.
 * - `cli.js` is the terminal's command, with the embedded GitHub on which it rehearses.
 * - `holidays.js`, `mail.js` and `proxy.js` are libraries that are loaded when a policy names a country, when a mail is sent, and when
 *   there is a proxy.
 */
export async function bundle(): Promise<Bundle> {
  const builds = await Promise.all([
    build({
      ...COMMON,
      plugins: [LIBRARIES, lean({ writesYaml: false }), apart(OWN)],
      entryPoints: [
        { in: 'src/main.ts', out: 'index' },
        { in: 'src/run/perform.ts', out: 'run' },
      ],
      outdir: 'dist',
      chunkNames: 'shared',
      splitting: true,
    }),
    build({
      ...COMMON,
      plugins: [LIBRARIES, lean({ writesYaml: true })],
      target: 'node20',
      entryPoints: Object.entries(OWN).map(([path, out]) => ({ in: path, out })),
      outdir: 'dist',
    }),
    // People run it with the Node they have, the Action runs on its own.
    build({
      ...COMMON,
      plugins: [LIBRARIES, lean({ writesYaml: true }), SCHEMA, apart(OWN)],
      target: 'node20',
      entryPoints: [{ in: 'src/cli.ts', out: 'cli' }],
      outdir: 'dist',
    }),
    build({
      ...COMMON,
      target: 'node20',
      entryPoints: Object.entries(APART).map(([name, out]) => ({ in: name, out })),
      outdir: 'dist',
    }),
  ]);
  const merged = <K extends keyof Metafile>(key: K): Metafile[K] =>
    Object.assign({}, ...builds.map(({ metafile }) => metafile[key])) as Metafile[K];
  const metafile: Metafile = { inputs: merged('inputs'), outputs: merged('outputs') };
  const outputFiles = builds.flatMap((it) => it.outputFiles);
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
