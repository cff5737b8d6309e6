import type { Instant } from '../calendar/calendar.ts';
import type { Situation } from '../capabilities/situation.ts';
import type { DuePage } from '../capabilities/notification/paging.ts';
import type { Effect } from '../engine/effect.ts';
import type { PolicyProblem } from '../policy/problem.ts';
import type { Language } from '../model/language.ts';
import type { Idle } from './idle.ts';
import type { PolicyInForce } from './policy-in-force.ts';

/** Something that a run did, or in a dry run would do, about an incident: an effect that was carried out, or a page that was sent. */
export type Deed = Effect | DuePage;

/** What a run did about one incident. */
export interface Settled {
  readonly situation: Situation;
  readonly done: readonly Deed[];
  readonly failures: readonly string[];
  readonly alarms: readonly string[];
  /** What failed, and will again until somebody has changed something: said once a day. */
  readonly standing: readonly string[];
  /** Labels on its record that were gone from it when it was read, though nobody had taken them off. */
  readonly lostLabels: readonly string[];
  /** GitHub asks to stop: nothing more can be done in this run. */
  readonly halted: boolean;
}

/** Why a run stopped before its work was done: GitHub asked it to, its time was up, or the rest of the allowance is for the next ones. */
export type Stop = 'asked' | 'time' | 'allowance';

/** What a watch did, and why it ended: nothing is due soon, another one goes on, or the minutes that it may take are spent. */
export interface Watched {
  readonly from: Instant;
  readonly to: Instant;
  /** How often it looked, and how many runs it started. */
  readonly looks: number;
  readonly started: number;
  readonly end: 'idle' | 'handed-over' | 'spent';
}

/** What the doctor found, as it is told: its words are loaded where it is asked, and nowhere else. */
interface Examined {
  readonly findings: readonly object[];
  /** How often each person was notified and paged. */
  readonly load: readonly object[];
  /** All of them as plain text, and as Markdown. */
  readonly log: string;
  readonly summary: string;
  /** Each of those that make the run red, and each warning. */
  readonly failures: readonly string[];
  readonly warnings: readonly string[];
}

/** The status page as a run has built it. */
interface Site {
  readonly files: ReadonlyMap<string, string>;
  /** Whether it shows something else than the one that is served. */
  readonly isChanged: boolean;
}

/** A report on a month or a year. */
interface Reported {
  readonly title: string;
  /** As Markdown. */
  readonly text: string;
  readonly files: ReadonlyMap<string, string>;
}

/** What a gate found, as it is told. */
interface Guarded {
  /** `unknown` where it could not look; the deployment goes on then. */
  readonly state: 'open' | 'closed' | 'unknown';
  readonly lines: readonly string[];
  /** In Markdown. */
  readonly summary: string;
  readonly warnings: readonly string[];
}

/** What failed, for people. `issue` is null where it concerns no issue, or none that is there. */
interface RunFailure {
  readonly issue: number | null;
  readonly message: string;
}

/** What a run did and what it could not do. Filled while it goes on. */
export interface Report {
  readonly dryRun: boolean;
  /** The language of the policy; null where none could be read. */
  readonly language: Language | null;
  /** Why there was nothing to do at all, if so. */
  readonly idle: Idle | null;
  readonly inForce: PolicyInForce | null;
  readonly settled: Settled[];
  /** Alerts that came in, labels that changed, who is on call. `issue` is null for labels, and for what a dry run would open. */
  readonly filed: {
    readonly issue: number | null;
    readonly do?:
      | 'sync-label'
      | 'tick'
      | 'announce-change'
      | 'start-watch'
      | 'publish-on-call'
      | 'tell-shift'
      | 'prepare-review'
      | 'keep-report'
      | 'ask-crowd'
      | 'tell-subscribers'
      | 'keep-record'
      | 'follow-up';
    readonly what: string;
  }[];
  readonly failures: RunFailure[];
  /** What is odd about the policy, and no failure. */
  readonly advice: string[];
  /** What is worth knowing, for the summary. */
  readonly notes: string[];
  /** Issues with the incident label that are older than Tocsin here, or than the policy's `enforce-from`, left alone. */
  readonly listed: number[];
  /** Incidents that would all begin in this run, and are asked about instead. */
  readonly crowd: number[];
  /** Why not all was done; null where all was. */
  stop: Stop | null;
  /** Incidents left for the next run, which goes on where this one stopped. */
  readonly left: number[];
  /** What is wrong with a policy that was only checked. */
  readonly problems: readonly PolicyProblem[];
  /** Whether something is due so soon that a watch is to begin. */
  isWatchDue: boolean;
  /** Whether the status page shows something else than it must, and is to be built again. */
  isPageDue: boolean;
  /** The files of the status page by their path, and whether it shows something else now; null where nobody built it. */
  site: Site | null;
  /** The figures that were asked for; null where nobody asked. */
  figures: Reported | null;
  /** What a watch did; null where the run was none. */
  readonly watched: Watched | null;
  /** What the repository lacks; null where nobody asked. */
  readonly diagnosis: Examined | null;
  /** Whether a deployment may go on; null where nobody asked. */
  readonly gate: Guarded | null;
}

/** The report of a run that has done nothing yet, apart from what is given. */
export function newReport(dryRun: boolean, given: Partial<Omit<Report, 'dryRun'>> = {}): Report {
  const { inForce = null, language = inForce?.policy.language ?? null } = given;
  const lists = {
    settled: [],
    filed: [],
    failures: [],
    advice: [],
    notes: [],
    listed: [],
    crowd: [],
    left: [],
    problems: [],
  };
  return {
    dryRun,
    idle: null,
    stop: null,
    isWatchDue: false,
    isPageDue: false,
    site: null,
    figures: null,
    watched: null,
    diagnosis: null,
    gate: null,
    ...lists,
    ...given,
    inForce,
    language,
  };
}

/** Whether the run must be red: something failed, nobody could be reached, the policy is broken, or work was left. */
export function isRed(report: Report): boolean {
  return failuresOf(report).length > 0 || report.stop !== null || problemsOf(report).length > 0;
}

/** All that failed: of the run, and of each incident. */
export function failuresOf({ failures, settled, diagnosis }: Report): readonly RunFailure[] {
  return [
    ...failures,
    ...(diagnosis?.failures ?? []).map((message) => ({ issue: null, message })),
    ...settled.flatMap(({ situation, failures: own, alarms }) =>
      [...own, ...alarms].map((message) => ({ issue: situation.incident.issue.number, message })),
    ),
  ];
}

/** All that is wrong with the policy. */
export function problemsOf({ inForce, problems }: Report): readonly PolicyProblem[] {
  return [...(inForce?.problems ?? []), ...problems];
}
