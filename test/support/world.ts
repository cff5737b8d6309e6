import type { Ground } from '../../src/capabilities/decide.ts';
import { factHeadings } from '../../src/capabilities/report/form.ts';
import type { Issue } from '../../src/model/issue.ts';
import { heldRoles } from './team.ts';

/* What the worlds of random histories begin with: one repository, and one issue that rita has just opened. */

/** The issue, as an incident with these labels, which `by` gave it. */
export function newIssue(openedAt: number, labels: readonly string[], by: string): Issue {
  const all = ['incident', ...labels];
  const given = { at: openedAt, actor: { login: by, bot: false }, own: false, kind: 'labeled' } as const;
  return {
    id: 'I_1',
    number: 1,
    url: 'https://github.com/acme/shop/issues/1',
    title: 'Down',
    body: '',
    edited: false,
    author: { login: 'rita', bot: false },
    own: false,
    openedAt,
    state: 'open',
    labels: all,
    timeline: all.map((label) => ({ ...given, label })),
  };
}

/** What deciding about it rests on. */
export function groundOf(
  { now, policy, pages = new Map() }: Pick<Ground, 'now' | 'policy'> & Partial<Pick<Ground, 'pages'>>,
  roles: ReadonlyMap<string, string | null>,
): Ground {
  return {
    now,
    policy,
    pages,
    incidents: { all: () => [], alerts: () => [] },
    repository: {
      owner: 'acme',
      name: 'shop',
      ownedByPerson: false,
      keeper: null,
      isPrivate: true,
      securityPolicy: null,
      url: 'https://github.com/acme/shop',
    },
    watchedUntil: null,
    looked: null,
    knowledge: { incidentLabel: 'incident', headings: factHeadings(), roles: heldRoles(roles) },
  };
}
