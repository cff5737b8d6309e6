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
        [incident.acknowledged, events.acknowledged],
        [incident.workaround, events.mitigated],
        [incident.mitigated, events.ended],
        [incident.restored, events.restored],
        [incident.resolved, events.resolved],
      ] as const
    ).flatMap(([moment, what]) => (moment ? [[moment.by, what] as [string | null, string]] : [])),
  ];
  const logins = [...new Set([...did.map(([login]) => login), ...incident.assignees])];
  return table(
    words.postMortem.peopleColumns,
    logins.map((login) => [
      who(login),
      [
        ...did.filter(([by]) => by === login).map(([, what]) => what),
        ...(login !== null && incident.assignees.includes(login) ? [words.assignmentCard.row.toLowerCase()] : []),
      ].join(words.andThen),
    ]),
  );
}
