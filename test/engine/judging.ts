import { createJudge, type Judge } from '../../src/engine/judge.ts';
import { EMPTY_RECORD, type IncidentRecord } from '../../src/engine/record.ts';
import type { HeldRole } from '../../src/model/role.ts';
import { readCommands } from '../../src/text/markdown.ts';
import { commentOf } from './thread.ts';

/* A judge who knows the roles of ana, tom, nora and eve; nora has reported the incident, and nobody knows kim. */

export const ROLES: ReadonlyMap<string, HeldRole> = new Map<string, HeldRole>([
  ['ana', ['write']],
  ['tom', ['triage']],
  ['nora', ['read']],
  ['eve', null],
]);
export const RIGHTS = { entitled: ['write', 'admin'], rights: new Map([['priority', ['triage']]]) };
const REPORTING = { reporter: 'nora', mayReport: (name: string) => name === 'info' };

export const judgeOf = (record: Partial<IncidentRecord> = {}): Judge =>
  createJudge({ ...EMPTY_RECORD, ...record }, RIGHTS, ROLES, REPORTING);

/** Has it judge a comment. */
export const say = (judge: Judge, by: string, body: string, number = 5, edited = false) =>
  judge.comment(100, commentOf(number, body, { edited }), by, readCommands);
