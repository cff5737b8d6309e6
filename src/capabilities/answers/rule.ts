import { MINUTE } from '../../calendar/length.ts';
import { inline, who } from '../../text/foreign.ts';
import { instant } from '../../text/time.ts';
import type { Notice, Rule } from '../situation.ts';
import type { Answered } from './track.ts';

/** What is noticed later than this says so. In milliseconds. */
const ORDINARY_LAG = 2 * MINUTE;

/**
 * What was answered in a pager stands on the ticket: who has acknowledged there, and when; or that somebody has whom nobody knows, or who
 * may not. Of those who answer after the first that counts, nobody need hear.
 */
export const answersRule: Rule = ({ incident, reader, words, now }) => {
  const { answers, acknowledgement } = incident;
  const text = words.answers;
  const notice = (
    { key, at }: Answered,
    ask: string,
    lines: readonly string[] = [],
    reasons: readonly string[] = [],
  ): Notice => ({
    do: 'tell',
    keys: [key],
    to: [],
    ask,
    lines,
    small: [...(now - at >= ORDINARY_LAG ? [text.late(instant(reader, now))] : []), ...reasons],
    why: text.why,
  });
  return answers.flatMap((answer): Notice[] => {
    const { at, by, notifier, counts } = answer;
    const [where, when] = [inline(notifier), instant(reader, at)];
    if (counts === true) {
      const isIt = acknowledgement?.how === 'pager' && acknowledgement.at === at && acknowledgement.by === by;
      return isIt ? [notice(answer, text.acknowledged(by === null ? text.anybody : who(by), where, when))] : [];
    }
    if (counts === undefined || acknowledgement !== null) return [];
    return [
      by === null
        ? notice(answer, text.unknown(where), [text.unknownWhy(when), text.goesOn], [text.people])
        : notice(answer, text.denied, [text.deniedWhy(who(by), where, when), text.goesOn]),
    ];
  });
};
