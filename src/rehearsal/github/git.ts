import { createHash } from 'node:crypto';

export interface Blob {
  readonly kind: 'Blob';
  readonly oid: string;
  readonly text: string;
}

/** A folder of a commit. */
export interface GitFolder {
  readonly kind: 'Tree';
  readonly path: string;
  readonly commit: Commit;
}

export interface Commit {
  readonly kind: 'Commit';
  readonly oid: string;
  readonly message: string;
  readonly committedDate: number;
  /** The login of whoever made it; null for an address that belongs to no account. */
  readonly author: string | null;
  readonly parent: Commit | null;
  readonly files: ReadonlyMap<string, Blob>;
}

/** The default branch, the heads of pull requests, and every commit ever made. */
export interface Git {
  readonly branch: string;
  head: Commit;
  readonly commits: Map<string, Commit>;
  /** Head commits of pull requests, by number. */
  readonly pulls: Map<number, Commit>;
}

/** Texts by path; null removes the file. */
export type Changes = Readonly<Record<string, string | null>>;

/** A repository with one commit, by somebody or from an address that belongs to no account. */
export function initGit(files: Changes, at: number, author: string | null): Git {
  const head = makeCommit(null, files, { message: 'Initial commit', at, author });
  return { branch: 'main', head, commits: new Map([[head.oid, head]]), pulls: new Map() };
}

/** A commit on top of `parent`, not yet on any branch. */
export function makeCommit(
  parent: Commit | null,
  changes: Changes,
  { message, at, author = null }: { readonly message: string; readonly at: number; readonly author?: string | null },
): Commit {
  const files = new Map(parent?.files);
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) files.delete(path);
    else files.set(path, { kind: 'Blob', oid: sha(`blob ${Buffer.byteLength(text)}\0${text}`), text });
  }
  const tree = [...files].map(([path, blob]) => `${path} ${blob.oid}`).join('\n');
  const oid = sha(['commit', parent?.oid, at, message, tree].join('\n'));
  return { kind: 'Commit', oid, message, committedDate: at, author, parent, files };
}

/** What a commit changes of the one before it. */
export function gitChangesOf(commit: Commit): Changes {
  const paths = new Set([...(commit.parent?.files.keys() ?? []), ...commit.files.keys()]);
  const told = [...paths].filter((path) => changed(commit, path));
  return Object.fromEntries(told.map((path) => [path, commit.files.get(path)?.text ?? null]));
}

/** What a revision expression names: `HEAD`, `HEAD:path`, `<branch>:path`, `<sha>:path`, `refs/pull/N/head:path`. */
export function resolveExpression(git: Git, expression: string): Blob | GitFolder | Commit | null {
  const colon = expression.indexOf(':');
  const revision = colon < 0 ? expression : expression.slice(0, colon);
  const commit = resolveRevision(git, revision);
  if (commit === null || colon < 0) return commit;
  const path = expression.slice(colon + 1);
  const blob = commit.files.get(path);
  if (blob) return blob;
  return [...commit.files.keys()].some((file) => inside(file, path)) ? { kind: 'Tree', path, commit } : null;
}

/** What lies in a folder itself, files and folders, with their whole paths. */
export function gitEntriesOf({
  path,
  commit,
}: GitFolder): readonly { readonly path: string; readonly blob: Blob | GitFolder }[] {
  const entries = new Map<string, Blob | GitFolder>();
  for (const [file, blob] of commit.files) {
    if (!inside(file, path)) continue;
    const end = file.indexOf('/', path.length + 1);
    const child = end < 0 ? file : file.slice(0, end);
    entries.set(child, end < 0 ? blob : { kind: 'Tree', path: child, commit });
  }
  return [...entries].map(([at, blob]) => ({ path: at, blob }));
}

/** The commits of the default branch that changed `path`, newest first; all of them without a path. */
export function history(from: Commit, path: string | null): Commit[] {
  const found: Commit[] = [];
  for (let commit: Commit | null = from; commit !== null; commit = commit.parent) {
    if (path === null || touches(commit, path)) found.push(commit);
  }
  return found;
}

function touches(commit: Commit, path: string): boolean {
  return changed(commit, path) || [...commit.files.keys()].some((file) => inside(file, path) && changed(commit, file));
}

function inside(file: string, folder: string): boolean {
  return file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function changed(commit: Commit, path: string): boolean {
  return commit.files.get(path)?.oid !== commit.parent?.files.get(path)?.oid;
}

function resolveRevision(git: Git, revision: string): Commit | null {
  if (['HEAD', git.branch, `refs/heads/${git.branch}`].includes(revision)) return git.head;
  const pull = /^refs\/pull\/(\d+)\/head$/.exec(revision);
  if (pull) return git.pulls.get(Number(pull[1])) ?? null;
  return git.commits.get(revision) ?? null;
}

function sha(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
