import { capital } from '../../text/sentence.ts';
import type { Situation } from '../situation.ts';
import type { CardNext } from './row.ts';
import { actNext } from '../clocks/next.ts';
import { closingNext } from '../closing/card.ts';
import { causeNext } from '../cause/card.ts';
import { postMortemNext } from '../post-mortem/card.ts';
import { priorityNext } from '../priority/card.ts';
import { resolutionNext } from '../resolution/card.ts';

/** While the work goes on, all of these count. */
const MEANWHILE: readonly CardNext[] = [priorityNext, actNext];

/** Once it is over, the first that applies. */
const AFTERWARDS: readonly CardNext[] = [closingNext, causeNext, resolutionNext, postMortemNext];

/** What the reader does now, as one line; empty if there is nothing to do. */
export function nextLine(situation: Situation): string {
  const { incident, words } = situation;
  const isOver = incident.resolution.resolved !== null || incident.resolution.ended !== null;
  const said = (isOver ? AFTERWARDS : MEANWHILE).flatMap((next) => next(situation) ?? []);
  const [first, ...others] = isOver ? said.slice(0, 1) : said;
  return first === undefined ? '' : `**${words.card.next}**${words.colon}${[first, ...others.map(capital)].join(' ')}`;
}
