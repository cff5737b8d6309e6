import type { Situation } from '../situation.ts';
import type { CardNext } from './row.ts';
import { categoryNext } from '../category/card.ts';
import { causeNext } from '../cause/card.ts';
import { deadlineNext } from '../clocks/next.ts';
import { postMortemNext } from '../post-mortem/card.ts';
import { priorityNext } from '../priority/card.ts';
import { resolutionNext } from '../resolution/card.ts';
import { stepNext } from '../escalation/card.ts';
import { updateNext } from '../updates/card.ts';

/** While the work goes on, all of these count. */
const MEANWHILE: readonly CardNext[] = [priorityNext, categoryNext, updateNext, stepNext, deadlineNext];

/** Once it is over, the first that applies. */
const AFTERWARDS: readonly CardNext[] = [causeNext, resolutionNext, postMortemNext];

/** What comes next, as the card says it. */
export function nextLines(situation: Situation): string {
  const { incident, words } = situation;
  const isOver = incident.resolution.resolved !== null || incident.resolution.ended !== null;
  const said = (isOver ? AFTERWARDS : MEANWHILE).flatMap((next) => next(situation) ?? []);
  if (isOver) return said[0] ?? words.card.nextNone;
  return said.length > 0 ? said.join('<br>') : words.resolutionCard.waits;
}
