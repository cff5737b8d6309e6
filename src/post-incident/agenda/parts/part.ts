import type { Instant } from '../../../calendar/calendar.ts';
import type { Policy } from '../../../capabilities/policy.ts';
import type { Words } from '../../../capabilities/words.ts';
import type { Issue } from '../../../model/issue.ts';
import { inline } from '../../../text/foreign.ts';
import type { Reader } from '../../../text/time.ts';
import type { Sources } from '../sources.ts';
import type { AgendaWords } from '../words.ts';

/** What the parts of an agenda are told with. */
export interface AgendaPartGround {
  readonly now: Instant;
  /** When the last meeting was. */
  readonly since: Instant;
  readonly policy: Policy;
  /** One who names days in full: so the same facts are the same text on each day. */
  readonly reader: Reader;
  readonly words: AgendaWords;
  readonly common: Words;
}

/** One part of an agenda: a line for each thing to look at. */
export type AgendaPart = (sources: Sources, ground: AgendaPartGround) => readonly string[];

/** The longest text of somebody else in a line. */
export const LONGEST_PART = 80;

/** An issue as a line begins with it. */
export const partNameOf = ({ number, title }: Pick<Issue, 'number' | 'title'>): string =>
  `#${number} ${inline(title, LONGEST_PART)}`;
