import { isReply, readKey } from '../../engine/keys.ts';
import { doneInOrder, type Done, type IncidentRecord } from '../../engine/record.ts';
import { who } from '../../text/foreign.ts';
import { shortInstant } from '../../text/time.ts';
import type { Situation } from '../situation.ts';
import type { Words } from '../words.ts';
import { what } from './told.ts';

/** The most lines that the card shows of who was told what; the comments themselves have all. */
const SHOWN = 20;

/** Who was notified of what and when, the last ones; empty if nobody was. */
export function notifications({ reader, words }: Situation, record: IncidentRecord): string {
  const { colon, notificationCard } = words;
  const lines = doneInOrder(record)
    .filter(([key, done]) => !isReply(readKey(key)) && (done.told !== undefined || done.skipped !== undefined))
    .slice(-SHOWN)
    .map(([key, done]) => `- ${shortInstant(reader, done.at)} ${what(words, key)}${colon}${whom(words, done)}`);
  return lines.length === 0 ? '' : `**${notificationCard.heading}**\n\n${lines.join('\n')}`;
}

function whom(words: Words, { skipped, told, on }: Done): string {
  if (skipped) return words.notificationCard.skipped[skipped];
  const people = (told ?? []).map(who).join(words.andThen) || words.nobody;
  return on === undefined ? people : `${people} (\`#${on}\`)`;
}
