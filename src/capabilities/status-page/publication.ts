import type { Done } from '../../engine/record.ts';
import type { PublicStage, PublicText } from '../../status-page/page.ts';
import { abbreviate } from '../../text/cut.ts';
import type { Situation } from '../situation.ts';
import { isUnconfirmed, placeOf } from './place.ts';
import { isStageNews, isStageOver, naturalStage } from './stage.ts';
import { templateFor } from './templates.ts';
import { publishedKey } from './told.ts';

/** The longest report that the card has room for, in UTF-16 units; it stands there once for each language. */
const LONGEST_REPORT = 5_000;

/** What customers are told now without anybody writing it. */
interface Publication {
  readonly key: string;
  readonly stage: PublicStage;
  readonly text: PublicText;
}

/**
 * That there is trouble, as soon as it is known which services it concerns (seed document B), and how far it is. It goes on record in the
 * words of this moment, and is on the page from then on. Null where customers know already.
 */
export function publicationDue(situation: Situation): Publication | null {
  const place = placeOf(situation);
  if (place.absence !== null) return null;
  const { incident, now } = situation;
  const { page, components, told } = place;
  const natural = naturalStage(incident, now);
  const { stage, since, isDismissed, isDuplicate } = natural;
  const key = publishedKey(stage, since);
  const last = told.at(-1);
  if (Object.hasOwn(incident.record.done, key)) return null;
  if (last !== undefined && !isStageNews(natural, last)) return null;
  // That it is over is taken back on the word of somebody with a say, and of nobody else.
  if (last !== undefined && isStageOver(last.stage) && !isStageOver(stage) && isUnconfirmed(situation)) return null;
  const report = stage === 'postmortem' ? incident.postMortem.standing.report : null;
  const said = report && abbreviate(report.text, LONGEST_REPORT);
  const text =
    said === null
      ? templateFor(isDuplicate ? 'duplicate' : isDismissed ? 'dismissed' : stage, components, page)
      : { en: said, fr: said };
  return { key, stage, text };
}

/** The same as it goes on record. */
export function published(situation: Situation): Readonly<Record<string, Done>> {
  const due = publicationDue(situation);
  return due === null ? {} : { [due.key]: { at: situation.now, parts: { ...due.text } } };
}
