import * as z from 'zod/mini';
import { PRIORITIES } from '../model/priority.ts';
import { isOutdated, mark, readCommentMark } from './mark.ts';
import type { Comment } from '../model/issue.ts';
import { nameOfKey } from './keys.ts';
import { renewAct, renewKey } from './old-keys.ts';

const judgement = z.object({
  by: z.string(),
  /** When it happened. */
  at: z.number(),
  /**
   * Whether it counted when it was first seen: the person was entitled, and nobody had edited the comment. Comments with
   * commands of people without the right are not among these, see `refused`.
   */
  ok: z.boolean(),
  /** The commands of a comment as they read then; absent for other events. */
  say: z.optional(z.array(z.string())),
});

const verdict = z.object({
  clock: z.string(),
  priority: z.enum(PRIORITIES),
  /** When the clock started. */
  start: z.number(),
  /** Which opening of the incident this belongs to: 0, and one more after each reopening. */
  episode: z.number(),
  met: z.boolean(),
  /** The target as the policy of that day wrote it. */
  target: z.string(),
  due: z.number(),
  /** When it was met, or the true moment of the breach. */
  at: z.number(),
  /** When a run first saw it. */
  seen: z.number(),
  /** Of a clock that starts again and again, how many misses up to this one it stands for; 1 if left out. */
  times: z.optional(z.number()),
  /** Of a miss: that somebody may have met it whose role nobody knew, so that it is judged again. */
  unsure: z.optional(z.boolean()),
});

export const done = z.object({
  /** When the run that did it read the clock. */
  at: z.number(),
  /** Whom it told. */
  told: z.optional(z.array(z.string())),
  /** The notifier that took the page that went out with it, or several; none if it was withheld. */
  paged: z.optional(z.union([z.string(), z.array(z.string())])),
  /** What services call the messages that they made of the page, by the name of the notifier. */
  refs: z.optional(z.record(z.string(), z.string())),
  /** What stopped a step that fell due before a run could send it. */
  skipped: z.optional(z.enum(['acknowledged', 'resolved', 'stopped'])),
  /** The issue that it opened. */
  issue: z.optional(z.number()),
  /** What was written last, by its fingerprint. */
  text: z.optional(z.string()),
  /** The comments that were evidence then, by their numbers. */
  comments: z.optional(z.array(z.number())),
  /** The parts of a text that was approved, each by its hash. */
  parts: z.optional(z.record(z.string(), z.string())),
  /** The other incident on which a digest told it. */
  on: z.optional(z.number()),
});

/** When a label was put on and taken off by turns; a single time if it was only put on. */
const turns = z.union([z.number(), z.array(z.number())]);

const record = z.object({
  judged: z.record(z.string(), judgement),
  /** Commands of somebody without the right are refused up to this comment: by login, so that a flood costs one entry. */
  refused: z.record(z.string(), z.number()),
  /** Comments up to this number have been dealt with: what is not on record of them is read, but never answered or recorded again. */
  past: z.optional(z.number()),
  verdicts: z.array(verdict),
  done: z.record(z.string(), done),
  /** The labels that say something of it, and when they were put on and taken off; absent in cards of earlier versions. */
  held: z.optional(z.record(z.string(), turns)),
  /** What was looked up elsewhere when it mattered, by the name of what looked it up, which alone reads it. */
  seen: z.optional(z.record(z.string(), z.unknown())),
});

export type Judgement = z.infer<typeof judgement>;
/** `N` are the names of the clocks. */
export type ClockVerdict<N extends string = string> = z.infer<typeof verdict> & { clock: N };
export type Done = z.infer<typeof done>;

/**
 * What was decided about an incident and cannot be derived again later, because people, rights and policies change. It is
 * kept in the mark of the incident's card, and wins over any new reading.
 */
export type IncidentRecord<N extends string = string> = Omit<z.infer<typeof record>, 'verdicts'> & {
  verdicts: ClockVerdict<N>[];
};

export const EMPTY_RECORD: IncidentRecord<never> = { judged: {}, refused: {}, verdicts: [], done: {} };

/**
 * The card's first line, which carries the record; the same record is always the same text. `hidden` says that the card repeats
 * nothing of what the incident says.
 */
export function recordMark(issue: number, content: IncidentRecord, hidden: boolean): string {
  return mark('card', issue, { ...record.parse(content), ...(hidden && { hidden }) });
}

/** Whether a comment is the card of this issue, and the record it carries. An entry that cannot be read is left out. */
export function readCard(
  issue: number,
  comment: Comment,
): { readonly record: IncidentRecord; readonly hidden: boolean } | null {
  const data = readCommentMark('card', issue, comment);
  if (!data) return null;
  const isOld = isOutdated(data);
  return {
    hidden: data.hidden === true,
    record: {
      judged: entries(data.judged, judgement, isOld ? renewAct : (key) => key),
      refused: entries(data.refused, z.number()),
      ...(typeof data.past === 'number' && { past: data.past }),
      verdicts: [data.verdicts].flat().flatMap((it) => verdict.safeParse(it).data ?? []),
      done: entries(data.done, done, isOld ? renewKey : (key) => key),
      ...(data.held !== undefined && { held: entries(data.held, turns) }),
      ...(data.seen !== undefined && { seen: entries(data.seen, z.unknown()) }),
    },
  };
}

/** What was done, oldest first; what happened in the same minute by its name, so that the order never depends on the form of the mark. */
export function doneInOrder({ done }: IncidentRecord): readonly (readonly [string, Done])[] {
  return Object.entries(done).sort(
    ([one, a], [other, b]) => a.at - b.at || (nameOfKey(one) < nameOfKey(other) ? -1 : 1),
  );
}

/** The entries that can be read, each under the key that `rename` gives it; null leaves it out. */
function entries<T>(
  value: unknown,
  schema: z.ZodMiniType<T>,
  rename: (key: string) => string | null = (key) => key,
): Record<string, T> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([old, entry]) => {
      const key = rename(old);
      const parsed = schema.safeParse(entry);
      return parsed.success && key !== null ? [[key, parsed.data] as const] : [];
    }),
  );
}
