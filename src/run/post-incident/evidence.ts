import { chooseEvidence } from '../../capabilities/post-mortem/evidence.ts';
import type { Situation } from '../../capabilities/situation.ts';
import { messageOf } from '../../model/error.ts';
import type { Run } from '../context.ts';
import { isFirstOfMorning } from '../first-of-day.ts';

/** The most people whose roles a run asks for because they have marked a comment. */
const MOST_ASKED = 20;

/** Reads which comments people have chosen as evidence. */
export interface EvidenceReader {
  /** Whether it is to be read anew though nothing else has changed. */
  readonly isDue: (situation: Situation) => Promise<boolean>;
  /** The numbers of the comments that are evidence now; `before` are those that were when it was last read. */
  readonly read: (situation: Situation, before: readonly number[]) => Promise<readonly number[]>;
}

/**
 * Reads evidence in one run. A reaction sends no event and is on no timeline, and asking for it costs a request: so it is asked for in the
 * run of an event on the incident or its post-mortem, and in the first run of a morning while the post-mortem is open.
 */
export function evidenceOf(run: Run): EvidenceReader {
  const { github, knowledge, report, trigger } = run;
  const unanswered = new Set<string>();
  let asked = 0;
  let isMorning: Promise<boolean> | null = null;
  return {
    async isDue({ incident: { issue, postMortem } }) {
      if (trigger.kind === 'issue') return [issue.number, postMortem.issue?.number].includes(trigger.issue);
      return postMortem.issue?.state === 'open' && (isMorning ??= isFirstOfMorning(run));
    },
    async read(situation, before) {
      const { issue } = situation.incident;
      const marked = await github.rocketsOn(issue.id);
      for (;;) {
        const { evidence, unknown } = chooseEvidence(situation, marked, before, knowledge.roles);
        const login = unknown.find((it) => !unanswered.has(it));
        if (login === undefined || asked === MOST_ASKED) return evidence;
        asked += 1;
        try {
          knowledge.roles.set(login.toLowerCase(), await github.roleOf(login));
        } catch (error) {
          unanswered.add(login);
          report.failures.push({ issue: issue.number, message: messageOf(error) });
        }
      }
    },
  };
}
