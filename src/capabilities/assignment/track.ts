import type { Instant } from '../../calendar/calendar.ts';
import { argsOf } from '../../engine/command.ts';
import type { Track } from '../track.ts';
import { assignCommand } from './command.ts';

/** Somebody whom a command has assigned; `comment` is the number of the comment that says so. */
interface Order {
  readonly login: string;
  readonly at: Instant;
  readonly by: string | null;
  readonly comment: number;
}

/** Whose the incident is. */
export interface Assignment {
  readonly assignees: ReadonlySet<string>;
  /** Those whom a command has assigned and nobody has unassigned since, by login in small letters. */
  readonly ordered: ReadonlyMap<string, Order>;
}

interface Result {
  readonly assignees: readonly string[];
  readonly ordered: readonly Order[];
}

export const assignmentTrack: Track<Assignment, Result> = {
  start: () => ({ assignees: new Set(), ordered: new Map() }),
  on(state, event) {
    const { assignees, ordered } = state;
    if (event.kind === 'assigned' && event.assignee !== null)
      return { ordered, assignees: new Set([...assignees, event.assignee]) };
    if (event.kind === 'unassigned') {
      const { assignee } = event;
      return {
        assignees: new Set([...assignees].filter((login) => login !== assignee)),
        ordered: new Map([...ordered].filter(([key]) => key !== assignee.toLowerCase())),
      };
    }
    const said = argsOf(event, assignCommand);
    if (!said || event.kind !== 'command') return state;
    const { at, by, comment } = event;
    const orders = said.logins.map((login): [string, Order] => [login.toLowerCase(), { login, at, by, comment }]);
    return { assignees, ordered: new Map([...ordered, ...orders]) };
  },
  result: ({ assignees, ordered }) => ({ assignees: [...assignees], ordered: [...ordered.values()] }),
};
