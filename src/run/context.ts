import type { Instant } from '../calendar/calendar.ts';
import type { Policy } from '../capabilities/policy.ts';
import type { Knowledge } from '../capabilities/track.ts';
import type { GitHub, LabelLooks } from '../github/port.ts';
import type { Issue } from '../model/issue.ts';
import type { HeldRole } from '../model/role.ts';
import type { ShippedFrom } from '../model/shipped.ts';
import type { Repository } from '../model/repository.ts';
import type { Pager } from '../notify/send.ts';
import type { Inputs } from './inputs.ts';
import type { Report } from './report.ts';
import type { Outlet } from './site/hosted/outlet.ts';
import type { Trigger } from './trigger.ts';

/** What a run starts with. */
export interface Start {
  readonly inputs: Inputs;
  readonly github: GitHub;
  readonly pager: Pager;
  /** The present: GitHub's, as soon as it has answered. */
  readonly now: Instant;
  /** For how long this run has been going on, in milliseconds. */
  readonly elapsed: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** What stands at a public address; null where nothing does, or nobody answers. Nothing is looked at if it is left out. */
  readonly look?: (address: string) => Promise<string | null>;
  /** The way to hosted pages; none is written to if it is left out. */
  readonly hosted?: Outlet;
  readonly trigger: Trigger;
}

/** A run that has read the policy and the incidents. */
export interface Run extends Start {
  readonly policy: Policy;
  readonly repository: Repository;
  /** What is known of people so far; gets every role that is asked for. */
  readonly knowledge: Knowledge & { readonly roles: Map<string, HeldRole> };
  readonly looks: LabelLooks;
  readonly issues: readonly Issue[];
  /** What follows incidents, such as post-mortems, if we opened it: open, or of this event; and planned maintenance, also closed lately. What is opened is added. */
  readonly postIncident: Issue[];
  /** The reports that are open and have the mark of one, or their label. */
  readonly reports: readonly Issue[];
  /** When the repository got its policy or its workflow; null where that is not known. */
  readonly adoptedAt: Instant | null;
  /** The issues as they are now. Throws if they cannot be read. */
  readonly readAgain: () => Promise<readonly Issue[]>;
  /** Until when the watch that is under way lasts; null if there is none, or none that this run knows of. */
  readonly watchedUntil: Instant | null;
  /** In how many comments this run has told each login, in small letters. Filled while the run goes on. */
  readonly told: Map<string, number>;
  /** What repositories tell of their changes, by name. Filled while the run goes on. */
  readonly shipped: Map<string, Promise<ShippedFrom>>;
  /** Filled while the run goes on. */
  readonly report: Report;
}

/** One thing that a run is for. It adds what it did and what failed to the report of the run. */
export type Job = (run: Run) => Promise<void>;
