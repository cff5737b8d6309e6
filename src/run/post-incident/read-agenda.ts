import { meetingOf } from '../../capabilities/review/agenda.ts';
import type { Meeting } from '../../capabilities/review/meetings.ts';
import type { Issue } from '../../model/issue.ts';
import { factsText } from '../../post-incident/agenda/facts.ts';
import { sourcesOf } from '../../post-incident/agenda/sources.ts';
import type { Run } from '../context.ts';

/** What a meeting looks at, by what the run has read; and the agendas that there are, newest first. Takes one request. */
export async function readAgenda(
  run: Run,
  meeting: Meeting,
): Promise<{ readonly facts: string; readonly agendas: readonly Issue[] }> {
  const { github, policy, now, knowledge, repository, report, postIncident } = run;
  const { review, postMortem } = policy.labels;
  // Post-mortems that were closed are on no other list, and how they were closed is for the meeting.
  const latest = await github.latestOwnIssues([review, postMortem]);
  const issues = [...new Map([...postIncident, ...latest].map((issue) => [issue.number, issue])).values()];
  const situations = report.settled.map(({ situation }) => situation);
  const sources = sourcesOf(situations, issues, { now, policy, repository, roles: knowledge.roles });
  return {
    facts: factsText(sources, { now, policy, meeting }),
    agendas: latest.filter((issue) => meetingOf(issue) !== null),
  };
}
