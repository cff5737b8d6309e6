import type { Issue } from '../../src/model/issue.ts';
import {
  planPublication,
  type PublicationGround,
  type PublicationPlan,
} from '../../src/capabilities/on-call/publication.ts';
import type { Effect } from '../../src/engine/effect.ts';
import { schedulesOf } from './read.ts';
import { heldRoles } from '../support/team.ts';

export const at = (text: string) => Date.parse(text);
export const DAY = 86_400_000;
/** A Tuesday of ian's. */
export const NOW = at('2026-11-03T12:00Z');

export const MANAGERS = 'managers: { layers: [{ every: 1w, from: 2026-11-02T09:00, people: [ian, mona] }] }\n';
export const NIGHTS =
  'nights: { layers: [{ every: 1d, from: 2026-11-02T12:00, hours: 20:00-08:00, people: [pat, kim] }] }\n';

export interface Given {
  readonly schedules?: string;
  readonly roles?: Readonly<Record<string, string | null>>;
  readonly language?: 'en' | 'fr';
  readonly fallback?: string;
  readonly policyRoles?: Readonly<Record<string, readonly string[]>>;
  readonly ownedByPerson?: boolean;
}

const known = { ian: 'write', mona: 'write', pat: 'write', kim: 'write', grace: 'admin' };

export function groundAt(now: number, given: Given = {}): PublicationGround {
  const schedules = schedulesOf(given.schedules ?? MANAGERS, 'Europe/London');
  const rota = schedules.get('managers');
  return {
    now,
    repository: { owner: 'olga', ownedByPerson: given.ownedByPerson ?? false, keeper: null },
    roles: heldRoles(Object.entries({ ...known, ...given.roles })),
    policy: {
      language: given.language ?? 'en',
      schedules,
      rotas: new Map(rota ? [['manager', rota]] : []),
      roles: new Map(Object.entries(given.policyRoles ?? { lead: ['grace', 'kim'] })),
      fallback: given.fallback ?? 'grace',
    },
  };
}

export interface Said {
  readonly id: string;
  readonly body: string;
  readonly own?: boolean;
}

export function issueOf(
  number: number,
  body: string,
  comments: readonly Said[] = [],
  changes: Partial<Issue> = {},
): Issue {
  return {
    id: `I${number}`,
    number,
    url: '',
    title: 'Who is on call',
    body,
    edited: false,
    author: null,
    own: true,
    openedAt: 0,
    state: 'open',
    labels: ['on-call'],
    timeline: comments.map(({ id, body, own = true }) => ({
      kind: 'commented',
      at: 0,
      actor: null,
      own,
      comment: { id, number: 0, url: '', body, author: null, edited: false, own },
    })),
    ...changes,
  };
}

export function opening(ground: PublicationGround): Extract<PublicationPlan, { issue: null }> {
  const plan = planPublication([], ground);
  if (plan.issue !== null) throw new Error('nothing to open');
  return plan;
}

/** What is to be done about publications that exist. */
export function planned(
  issues: readonly Issue[],
  ground: PublicationGround,
): Extract<PublicationPlan, { issue: Issue }> {
  const plan = planPublication(issues, ground);
  if (plan.issue === null) throw new Error('there is no publication');
  return plan;
}

export const effects = (issues: readonly Issue[], ground: PublicationGround): readonly Effect[] =>
  planned(issues, ground).effects;
export const kinds = (issues: readonly Issue[], ground: PublicationGround): string[] =>
  effects(issues, ground).map((effect) => effect.do);

/** The comments that a plan writes. */
export const tellings = (issues: readonly Issue[], ground: PublicationGround): string[] =>
  effects(issues, ground).flatMap((effect) => (effect.do === 'comment' ? [effect.body] : []));

/** The publication as the plans of that instant leave it. */
export function settled(ground: PublicationGround, number = 7): Issue {
  const { body } = opening(ground);
  const bodies = tellings([issueOf(number, body)], ground);
  return issueOf(
    number,
    body,
    bodies.map((body, i) => ({ id: `C${i}`, body })),
  );
}
