import * as z from 'zod/mini';

/* What was found that changed before an incident. It is kept on its record: nobody finds the same later, when statuses and names have changed. */

/** A moment that a date can have. */
const moment = z.number().check(z.gte(-8.64e15), z.lte(8.64e15));

/** Why a change is told before others; `what` is a name or a pattern, foreign text. */
const reason = z.object({
  why: z.enum(['owned', 'risky', 'words', 'lock', 'failed', 'waiting', 'aside']),
  what: z.optional(z.string()),
});

const change = z.object({
  kind: z.enum(['deployment', 'release', 'merge', 'commit']),
  at: moment,
  by: z.nullable(z.string()),
  title: z.string(),
  url: z.string(),
  /** The number of the pull request that it is. */
  number: z.optional(z.number()),
  /** `owner/name`, where that is another repository. */
  repository: z.optional(z.string()),
  environment: z.optional(z.string()),
  state: z.optional(z.enum(['success', 'failure', 'running', 'pending'])),
  sha: z.optional(z.string()),
  /** The pull requests that it brings, the first few, and how many more. */
  holds: z.optional(z.array(z.object({ number: z.number(), title: z.string(), url: z.string() }))),
  more: z.optional(z.number()),
  size: z.optional(z.object({ files: z.number(), added: z.number(), removed: z.number() })),
  /** What it touches: files and folders. */
  touches: z.optional(z.array(z.string())),
  /** Whose that is, as CODEOWNERS has it. */
  owners: z.optional(z.array(z.string())),
  /** The deployment before it that went well: its commit, its run, and what lies between. */
  before: z.optional(z.object({ sha: z.string(), log: z.nullable(z.string()), diff: z.string() })),
  /** Whether it brings back what was there before. */
  back: z.optional(z.boolean()),
  reasons: z.array(reason),
});

const found = z.object({
  /** When the impact began that it was found for. */
  of: moment,
  /** When it was looked for. */
  at: moment,
  /** How many there are; the list has the first of them. */
  total: z.number(),
  list: z.array(change),
});

const seen = z.object({
  ...found.shape,
  /** What was found first, where the impact was moved since. */
  first: z.optional(found),
  /** Rights without which something could not be read. */
  lacks: z.optional(z.array(z.string())),
  /** Repositories that could not be read. */
  unseen: z.optional(z.array(z.string())),
  /** What happened after it was mitigated: what runs now, and the change that was reverted. */
  after: z.optional(
    z.object({
      of: moment,
      sha: z.optional(z.string()),
      environment: z.optional(z.string()),
      since: z.optional(moment),
      back: z.optional(z.boolean()),
      reverted: z.optional(z.object({ number: z.number(), by: z.number() })),
    }),
  ),
});

export type Reason = z.infer<typeof reason>;
export type Change = z.infer<typeof change>;
export type FoundChanges = z.infer<typeof found>;
export type Seen = z.infer<typeof seen>;

/** What is on record; null if that is nothing, or cannot be read. */
export function readSeen(value: unknown): Seen | null {
  return seen.safeParse(value).data ?? null;
}

/** The same with less, where a card is too long: without what was found first, then with three changes, at last with none; the number of all stays. */
export function fewerChanges(all: Seen, share: number): Seen {
  if (share === 1) return all;
  const bare = all.list.map((it) => ({ ...it, holds: undefined }));
  return { ...all, first: undefined, list: share >= 0.5 ? all.list : bare.slice(0, share >= 0.2 ? 3 : 0) };
}
