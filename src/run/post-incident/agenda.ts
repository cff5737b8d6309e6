import type { Meeting } from '../../capabilities/review/meetings.ts';
import { planAgenda } from '../../post-incident/agenda/plan.ts';
import { agendaWordsOf } from '../../post-incident/agenda/words.ts';
import type { Run } from '../context.ts';
import { keepIssue } from '../keep-issue.ts';
import { readAgenda } from './read-agenda.ts';

/** Gives a meeting its agenda, keeps the facts in it true, and closes the last one. */
export async function prepareAgenda(run: Run, meeting: Meeting): Promise<void> {
  const { github, policy, now, knowledge } = run;
  const { roles } = knowledge;
  const label = policy.labels.review;
  const people = policy.review?.people ?? [];
  await keepIssue(run, agendaWordsOf(policy.language).did.failed, async () => {
    const { facts, agendas } = await readAgenda(run, meeting);
    return {
      issues: agendas,
      kept: {
        label,
        planFor: (issues) => planAgenda(issues, { now, policy, meeting, facts, people, roles }),
        find: () => github.latestOwnIssues([label]),
        kindOf: () => 'prepare-review',
      },
    };
  });
}
