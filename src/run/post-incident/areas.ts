import { peopleOf } from '../../capabilities/people/roles.ts';
import type { Run } from '../context.ts';

/** Who owns the area of an incident that the run has read: the people behind the owner of its category; nobody of any other. */
export function areaOf({ report, policy, now }: Run, incident: number): readonly string[] {
  const found = report.settled.find(({ situation }) => situation.incident.issue.number === incident)?.situation;
  const owner = found?.incident.category.current?.owner ?? null;
  return owner === null ? [] : (peopleOf({ policy, now }, owner) ?? []);
}
