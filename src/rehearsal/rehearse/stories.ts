import type { Instant } from '../../calendar/calendar.ts';
import type { Category } from '../../capabilities/category/policy.ts';
import type { Priority } from '../../model/priority.ts';
import type { RehearsalGround } from './ground.ts';
import { openingOf } from './openings.ts';
import type { Plot } from './plot.ts';
import { unansweredPlot, wellRunPlot } from './plots.ts';
import { rehearsalWords } from './words.ts';

/** Which of the built-in stories are played. */
interface Choice {
  readonly at: Instant;
  readonly priorities: readonly Priority[];
  /** What the incident is about; none for an incident without a category. */
  readonly category: Category | null;
  /** Only the one in which nobody answers. */
  readonly isShort?: boolean;
}

/** The built-in stories: of each priority, one that nobody answers and one that goes well. */
export function storiesOf(
  { policy, cast }: RehearsalGround,
  { at, priorities, category, isShort = false }: Choice,
): readonly Plot[] {
  const words = rehearsalWords(policy.language);
  return priorities.flatMap((priority) => {
    const given = { start: at, priority, opening: openingOf(policy, cast, { priority, category }) };
    return [unansweredPlot(given, words), ...(isShort ? [] : [wellRunPlot(given, words)])];
  });
}
