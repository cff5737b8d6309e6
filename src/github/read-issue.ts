import type { Issue } from '../model/issue.ts';
import type { Access } from './access.ts';
import { errorIn } from './errors.ts';
import { ask, isPassing, persist } from './octokit.ts';
import { GitHubError } from './port.ts';
import { MORE_ENTRIES, READ_ISSUE } from './queries.ts';
import { issueOf, ownAccounts, type IsOwn, type RawPage, type RawEntry, type RawTicket } from './translate.ts';

/** One issue again; null when it is gone, or no longer an issue. */
export async function readIssue(access: Access, id: string): Promise<Issue | null> {
  const answer = await persist(access.sleep, isPassing, () => ask(access.octokit, READ_ISSUE, { id }));
  const hole = answer.errors.find(({ type }) => type !== 'NOT_FOUND');
  if (hole) throw errorIn(hole);
  const { viewer, node } = answer.data as { viewer: { login: string }; node: RawTicket | null };
  if (!node?.timelineItems) return null;
  return completeIssue(access, node, ownAccounts([viewer.login, ...access.accounts]));
}

/** An issue with its whole timeline; a long one costs further requests. */
export async function completeIssue(access: Access, ticket: RawTicket, isOwn: IsOwn): Promise<Issue> {
  const entries: (RawEntry | null)[] = [...(ticket.timelineItems.nodes ?? [])];
  let { pageInfo } = ticket.timelineItems;
  while (pageInfo.hasNextPage) {
    const variables = { id: ticket.id, after: pageInfo.endCursor };
    const answer = await persist(access.sleep, isPassing, () => ask(access.octokit, MORE_ENTRIES, variables));
    const { node } = answer.data as { node: { timelineItems: RawPage<RawEntry> } | null };
    if (!node || answer.errors.length > 0)
      throw answer.errors[0] ? errorIn(answer.errors[0]) : new GitHubError('not-found', 'The issue is gone.');
    entries.push(...(node.timelineItems.nodes ?? []));
    ({ pageInfo } = node.timelineItems);
  }
  return issueOf(ticket, entries, isOwn);
}
