import type { Instant } from '../calendar/calendar.ts';
import { isBot } from '../model/login.ts';
import { siblingOf } from '../policy/file.ts';
import type { Access } from './access.ts';
import { askGitHub, isPassing, persist } from './octokit.ts';
import type { ReadRequest } from './port.ts';
import { MORE_HISTORY } from './queries.ts';
import type { RawPage } from './translate.ts';

/** Whoever made a commit, as git and GitHub have it. `user` is null for an address that belongs to no account. */
interface RawAuthored {
  readonly author?: { readonly name: string | null; readonly user: { readonly login: string } | null } | null;
}

interface RawCommit extends RawAuthored {
  readonly committedDate: string;
}

/** A commit that changed a file, and the file as it left it. */
export interface RawVersion extends RawAuthored {
  readonly oid: string;
  readonly file: { readonly object: { readonly text?: string | null } | null } | null;
}

/** The histories of the files with which a repository adopts Tocsin, newest first, as far as one answer has them. */
export type RawHistories = Readonly<Partial<Record<'policy' | 'sibling' | 'workflow', RawPage<RawCommit>>>>;

/** A long history is read to its end; further than this nobody has one. */
const MOST_PAGES = 20;

/** When the older of two files came into the repository. */
export async function adoptionOf(
  access: Access,
  { policyPath, workflowPath, urgentLabels }: ReadRequest,
  target: RawHistories | null,
): Promise<Instant | null> {
  const firsts: Instant[] = [];
  const paths = { policy: policyPath, sibling: siblingOf(policyPath), workflow: workflowPath };
  for (const name of ['policy', 'sibling', 'workflow'] as const) {
    let page = target?.[name];
    for (let pages = 1; page; pages++) {
      firsts.push(...(page.nodes ?? []).flatMap((it) => (it ? [Date.parse(it.committedDate)] : [])));
      if (!page.pageInfo.hasNextPage || pages === MOST_PAGES) break;
      // Where it must be quick, what is not known leaves no incident out.
      if (urgentLabels !== undefined) return null;
      page = await historyAfter(access, paths[name]!, page.pageInfo.endCursor!);
    }
  }
  return firsts.length === 0 ? null : Math.min(...firsts);
}

/** The person who last changed the workflow, and not an app that keeps versions up to date; null if the last hundred changes name nobody. */
export function keeperOf(target: RawHistories | null): string | null {
  const authors = target?.workflow?.nodes?.map((it) => it?.author) ?? [];
  const person = authors.find((it) => it?.user && !isBot(it.user.login) && !isBot(it.name ?? ''));
  return person?.user?.login ?? null;
}

/** The login behind a commit; an app has a name only, and no user. Null where it is no account, or none any more. */
export function authorOf({ author }: RawVersion): string | null {
  const name = author?.name ?? '';
  return author?.user?.login ?? (isBot(name) ? name : null);
}

async function historyAfter(access: Access, path: string, after: string): Promise<RawPage<RawCommit> | undefined> {
  const { owner, name, sleep, octokit } = access;
  const { data } = await persist(sleep, isPassing, () =>
    askGitHub(octokit, MORE_HISTORY, { owner, name, path, after }),
  );
  const { repository } = data as {
    repository: { defaultBranchRef: { target: { history?: RawPage<RawCommit> } | null } | null } | null;
  };
  return repository?.defaultBranchRef?.target?.history;
}
