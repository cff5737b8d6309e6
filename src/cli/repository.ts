import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from './arguments.ts';

/** The repository: the one named, that of the workflow, or the one that the current directory is a clone of. Throws a UsageError. */
export async function repositoryOf(named: string | null, api: string | null): Promise<{ owner: string; name: string }> {
  const given = named ?? (process.env.GITHUB_REPOSITORY || null);
  if (given !== null) {
    const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(given) ?? [];
    if (owner && name) return { owner, name };
    throw new UsageError(`${named === null ? 'GITHUB_REPOSITORY' : '--repo'}: "${given}" is not OWNER/NAME`);
  }
  const origin = originIn((await gitConfig()) ?? '');
  if (origin === null)
    throw new UsageError('which repository? Expected --repo OWNER/NAME, or a clone with a remote origin');
  // Elsewhere somebody else may have a repository of that name.
  if (origin.host !== 'github.com' && api === null)
    throw new UsageError(
      `the remote origin is on ${origin.host}; expected --api URL, e.g. https://${origin.host}/api/v3`,
    );
  return origin;
}

/** The configuration of the clone that the current directory is the root of, also of a further work tree; null if it is none. */
export async function gitConfig(): Promise<string | null> {
  const read = (...path: string[]): Promise<string | null> => readFile(resolve(...path), 'utf8').catch(() => null);
  const own = await read('.git', 'config');
  if (own !== null) return own;
  const [, folder] = /^gitdir: (.+)$/m.exec((await read('.git')) ?? '') ?? [];
  if (folder === undefined) return null;
  const common = (await read(folder, 'commondir'))?.trim();
  return read(folder, common ?? '.', 'config');
}

/** Where the remote `origin` is, read from the configuration of a clone. */
export function originIn(config: string): { host: string; owner: string; name: string } | null {
  let section = '';
  for (const line of config.split(/\r?\n/)) {
    const text = line.trim();
    if (text.startsWith('[')) section = text;
    const url = section === '[remote "origin"]' ? /^url\s*=\s*"?([^"]+?)"?$/.exec(text)?.[1] : undefined;
    const found = /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([\w.-]+)(?::\d+)?[:/]+([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/i.exec(
      url ?? '',
    );
    if (found) return { host: found[1]!.toLowerCase(), owner: found[2]!, name: found[3]! };
  }
  return null;
}
