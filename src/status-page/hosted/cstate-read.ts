import * as z from 'zod/mini';
import type { Ask, HostedRefusal, HostedTarget } from './target.ts';

/** Where cState looks for incidents. */
export const CSTATE_FOLDER = 'content/issues';

/** What our files begin with. */
export const OURS = 'tocsin-';

/** Our files in the newest commit of a branch. */
export interface CstateFolder {
  /** The id of that commit. */
  readonly head: string;
  /** The ids that Git has for their content, by their names. */
  readonly files: ReadonlyMap<string, string>;
}

const QUERY = `query ($owner: String!, $name: String!, $branch: String!, $folder: String!) {
  repository(owner: $owner, name: $name) {
    ref(qualifiedName: $branch) {
      target { ... on Commit { oid file(path: $folder) { object { ... on Tree { entries { name oid } } } } } }
    }
  }
}`;

const ENTRIES = z.array(z.object({ name: z.string(), oid: z.string() }));
const ANSWER = z.object({
  data: z.object({
    repository: z.object({
      ref: z.object({
        target: z.object({
          oid: z.string(),
          file: z.nullish(z.object({ object: z.nullish(z.object({ entries: z.nullish(ENTRIES) })) })),
        }),
      }),
    }),
  }),
});

/** Our files there; where the folder is missing, none. */
export async function readFolder(ask: Ask, { page, branch }: HostedTarget): Promise<CstateFolder> {
  const [owner, name] = page.split('/');
  const variables = { owner, name, branch: `refs/heads/${branch!}`, folder: CSTATE_FOLDER };
  const { oid, file } = ANSWER.parse(await ask('/graphql', { query: QUERY, variables })).data.repository.ref.target;
  const entries = file?.object?.entries ?? [];
  return {
    head: oid,
    files: new Map(entries.filter(({ name: it }) => it.startsWith(OURS)).map((it) => [it.name, it.oid])),
  };
}

const ERRORS = z.object({ errors: z.array(z.object({ type: z.nullish(z.string()), message: z.string() })) });
const NO_BRANCH = z.object({ data: z.object({ repository: z.object({ ref: z.null() }) }) });

/** The status that a type of error stands for: GraphQL refuses with that of a success. */
const STATUS: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  INSUFFICIENT_SCOPES: 403,
  STALE_DATA: 409,
  RATE_LIMITED: 429,
  RATE_LIMIT: 429,
  SERVICE_UNAVAILABLE: 503,
};

export function refusalIn(answer: unknown): HostedRefusal | null {
  const { data } = ERRORS.safeParse(answer);
  const [first] = data?.errors ?? [];
  // What GitHub broke over has no type: it may pass.
  if (first) return { status: first.type ? (STATUS[first.type] ?? 422) : 502, text: first.message };
  return NO_BRANCH.safeParse(answer).success ? { status: 404, text: 'there is no such branch' } : null;
}
