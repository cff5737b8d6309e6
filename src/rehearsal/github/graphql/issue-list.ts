import { NotImplemented } from '../refusal.ts';
import type { StoredIssue } from '../state.ts';
import { compareKeys, connectionOf, type Connection, type SortKey, type PageArguments } from './connection.ts';

interface IssueFilters {
  readonly since?: string | null;
  readonly states?: readonly StoredIssue['state'][] | null;
  readonly labels?: readonly string[] | null;
  readonly assignee?: string | null;
  readonly createdBy?: string | null;
  readonly [other: string]: unknown;
}

interface IssueOrder {
  readonly field: 'CREATED_AT' | 'UPDATED_AT' | 'COMMENTS';
  readonly direction: 'ASC' | 'DESC';
}

/** The arguments of `issues(...)`. */
export interface IssueList extends PageArguments {
  readonly labels?: readonly string[] | null;
  readonly states?: readonly StoredIssue['state'][] | null;
  readonly orderBy?: IssueOrder | null;
  readonly filterBy?: IssueFilters | null;
}

const IMPLEMENTED = ['since', 'states', 'labels', 'assignee', 'createdBy', 'viewerSubscribed'];

/** The issues (no pull requests) that pass the filters, in the order asked for, the oldest first by default. */
export function listIssues(issues: readonly StoredIssue[], args: IssueList): Connection<StoredIssue> {
  const filters = args.filterBy ?? {};
  for (const name of Object.keys(filters)) {
    if (!IMPLEMENTED.includes(name)) throw new NotImplemented(`IssueFilters.${name}`);
  }
  if (filters['viewerSubscribed'] === true) throw new NotImplemented('IssueFilters.viewerSubscribed');
  // GitHub documents neither "any" nor "all" for it, so nothing may rest on either.
  if ((filters.labels?.length ?? 0) > 1) throw new NotImplemented('IssueFilters.labels with several labels');

  const { field, direction } = args.orderBy ?? { field: 'CREATED_AT', direction: 'ASC' };
  if (field === 'COMMENTS') throw new NotImplemented('IssueOrder by COMMENTS');
  const keyOf = (issue: StoredIssue): SortKey => [
    field === 'CREATED_AT' ? issue.createdAt : issue.updatedAt,
    issue.number,
  ];
  const sign = direction === 'ASC' ? 1 : -1;
  const since = filters.since ? Date.parse(filters.since) : null;
  const found = issues.filter(
    (issue) =>
      issue.kind === 'Issue' &&
      inStates(issue, args.states) &&
      inStates(issue, filters.states) &&
      labelledAny(issue, args.labels) &&
      labelledAny(issue, filters.labels) &&
      (since === null || issue.updatedAt >= since) &&
      (!filters.createdBy || issue.author.login === filters.createdBy) &&
      (!filters.assignee || assigned(issue, filters.assignee)),
  );
  const sorted = found.toSorted((a, b) => sign * compareKeys(keyOf(a), keyOf(b)));
  return connectionOf(sorted, args, keyOf, { direction: sign });
}

function inStates(issue: StoredIssue, states: readonly StoredIssue['state'][] | null | undefined): boolean {
  return !states || states.length === 0 || states.includes(issue.state);
}

function labelledAny(issue: StoredIssue, names: readonly string[] | null | undefined): boolean {
  if (!names || names.length === 0) return true;
  const wanted = names.map((name) => name.toLowerCase());
  return issue.labels.some((label) => wanted.includes(label.name.toLowerCase()));
}

function assigned(issue: StoredIssue, login: string): boolean {
  if (login === '*') return issue.assignees.length > 0;
  return issue.assignees.some((one) => one.login.toLowerCase() === login.toLowerCase());
}
