import type { Instant } from '../../calendar/calendar.ts';
import { readKey, writeKey, type Key } from '../../engine/keys.ts';
import { PUBLIC_STAGES, type PublicStage, type PublicText } from '../../status-page/page.ts';
import type { Incident } from '../tracks.ts';
import { isStageOver, laterOf, stageAt } from './stage.ts';

/** One thing that customers were told of an incident. */
export interface Told {
  /** Names it for ever. */
  readonly key: string;
  readonly at: Instant;
  readonly stage: PublicStage;
  /** Null where somebody named the stage only: the words of the policy for it are meant. */
  readonly text: PublicText | null;
  readonly correctedAt: Instant | null;
  /** Whether the policy told it, and nobody wrote it. */
  readonly isOurs: boolean;
}

/** The key under which the card keeps what customers were told without anybody writing it: of a stage that began at an instant. */
export function publishedKey(stage: PublicStage, since: Instant): Key {
  return writeKey({ kind: 'published', stage, since });
}

/** What customers were told, oldest first: by the policy, as it is on record, and by people, with their corrections. */
export function toldOf(incident: Incident): readonly Told[] {
  const all = [...byPolicy(incident), ...byPeople(incident)].sort((a, b) => a.at - b.at);
  const told: Told[] = [];
  for (const { stage, ...it } of all) told.push({ ...it, stage: stage ?? stageOf(incident, it.at, told.at(-1)) });
  return incident.said.correct.reduce(corrected, told);
}

type Drafted = Omit<Told, 'stage'> & { readonly stage: PublicStage | null };

function byPolicy({ record }: Incident): readonly Drafted[] {
  return Object.entries(record.done).flatMap(([key, { at, parts }]) => {
    const read = readKey(key);
    if (read?.kind !== 'published' || parts === undefined) return [];
    const stage = PUBLIC_STAGES.find((it) => it === read.stage);
    const text = parts.en ?? parts.fr;
    if (stage === undefined || text === undefined) return [];
    return [{ key, at, stage, text: { en: parts.en ?? text, fr: parts.fr ?? text }, correctedAt: null, isOurs: true }];
  });
}

function byPeople({ said }: Incident): readonly Drafted[] {
  return said.update.map(({ at, comment, stage, text }, i, all) => {
    // A comment may say two things.
    const place = all.slice(0, i).filter((it) => it.comment === comment).length;
    return {
      key: `${comment}.${place}`,
      at,
      stage,
      text: text === '' ? null : { en: text, fr: text },
      correctedAt: null,
      isOurs: false,
    };
  });
}

/** What nobody named goes by how far it was; but not back behind what customers were told, unless it began again. */
function stageOf(incident: Incident, at: Instant, last: Told | undefined): PublicStage {
  const natural = stageAt(incident, at);
  if (last === undefined) return natural;
  return isStageOver(last.stage) && !isStageOver(natural) ? natural : laterOf(natural, last.stage);
}

/** A correction is of what was told last before it. */
function corrected(told: Told[], { at, text }: { readonly at: Instant; readonly text: string }): Told[] {
  const place = told.findLastIndex((it) => it.at <= at);
  return told.map((it, i) => (i === place ? { ...it, text: { en: text, fr: text }, correctedAt: at } : it));
}
