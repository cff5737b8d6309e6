import type { Issue } from '../../model/issue.ts';
import { decideProblem } from '../../post-incident/problem/decide.ts';
import type { ProblemGround, Problem } from '../../post-incident/problem/reading.ts';
import type { Run } from '../context.ts';
import { areaOf } from './areas.ts';
import { settleSubject, type Asked, type SettledSubject } from './settle-subject.ts';

/** Does what is due about one problem ticket. */
export function settleProblem(run: Run, issue: Issue, asked: Asked): Promise<SettledSubject<Problem>> {
  const ground = { ...groundOf(run), closings: asked.closings };
  return settleSubject(run, issue, asked, (it, refused) => decideProblem(it, ground, refused));
}

function groundOf(run: Run): Omit<ProblemGround, 'closings'> {
  const { now, policy, repository, knowledge, report } = run;
  const members = new Map<number, number[]>();
  const hidden = new Set<number>();
  for (const { situation } of report.settled) {
    const { issue, problem, category } = situation.incident;
    if (category.confidential) hidden.add(issue.number);
    else if (problem.number !== null)
      members.set(problem.number, [...(members.get(problem.number) ?? []), issue.number]);
  }
  return { now, policy, repository, roles: knowledge.roles, members, hidden, areaOf: (it) => areaOf(run, it) };
}
