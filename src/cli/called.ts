import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, sep } from 'node:path';

/** How a process was started. */
interface Start {
  /** The script as the command line names it, and where it really lies. */
  readonly script: string;
  readonly real: string;
  readonly cwd: string;
  /** What npm says that it does: `exec` is npx. */
  readonly npm: string | undefined;
}

/** What to type before the name of a command so that it starts as this one did, such as `npx ../tocsin`. */
export function programOf({ script, real, cwd, npm }: Start): string {
  if (npm === 'exec') return `npx ${packageOf(dirname(dirname(real)), cwd)}`;
  if (npm === 'run-script') return 'npm run tocsin --';
  return basename(script) === 'tocsin' ? 'tocsin' : `node ${shortest(script, cwd)}`;
}

/** The package as npx takes it: a folder, or a name where it is installed. */
function packageOf(root: string, cwd: string): string {
  if (!root.split(sep).includes('node_modules')) return shortest(root, cwd);
  return dirname(root) === `${cwd}${sep}node_modules` ? 'tocsin' : 'github:tocsin/tocsin';
}

/** A path as somebody would type it here. */
function shortest(path: string, cwd: string): string {
  const from = relative(cwd, path) || '.';
  const near = from.startsWith('.') || isAbsolute(from) ? from : `.${sep}${from}`;
  const text = near.length <= path.length || !isAbsolute(path) ? near : path;
  return /^[\w./\\:@~-]+$/.test(text) ? text : `"${text}"`;
}

/** The same of this process. */
export function program(): string {
  const script = process.argv[1] ?? 'tocsin';
  return programOf({ script, real: realOf(script), cwd: process.cwd(), npm: process.env.npm_command });
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
