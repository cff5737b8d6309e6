import type { Brief } from './digest.ts';

/**
 * Something to be done on GitHub, as data, with the reason that people will read. Doing one of these again does no harm,
 * except for `comment` and `open-issue`: these carry marks, by which a later run knows that they happened.
 */
export type Effect = { readonly issue: number; readonly why: string } & (
  | { readonly do: 'add-labels'; readonly labels: readonly string[] }
  | { readonly do: 'remove-labels'; readonly labels: readonly string[] }
  /** To this issue, or where `target` names one by node id, to a sub-issue of it. */
  | { readonly do: 'assign'; readonly logins: readonly string[]; readonly target?: string }
  | { readonly do: 'unassign'; readonly logins: readonly string[] }
  /** A comment that tells people something, once; `brief` is what of it a digest may say instead. */
  | {
      readonly do: 'comment';
      readonly body: string;
      readonly keys: readonly string[];
      readonly to: readonly string[];
      readonly brief?: Brief | null;
    }
  /** The card: written where `comment` is null, edited otherwise. */
  | { readonly do: 'write-card'; readonly body: string; readonly comment: string | null }
  | { readonly do: 'react'; readonly comment: string }
  | { readonly do: 'delete-comment'; readonly comment: string }
  /** Another text for a comment of ours. */
  | { readonly do: 'edit-comment'; readonly comment: string; readonly body: string }
  /** Another text for the issue itself, if we opened it. */
  | { readonly do: 'edit-issue'; readonly body: string }
  /** Closes this issue, or where `target` names one by node id, a sub-issue of it. */
  | { readonly do: 'close'; readonly reason: 'completed' | 'not-planned'; readonly target?: string }
  | { readonly do: 'reopen' }
  /** A sub-issue of the incident. */
  | {
      readonly do: 'open-issue';
      readonly title: string;
      readonly body: string;
      readonly labels: readonly string[];
      readonly assignees: readonly string[];
    }
  /** Closes this issue, or another one, as a duplicate of an older one; both by node id. */
  | { readonly do: 'close-duplicate'; readonly target: string; readonly of: string; readonly isSelf: boolean }
);

/** Those of some effects that GitHub has not refused before. */
export function notRefused(effects: readonly Effect[], refused: readonly Effect[]): readonly Effect[] {
  return refused.length === 0 ? effects : effects.filter((effect) => !refused.some((it) => isSame(it, effect)));
}

/** Whether two effects do the same on the same issue, for the same reason. */
function isSame(one: Effect, other: Effect): boolean {
  const details: Readonly<Record<string, unknown>> = { ...other };
  const entries = Object.entries(one);
  // They are plain values and lists of texts.
  const isEqual = (key: string, value: unknown): boolean => JSON.stringify(value) === JSON.stringify(details[key]);
  return entries.length === Object.keys(other).length && entries.every(([key, value]) => isEqual(key, value));
}
