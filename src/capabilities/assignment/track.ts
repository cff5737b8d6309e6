import type { Instant } from '../../calendar/calendar.ts';
import { argsOf } from '../../engine/command.ts';
import type { Track } from '../track.ts';
import { ackCommand } from '../acknowledgement/command.ts';
import { assignCommand } from './command.ts';

/** Somebody whom a command has assigned; `comment` is the number of the comment that says so. */
interface Order {
  readonly login: string;
  readonly at: Instant;
  readonly by: string | null;
  readonly comment: number;
  /** Whether it is the acknowledgement itself; else that GitHub assigns them is one. */
  readonly isAcknowledgement: boolean;
}

/** Whose the incident is. */
export interface Assignment {
  readonly assignees: ReadonlySet<string>;
  /** Those whom a command has assigned, or who have acknowledged by one, and whom nobody has unassigned since, by login in small letters. */
  readonly ordered: ReadonlyMap<string, Order>;
  /** Those who were unassigned and not assigned again, in small letters. */
  readonly left: ReadonlySet<string>;
}

interface Result {
  readonly assignees: readonly string[];
  readonly ordered: readonly Order[];
  readonly left: ReadonlySet<string>;
}

export const assignmentTrack: Track<Assignment, Result> = {
  start: () => ({ assignees: new Set(), ordered: new Map(), left: new Set() }),
  on(state, event) {
    const { assignees, ordered, left } = state;
    if (event.kind === 'assigned' && event.assignee !== null) {
      const { assignee } = event;
      return { ordered, assignees: new Set([...assignees, assignee]), left: without(left, assignee) };
    }
    if (event.kind === 'unassigned') {
      const { assignee } = event;
      return {
        assignees: new Set([...assignees].filter((login) => login !== assignee)),
        ordered: new Map([...ordered].filter(([key]) => key !== assignee.toLowerCase())),
        left: new Set([...left, assignee.toLowerCase()]),
      };
    }
    if (event.kind !== 'command') return state;
    const { at, by, comment } = event;
    const isAcknowledgement = argsOf(event, ackCommand) !== null;
    const logins = isAcknowledgement ? [by] : (argsOf(event, assignCommand)?.logins ?? []);
    const orders = logins.map((login): [string, Order] => [
      login.toLowerCase(),
      { login, at, by, comment, isAcknowledgement },
    ]);
    return { ...state, ordered: new Map([...ordered, ...orders]) };
  },
  result: ({ assignees, ordered, left }) => ({ assignees: [...assignees], ordered: [...ordered.values()], left }),
};

function without(logins: ReadonlySet<string>, login: string): ReadonlySet<string> {
  return new Set([...logins].filter((it) => it !== login.toLowerCase()));
}
