import { who } from '../../text/foreign.ts';
import { table } from '../../text/table.ts';
import type { Situation } from '../situation.ts';

/** Who did what to the incident, and who was assigned to it. */
export function peopleTable({ incident, words }: Situation): string {
  const { events } = words.postMortem;
  const did: [string | null, string][] = [
    [incident.reporter, events.opened],
    ...(
      [
        [incident.acknowledgement, events.acknowledged],
        [incident.mitigation.workaround, events.mitigated],
        [incident.mitigation.mitigated, events.ended],
        [incident.mitigation.restored, events.restored],
        [incident.resolution.resolved, events.resolved],
      ] as const
    ).flatMap(([moment, what]) => (moment ? [[moment.by, what] as [string | null, string]] : [])),
  ];
  const logins = [...new Set([...did.map(([login]) => login), ...incident.assignment.assignees])];
  return table(
    words.postMortem.peopleColumns,
    logins.map((login) => [
      who(login),
      [
        ...did.filter(([by]) => by === login).map(([, what]) => what),
        ...(login !== null && incident.assignment.assignees.includes(login)
          ? [words.assignmentCard.row.toLowerCase()]
          : []),
      ].join(words.andThen),
    ]),
  );
}
