import { mark, readAnyMark, UNNUMBERED } from '../../../engine/mark.ts';
import type { Entry, SaidInDiscussion } from './entry.ts';

const KIND = 'public';

/** What a text of ours in a Discussion is: an entry of the page, or one thing that was told of it. */
export interface PublicMark {
  readonly kind: Entry['kind'];
  readonly entry: Entry['id'];
  /** Null for the text that begins the Discussion. */
  readonly said: SaidInDiscussion['id'] | null;
  /** Of the text as it was written, and of the title that goes with it. */
  readonly sum: string;
  /** Whether its words were taken back. */
  readonly isWithdrawn: boolean;
}

/**
 * The mark of a text that anybody may read: it names what it is by the ids of the page, and no issue. It counts in what one of our own
 * accounts wrote, whoever has edited it since: who may edit it may as well delete it, and what was told once must not be told again.
 */
export function writePublicMark({ kind, entry, said, sum, isWithdrawn }: PublicMark): string {
  return mark(KIND, UNNUMBERED, {
    kind,
    entry,
    ...(said !== null && { said }),
    sum,
    ...(isWithdrawn && { off: true }),
  });
}

/** The mark at the start of a text of our own; null if it has none of this kind. */
export function readPublicMark(text: string): PublicMark | null {
  const read = readAnyMark(KIND, text);
  if (read === null) return null;
  const { kind, entry, said = null, sum, off } = read;
  if ((kind !== 'incident' && kind !== 'maintenance') || typeof entry !== 'string' || typeof sum !== 'string')
    return null;
  if (said !== null && typeof said !== 'string') return null;
  return { kind, entry, said, sum, isWithdrawn: off === true };
}
