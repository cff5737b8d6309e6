import type { Instant } from '../../calendar/calendar.ts';
import type { Policy } from '../../capabilities/policy.ts';
import type { GitHub } from '../../github/port.ts';
import type { Language } from '../../model/language.ts';
import type { Pager } from '../../notify/send.ts';
import type { PolicyProblem } from '../../policy/problem.ts';
import type { Recorded } from './records.ts';
import type { Result } from './result.ts';
import type { StatusAnswer } from './status-page.ts';
import type { DoctorWords } from './words.ts';
import type { TocsinWorkflow } from './workflows.ts';

/** One thing that was looked at. */
export interface Finding {
  readonly result: Result;
  /** What it is about and how it stands; Markdown, plain enough for a terminal. */
  readonly what: string;
  /** What mends it, as a line to write or a thing to do; null where there is nothing to mend. */
  readonly mend: string | null;
}

/** The policy file: its text, null where there is none, and what is wrong with it. */
interface PolicyFile {
  readonly path: string;
  readonly text: string | null;
  readonly problems: readonly PolicyProblem[];
}

/** What a check knows that needs a policy. */
type WithPolicy = DoctorGround & { readonly policy: Policy; readonly file: PolicyFile };

/** All that a check may look at. */
export interface DoctorGround {
  readonly github: GitHub;
  readonly now: Instant;
  /** `owner/name`. */
  readonly repository: string;
  /** The label that makes an issue an incident. */
  readonly incidentLabel: string;
  /** Null where it cannot be read. */
  readonly file: PolicyFile | null;
  /** Null where the file is broken or cannot be read: then the checks that need it are skipped. */
  readonly policy: Policy | null;
  /** The workflows on the default branch that run Tocsin; null where they cannot be read. */
  readonly workflows: readonly TocsinWorkflow[] | null;
  /** The environment variables of the job that have a value; null in a terminal, whose environment is not that of the job. */
  readonly variables: ReadonlySet<string> | null;
  /** Asks a notifier's service without waking anybody; null in a terminal, which has not the secrets of the job. */
  readonly probe: Pager['probe'] | null;
  /** What is on record of the incidents of the last days. */
  readonly records: () => Promise<readonly Recorded[]>;
  /** Asks GitHub's page about its own state; null where that says nothing of this GitHub, or nobody can be asked. */
  readonly askStatus: (() => Promise<StatusAnswer>) | null;
  readonly language: Language;
  readonly words: DoctorWords;
}

/** Looks at one thing that Tocsin needs, and changes nothing. Throws a GitHubError for what it may not see. */
export type Check = (ground: DoctorGround) => Promise<readonly Finding[]>;

/** A check that needs a policy: without one it is skipped. */
export function withPolicy(check: (ground: WithPolicy) => Promise<readonly Finding[]>): Check {
  return async (ground) => {
    const { policy, file, words } = ground;
    return policy === null || file === null ? [skipped(words.noPolicy)] : check({ ...ground, policy, file });
  };
}

export const ok = (what: string): Finding => ({ result: 'ok', what, mend: null });
export const warn = (what: string, mend: string | null): Finding => ({ result: 'warn', what, mend });
export const fail = (what: string, mend: string | null): Finding => ({ result: 'fail', what, mend });
export const skipped = (what: string, mend: string | null = null): Finding => ({ result: 'skipped', what, mend });
