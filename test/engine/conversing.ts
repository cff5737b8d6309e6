import { accept, refuse } from '../../src/engine/command.ts';
import type { JudgedComment, readComment } from '../../src/engine/conversation.ts';
import { createJudge } from '../../src/engine/judge.ts';
import { EMPTY_RECORD, type IncidentRecord } from '../../src/engine/record.ts';
import type { Issue } from '../../src/model/issue.ts';
import { command } from './thread.ts';

/* A conversation with commands of each kind, in which ana and tom may command, and eve may not. */

const REFUSAL = { en: () => 'no', fr: () => 'non' };
export const COMMANDS = {
  ack: command('[TEXT]'),
  label: command('NAME', { sorts: true }),
  start: command('', { atOpening: true }),
  never: command('', { read: () => refuse(REFUSAL) }),
  part: command('', { read: () => ({ args: 'half', refusal: REFUSAL }) }),
  where: command('', {
    read: (_, { at, by, comment, openedAt, policy, canReach, once, states }) =>
      accept(
        JSON.stringify([
          at,
          by,
          comment,
          openedAt,
          policy,
          canReach('tom'),
          canReach('kim'),
          once('x', () => true),
          states,
        ]),
      ),
  }),
};

export interface Given {
  readonly record?: Partial<IncidentRecord>;
  readonly isFromBefore?: boolean;
}

export function conversationOf(issue: Issue, { record, isFromBefore = false }: Given = {}) {
  const roles = new Map([
    ['ana', ['write']],
    ['tom', ['write']],
    ['eve', null],
  ]);
  const judge = createJudge({ ...EMPTY_RECORD, ...record }, { entitled: ['write'], rights: new Map() }, roles);
  const judged: JudgedComment[] = [];
  return { commands: COMMANDS, policy: 'P', issue, judge, judged, isFromBefore };
}

type Heard = ReturnType<typeof readComment> extends Iterable<infer E> ? E : never;
/** An event, in short. */
export const short = (event: Heard): string =>
  event.kind === 'command'
    ? `${nameOf(event.command)}=${event.args as string}`
    : `${event.by}${event.commanded ? ' commands' : ''}${event.isIdle ? ' idly' : ''}`;
const nameOf = (of: unknown): string => Object.entries(COMMANDS).find(([, it]) => it === of)![0];
/** What became of a comment, in short. */
export const outcomeOf = ({ by, outcome, isPast, commands, added }: JudgedComment) => [
  `${by} ${outcome}${isPast ? ' past' : ''}`,
  ...commands.map(
    ({ name, complaint }) =>
      `${name}${complaint === null ? '' : ` ${typeof complaint === 'string' ? complaint : 'refused'}`}`,
  ),
  ...added.map(({ name }) => `+${name}`),
];
