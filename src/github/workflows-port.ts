import type { Instant } from '../calendar/calendar.ts';
import type { NewDeployment } from '../model/shipped.ts';

/** A run of a workflow. */
export interface WorkflowRun {
  readonly title: string;
  /** When GitHub made it: what is late is late before that. */
  readonly createdAt: Instant;
  readonly startedAt: Instant;
  /** Null while it goes on, or waits for its turn. */
  readonly endedAt: Instant | null;
}

/** GitHub tells of so many runs of one kind at most. */
export const MOST_RUNS = 1_000;

export interface RunsWanted {
  readonly event: 'schedule' | 'workflow_dispatch' | 'repository_dispatch';
  readonly since?: Instant;
  readonly most?: number;
}

/** The runs of workflows, each named by its file. All throw if the token may not. */
export interface Actions {
  /** The runs of a workflow that an event has started, since an instant if one is given, newest first; at most `most`. */
  runs(workflow: string, wanted: RunsWanted): Promise<readonly WorkflowRun[]>;
  /**
   * Makes a deployment and says how it stands. One of the same commit, environment, words and person that is under way is told how it ended, and
   * what was told in the same way in the last minutes is not told again.
   */
  announce(deployment: NewDeployment): Promise<void>;
  /** Starts a workflow on a branch; asked `once`, where a second run would do harm. */
  dispatch(workflow: string, ref: string, inputs: Readonly<Record<string, string>>, how?: 'once'): Promise<void>;
}
