import type { Instant } from '../../calendar/calendar.ts';
import { DAY } from '../../calendar/length.ts';
import type { HostedEntry, Update, HostedWanted } from './wanted.ts';
import { hostedWords } from './words.ts';

/** Something that is still to be told of an entry. */
export interface News {
  /** The update that it is about. */
  readonly update: Update;
  /** When it was said. */
  readonly at: Instant;
  readonly isCorrection: boolean;
  /** How far the entry is once it is told. */
  readonly stage: Update['stage'];
  /** Markdown; of a correction with the word that says so. */
  readonly text: string;
  /** The versions that have been told once it is, see `versionOf`. */
  readonly told: readonly string[];
}

/** Names what an update says: another text is another version. */
export function versionOf({ id, correctedAt }: Pick<Update, 'id' | 'correctedAt'>): string {
  return correctedAt === null ? id : `${id}:${correctedAt.toString(36)}`;
}

const idOf = (version: string): string => version.split(':', 1)[0]!;

/** More versions than that are not kept on record. */
const MOST = 150;

/**
 * What is to be told of an entry of which these versions have been told, in order. Of one that is unknown there, what is older than a day is
 * told no more, but for the last word; and of one that was over before that, nothing.
 */
export function newsOf(
  entry: HostedEntry,
  versions: readonly string[],
  { at, language }: HostedWanted,
): readonly News[] {
  const { updates } = entry;
  const isKnown = versions.length > 0;
  if (!isKnown && !isFresh(entry, at)) return [];
  const told = new Map(versions.map((version) => [idOf(version), version]));
  const recorded = updates.findIndex(({ id }) => told.has(id));
  for (const [place, update] of updates.entries()) {
    // Of so many only the newest are on record; a page that had to be told all at once would bury its readers.
    const isPast = isKnown ? versions.length >= MOST && place < recorded : at - update.at > DAY;
    const isLast = place === updates.length - 1;
    if (isPast && !(isLast && !isKnown)) told.set(update.id, versionOf(update));
  }
  const due = updates.flatMap((update, place) => {
    const before = told.get(update.id);
    if (before === versionOf(update)) return [];
    const isCorrection = before !== undefined;
    if (isCorrection && update.correctedAt === null) return [];
    return [{ update, place, isCorrection, at: isCorrection ? update.correctedAt! : update.at }];
  });
  let latest = isKnown ? updates.findLastIndex(({ id }) => told.has(id)) : -1;
  return due
    .sort((a, b) => a.at - b.at || a.place - b.place)
    .map(({ update, place, isCorrection, at }) => {
      told.set(update.id, versionOf(update));
      // What comes late must not take the entry back to where it was.
      latest = Math.max(latest, place);
      const { text } = update;
      return {
        update,
        at,
        isCorrection,
        stage: updates[latest]!.stage,
        text: isCorrection ? hostedWords[language].correction(text) : text,
        told: updates.flatMap(({ id }) => told.get(id) ?? []).slice(-MOST),
      };
    });
}

/** Whether an entry may be made where it is unknown: history is not filled in. */
export function isFresh({ overAt, stage }: HostedEntry, at: Instant): boolean {
  return stage !== 'cancelled' && (overAt === null || at - overAt <= DAY);
}
