import { instant } from '../../text/time.ts';
import type { CardNext } from '../card/row.ts';

/** The next deadline, where no step of the escalation comes first. */
export const deadlineNext: CardNext = ({ clocks, steps, reader, words }) => {
  const [first] = clocks.current.filter(({ state }) => state === 'running').sort((a, b) => a.due - b.due);
  if (steps.next || !first) return null;
  return words.deadline.ahead(words.clock[first.name].name, instant(reader, first.due));
};
