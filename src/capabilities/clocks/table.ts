import type { ClockSpec } from '../../engine/clocked.ts';

/** One clock that runs towards a deadline. */
interface ClockEntry extends ClockSpec {
  /** Whether users are promised it, so that a miss is a breach; the others only drive those who work on it. */
  readonly promises: boolean;
  /**
   * Whether a step that watches it is worth a page, and not only a comment: any, only what is said again or after the deadline, or
   * none, because the outage is over.
   */
  readonly pages: 'always' | 'when-ignored' | 'never';
  /** The key of the policy that has its target; null if it has none of its own. */
  readonly key: string | null;
  /** What that key means, of an incident and of a request for assistance; null where there is no such clock. */
  readonly incident: string | null;
  readonly assistance: string | null;
  /** For the documentation: when it starts, and what it is met by if it stops it in time. */
  readonly starts: string;
  readonly metBy: string;
}

/**
 * Every clock, in the order in which a card shows them. To add one, add an entry. `update` and `no-progress` start again at every
 * public update and sign of progress; `post-mortem`, `review` and `publish` begin when the incident is resolved, and have their targets under
 * `post-mortem`.
 */
export const CLOCK_TABLE = {
  acknowledge: {
    startsAt: 'level',
    stoppedBy: ['acknowledged'],
    neededSince: null,
    repeatsAt: null,
    promises: true,
    pages: 'always',
    key: 'acknowledge',
    incident: 'By when somebody must have taken the incident on.',
    assistance: 'By when somebody must have taken the request on.',
    starts: 'at the opening',
    metBy: 'an acknowledgement, or the resolution',
  },
  workaround: {
    startsAt: 'opening',
    stoppedBy: ['workaround'],
    neededSince: null,
    repeatsAt: null,
    promises: true,
    pages: 'always',
    key: 'workaround',
    incident: 'By when users must be able to work again, be it by a detour.',
    assistance: null,
    starts: 'at the opening',
    metBy: '`/workaround`, `/mitigate`, the label `mitigated`, or the resolution',
  },
  restore: {
    startsAt: 'opening',
    stoppedBy: ['restored'],
    neededSince: 'dataAtRisk',
    repeatsAt: null,
    promises: true,
    pages: 'always',
    key: 'restore',
    incident: 'By when lost data must be back; runs unless the report, or `/data-loss no`, says that none was lost.',
    assistance: null,
    starts: 'at the opening, unless no data was lost; at `/data-loss yes` if it was said that none was',
    metBy: '`/restored`, or the resolution',
  },
  resolve: {
    startsAt: 'opening',
    stoppedBy: [],
    neededSince: null,
    repeatsAt: null,
    promises: true,
    pages: 'always',
    key: 'resolve',
    incident: 'By when it must be resolved.',
    assistance: 'By when it must be answered.',
    starts: 'at the opening',
    metBy: 'the resolution',
  },
  update: {
    startsAt: 'priority',
    stoppedBy: [],
    neededSince: 'public',
    repeatsAt: 'update',
    promises: false,
    pages: 'when-ignored',
    key: 'update-every',
    incident:
      'How long the public may wait for an update; starts again at each `/update`. Its clock is named `update`.',
    assistance: null,
    starts: 'at the opening, and again at every `/update`',
    metBy: 'the next `/update`',
  },
  'no-progress': {
    startsAt: 'priority',
    stoppedBy: [],
    neededSince: null,
    repeatsAt: 'progress',
    promises: false,
    pages: 'when-ignored',
    key: 'no-progress',
    incident:
      'How long nothing may move: no command, no comment of an assignee, no label or assignment set by a person.',
    assistance: null,
    starts: 'at the opening, and again at every sign of progress',
    metBy: 'the next sign of progress',
  },
  'post-mortem': {
    startsAt: 'resolution',
    stoppedBy: ['drafted', 'reviewed'],
    neededSince: 'lessons',
    repeatsAt: null,
    promises: false,
    pages: 'never',
    key: null,
    incident: null,
    assistance: null,
    starts: 'at the resolution',
    metBy: '`/drafted` on the incident or the post-mortem, `/review` there, or closing it',
  },
  review: {
    startsAt: 'resolution',
    stoppedBy: ['reviewed'],
    neededSince: 'lessons',
    repeatsAt: null,
    promises: false,
    pages: 'never',
    key: null,
    incident: null,
    assistance: null,
    starts: 'at the resolution',
    metBy: 'the last approval of the post-mortem, or where the policy names no approver, its publication or closing',
  },
  publish: {
    startsAt: 'resolution',
    stoppedBy: ['published'],
    neededSince: 'lessons',
    repeatsAt: null,
    promises: false,
    pages: 'never',
    key: null,
    incident: null,
    assistance: null,
    starts: 'at the resolution',
    metBy: '`/publish` on the post-mortem, or closing it',
  },
} as const satisfies Readonly<Record<string, ClockEntry>>;

export type ClockName = keyof typeof CLOCK_TABLE;

/** The names of the clocks, in their order. */
export const CLOCKS = Object.keys(CLOCK_TABLE) as [ClockName, ...ClockName[]];
