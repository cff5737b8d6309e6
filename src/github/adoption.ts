import type { Instant } from '../calendar/calendar.ts';
import { siblingOf } from '../policy/file.ts';
import type { Access } from './access.ts';
import { ask, isPassing, persist } from './octokit.ts';
import type { ReadRequest } from './port.ts';
import { MORE_HISTORY } from './queries.ts';
import type { RawPage } from './translate.ts';

interface RawCommit {
  readonly committedDate: string;
}

/** The histories of the files with which a repository adopts Tocsin, newest first, as far as one answer has them. */
export type RawHistories = Readonly<Partial<Record<'policy' | 'sibling' | 'workflow', RawPage<RawCommit>>>>;

/** A long history is read to its end; further than this nobody has one. */
const MOST_PAGES = 20;

/** When the older of two files came into the repository. */
export async function adoptionOf(
  access: Access,
  { policyPath, workflowPath }: ReadRequest,
  target: RawHistories | null,
): Promise<Instant | null> {
  const firsts: Instant[] = [];
  const paths = { policy: policyPath, sibling: siblingOf(policyPath), workflow: workflowPath };
  for (const name of ['policy', 'sibling', 'workflow'] as const) {
    let page = target?.[name];
    for (let pages = 1; page; pages++) {
      firsts.push(...(page.nodes ?? []).flatMap((it) => (it ? [Date.parse(it.committedDate)] : [])));
      if (!page.pageInfo.hasNextPage || pages === MOST_PAGES) break;
      page = await historyAfter(access, paths[name]!, page.pageInfo.endCursor!);
    }
  }
  return firsts.length === 0 ? null : Math.min(...firsts);
}

async function historyAfter(access: Access, path: string, after: string): Promise<RawPage<RawCommit> | undefined> {
  const { owner, name, sleep, octokit } = access;
  const { data } = await persist(sleep, isPassing, () => ask(octokit, MORE_HISTORY, { owner, name, path, after }));
  const { repository } = data as {
    repository: { defaultBranchRef: { target: { history?: RawPage<RawCommit> } | null } | null } | null;
  };
  return repository?.defaultBranchRef?.target?.history;
}
