import { messageOf } from '../model/error.ts';
import type { Effect } from '../engine/effect.ts';
import type { GitHubError } from '../github/port.ts';
import type { Run } from './context.ts';

/** What is to be done about a subject, or whose roles must be known before that can be said. */
interface Decided<Plan> {
  /** Null when nothing is left to do. */
  readonly plan: Plan | null;
  readonly unknown: readonly string[];
  /** What must be shouted in the run, whatever is carried out. */
  readonly alarms?: readonly string[];
}

/** What became of a plan. */
export interface Carried<Subject> {
  /** The subject as it stands now, as far as the answers tell. */
  readonly subject: Subject;
  readonly refused: readonly { readonly effect: Effect; readonly error: GitHubError }[];
  /** The answer that was lost: the subject must be read again before anything else is decided about it. */
  readonly lost: GitHubError | null;
}

/** One kind of thing that is settled: an incident, an alert, the issue that says who is on call. */
export interface Settling<Subject, Plan> {
  /** How often something is carried out; more rounds than are needed, and one for each answer that may be lost. */
  readonly mostRounds: number;
  /** `refused` are the effects that GitHub would not carry out: the rest goes on without them. */
  readonly decide: (subject: Subject, refused: readonly Effect[]) => Decided<Plan>;
  readonly carryOut: (subject: Subject, plan: Plan) => Promise<Carried<Subject>>;
  /** The subject after a lost answer; null if it is gone, or if nothing can be said about it in this run. */
  readonly read: (subject: Subject, lost: GitHubError) => Promise<Subject | null>;
  /** Is told what fails, as it happens; `standing` is what fails again until somebody has changed something. */
  readonly fail: (message: string, standing?: boolean) => void;
}

/** How the settling ended. `halted`: GitHub asks to stop, and nothing more can be done in this run. `unsettled`: rounds ran out. */
interface Settlement<Subject> {
  readonly subject: Subject;
  readonly end: 'settled' | 'gone' | 'halted' | 'unsettled';
  readonly alarms: readonly string[];
  /** The answer that was lost last. */
  readonly lost: GitHubError | null;
}

/**
 * Decides and carries out, until nothing is left to do. Roles that a decision needs are asked for, once each; an answer that was
 * lost is made up for by reading again, so that nothing is done twice. Throws whatever the functions of the subject throw.
 */
export async function settle<Subject, Plan>(
  settling: Settling<Subject, Plan>,
  start: Subject,
  { github, knowledge: { roles } }: Pick<Run, 'github' | 'knowledge'>,
): Promise<Settlement<Subject>> {
  const unanswered = new Set<string>();
  const refused: Effect[] = [];
  const alarms = new Set<string>();
  let subject = start;
  let lost: GitHubError | null = null;
  const ended = (end: Settlement<Subject>['end']): Settlement<Subject> => ({ subject, end, alarms: [...alarms], lost });

  for (let round = 0; ;) {
    const { plan, unknown, alarms: shouted = [] } = settling.decide(subject, refused);
    const strangers = unknown.filter((login) => !unanswered.has(login));
    for (const login of strangers) {
      try {
        roles.set(login.toLowerCase(), await github.roleOf(login));
      } catch (error) {
        // Who cannot be judged now is judged by a later run; whom a message is for is taken to be reachable.
        unanswered.add(login);
        settling.fail(messageOf(error));
      }
    }
    if (strangers.length > 0) continue;
    for (const alarm of shouted) alarms.add(alarm);
    if (plan === null) return ended('settled');
    if (round === settling.mostRounds) return ended('unsettled');

    round += 1;
    const carried = await settling.carryOut(subject, plan);
    subject = carried.subject;
    for (const { effect, error } of carried.refused) {
      refused.push(effect);
      settling.fail(error.message, error.trouble === 'impossible');
    }
    if (carried.refused.some(({ error }) => error.trouble === 'rate-limited')) return ended('halted');
    if (carried.lost === null) continue;
    lost = carried.lost;
    const again = await settling.read(subject, lost);
    if (again === null) return ended('gone');
    subject = again;
  }
}
