import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import * as z from 'zod';
import { bodyOf, Refused, routed, type Receiver } from './receiving.ts';

/* GitHub's GraphQL as far as it is asked, and what cState makes of the files. */

export const REPO = 'acme/status';
export const TOKEN = 'github_pat_11AAAA';

const READ = z.strictObject({
  query: z.string().startsWith('query'),
  variables: z.strictObject({ owner: z.string(), name: z.string(), branch: z.string(), folder: z.string() }),
});
const path = z.string().regex(/^content\/issues\/[\w-]+\.md$/);
const COMMIT = z.strictObject({
  query: z.string().startsWith('mutation'),
  variables: z.strictObject({
    input: z.strictObject({
      branch: z.strictObject({ repositoryNameWithOwner: z.string(), branchName: z.string() }),
      expectedHeadOid: z.string().regex(/^[0-9a-f]{40}$/),
      message: z.strictObject({ headline: z.string().min(1).max(72) }),
      fileChanges: z.strictObject({
        additions: z.array(z.strictObject({ path, contents: z.base64() })),
        deletions: z.array(z.strictObject({ path })),
      }),
    }),
  }),
});

/** The front matter that cState knows, from its archetype and its examples. */
const MATTER = z.strictObject({
  title: z.string().min(1),
  date: z.iso.datetime(),
  resolved: z.boolean().optional(),
  resolvedWhen: z.iso.datetime().optional(),
  informational: z.literal(true).optional(),
  severity: z.enum(['down', 'disrupted', 'notice']),
  affected: z.array(z.string()),
  section: z.literal('issue'),
});

/** A file as a site of cState reads it. Throws where Hugo would break. */
export function readIssue(text: string): { readonly matter: z.output<typeof MATTER>; readonly body: string } {
  const [, matter = '', body = ''] = /^---\n(.*?)^---\n\n(.*)$/ms.exec(text) ?? [];
  const read = MATTER.parse(parse(matter));
  if (read.resolved === true && read.resolvedWhen === undefined) throw new Error('resolvedWhen is missing');
  for (const [, code = ''] of body.matchAll(/\{\{[<%](.*?)[>%]\}\}/gs))
    if (!/^ track "\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ" $/.test(code)) throw new Error(`a shortcode: ${code}`);
  return { matter: read, body };
}

export const oidOf = (text: string): string =>
  createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0`)
    .update(text)
    .digest('hex');

export interface CState extends Receiver {
  /** The files of the branch `main` by their paths. */
  readonly files: Map<string, string>;
  /** How many commits there are. */
  commits: number;
}

export function cstate(): CState {
  const files = new Map([['content/issues/2024-02-24-maintenance-window.md', '---\ntitle: Old\n---\n']]);
  const refused = (type: string, message: string): Refused =>
    new Refused(200, { data: null, errors: [{ type, message }] });
  const unfit = (why: string): Refused => new Refused(200, { errors: [{ message: why, type: 'UNPROCESSABLE' }] });
  const it: CState = {
    files,
    commits: 1,
    handle(seen) {
      if (seen.headers.authorization !== `Bearer ${TOKEN}`)
        return { status: 401, body: { message: 'Bad credentials' } };
      const head = createHash('sha1').update(String(it.commits)).digest('hex');
      return routed(
        seen,
        {
          'POST /graphql': () => {
            if (!seen.body.includes('mutation')) {
              const { owner, name, branch, folder } = bodyOf(seen, READ, unfit).variables;
              if (`${owner}/${name}` !== REPO)
                throw refused('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
              if (branch !== 'refs/heads/main') return { status: 200, body: { data: { repository: { ref: null } } } };
              const entries = [...files].flatMap(([path, text]) =>
                path.startsWith(`${folder}/`) ? [{ name: path.slice(folder.length + 1), oid: oidOf(text) }] : [],
              );
              const target = { oid: head, file: entries.length === 0 ? null : { object: { entries } } };
              return { status: 200, body: { data: { repository: { ref: { target } } } } };
            }
            const { branch, expectedHeadOid, fileChanges } = bodyOf(seen, COMMIT, unfit).variables.input;
            if (branch.repositoryNameWithOwner !== REPO || branch.branchName !== 'main') throw unfit('branch');
            if (expectedHeadOid !== head)
              throw refused('STALE_DATA', `Expected branch to point to "${head}" but it did not.`);
            for (const { path } of fileChanges.deletions)
              if (!files.delete(path)) throw unfit(`there is no ${path} to delete`);
            for (const { path, contents } of fileChanges.additions) {
              const text = Buffer.from(contents, 'base64').toString('utf8');
              readIssue(text);
              files.set(path, text);
            }
            it.commits++;
            return { status: 200, body: { data: { createCommitOnBranch: { commit: { oid: head } } } } };
          },
        },
        { status: 404, body: { message: 'Not Found' } },
      );
    },
  };
  return it;
}
