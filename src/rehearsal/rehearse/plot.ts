import type { Instant } from '../../calendar/calendar.ts';
import type { Situation } from '../../capabilities/situation.ts';
import type { Priority } from '../../model/priority.ts';
import type { Person } from '../github/people.ts';

/** Something that somebody does in a rehearsal. */
export interface PlotAct {
  /** Names it: what has been done is not done again. */
  readonly name: string;
  readonly at: Instant;
  readonly who: string;
  /** What a reader is told, on one line. */
  readonly tells: string;
  readonly do: (person: Person, issue: number) => void;
}

/** What happens in a rehearsal, apart from what Tocsin does. */
export interface Plot {
  /** For programs: which of the stories it is. */
  readonly story: 'unanswered' | 'well-run' | 'file';
  /** What people call it. */
  readonly title: string;
  readonly start: Instant;
  readonly priority: Priority | null;
  readonly opening: {
    readonly by: string;
    readonly title: string;
    readonly body: string;
    readonly labels: readonly string[];
    /** What a reader is told of it, on one line. */
    readonly tells: string;
  };
  /** The next thing that people do, as the incident stands; null if they do nothing more. */
  readonly next: (situation: Situation, done: ReadonlySet<string>) => PlotAct | null;
  /** The last instant, as the incident stands. */
  readonly endOf: (situation: Situation) => Instant;
}
