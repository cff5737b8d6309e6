import { DAY } from '../../calendar/length.ts';
import { sha256Of } from '../../text/hash.ts';
import { versionOf } from './news.ts';
import type { HostedEntry, Update } from './wanted.ts';

/** What a message there says that it is: a version of an update of an entry. */
export interface Ref {
  readonly entry: string;
  readonly update: string;
  /** Of a correction, its second in digits to 36; empty for the first version. */
  readonly correction: string;
}

const REF = /^Ref\. ([0-9a-z]{12})-([0-9a-f]{6})(?:\.([0-9a-z]+))?$/;

function partsOf({ id, correctedAt }: Pick<Update, 'id' | 'correctedAt'>) {
  const correction = correctedAt === null ? '' : Math.floor(correctedAt / 1_000).toString(36);
  return { update: sha256Of(id).slice(0, 6), correction };
}

/** The last line of a message there, such as `Ref. k3m9x2p7q1z8-4be1d0`: for readers a reference, for us the record of what was told. */
export function refOf({ id }: Pick<HostedEntry, 'id'>, told: Pick<Update, 'id' | 'correctedAt'>): string {
  const { update, correction } = partsOf(told);
  return `Ref. ${id}-${update}${correction === '' ? '' : `.${correction}`}`;
}

/** What a message refers to; null if it is none of ours. */
export function readRef(message: string): Ref | null {
  const found = REF.exec(message.trimEnd().split('\n').at(-1)!.trim());
  return found && { entry: found[1]!, update: found[2]!, correction: found[3] ?? '' };
}

/**
 * The versions of the updates of an entry that are told there. What was said more than a day before it was made there is told no more: it was
 * left out then.
 */
export function versionsIn(
  { updates }: Pick<HostedEntry, 'updates'>,
  { told, madeAt }: { readonly told: readonly Ref[]; readonly madeAt: number | null },
): readonly string[] {
  return updates.flatMap((it) => {
    const { update, correction } = partsOf(it);
    const refs = told.filter((ref) => ref.update === update);
    if (refs.some((ref) => ref.correction === correction)) return [versionOf(it)];
    if (refs.length > 0) return [it.id];
    return madeAt !== null && it.at < madeAt - DAY ? [versionOf(it)] : [];
  });
}
