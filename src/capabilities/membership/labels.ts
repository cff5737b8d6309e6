/** The labels that Tocsin sets or reads, besides those that other sections name: the key of each in the policy, and what it means. */
export const LABELS = {
  needsAssessment: {
    key: 'needs-assessment',
    meaning: 'On an incident whose priority nobody has set. Taking it off leaves the incident at `P3`.',
  },
  needsInformation: {
    key: 'needs-information',
    meaning: 'On an incident whose report lacks a fact that every report must have. It goes when the facts are there.',
  },
  mitigated: {
    key: 'mitigated',
    meaning:
      'On an incident whose impact has ended: users are no longer harmed. Tocsin sets it after `/mitigate`; setting it by hand says the same, taking it off takes it back.',
  },
  resolved: {
    key: 'resolved',
    meaning: 'On an incident that is resolved. Setting it resolves; taking it off from an open issue reopens.',
  },
  deployAnyway: {
    key: 'deploy-anyway',
    meaning:
      'On an incident in spite of which deployments [go on](#gate). Tocsin sets it after `/unfreeze`; setting it by hand says the same, taking it off takes it back.',
  },
  breached: {
    key: 'breached',
    meaning:
      'On an incident that has missed a deadline that users were promised, such as that to resolve it, with or without an escalation. It stays.',
  },
  postMortem: { key: 'post-mortem', meaning: 'On the issue of a post-mortem.' },
  inReview: {
    key: 'in-review',
    meaning: 'On a [post-mortem](#post-mortems) that is in review. Setting it says the same as `/review` there.',
  },
  approved: {
    key: 'approved',
    meaning: 'On a post-mortem that has all approvals. Setting it says the same as `/approve` there.',
  },
  published: {
    key: 'published',
    meaning: 'On a post-mortem that is published. Setting it says the same as `/publish` there.',
  },
  problem: { key: 'problem-ticket', meaning: 'On a [problem ticket](#problem-tickets).' },
  review: { key: 'review', meaning: 'On the agenda of a [review meeting](#review-meetings).' },
  report: { key: 'monthly-report', meaning: 'On the [report](#reports) of a month.' },
  actionItem: { key: 'action-item', meaning: 'On an issue that a post-mortem has led to.' },
  watched: {
    key: 'watched',
    meaning:
      'On an incident that is [watched](#watch), while it is. The workflow knows it by this name: plain comments on such an issue start no run.',
  },
  onCall: { key: 'on-call', meaning: 'On the issue that [publishes](#publication) who is on call.' },
} as const;

type LabelRole = keyof typeof LABELS;
export type LabelKey = (typeof LABELS)[LabelRole]['key'];

/** What these labels are called. */
export type LabelNames = Readonly<Record<LabelRole, string>>;

/** Each with its key, in the order of the documentation. */
export const LABEL_KEYS = Object.entries(LABELS).map(([role, { key }]) => [role as LabelRole, key] as const);
