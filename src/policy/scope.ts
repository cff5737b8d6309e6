import type { Calendar } from '../calendar/calendar.ts';
import type { Path, Tree } from './tree.ts';

/** Says that something is wrong at a path of the file; places that only the built-in policy has are said to be so. */
export type Report = (path: Path, message: string, about?: 'key' | 'value') => void;

/** The file and how to speak about it. */
export interface Source {
  readonly report: Report;
  /** The file without what does not fit the schema. */
  readonly tree: Tree;
  /** Whether nothing at or below this path has been cut away; what was cut must not cause further problems. */
  readonly isIntact: (path: Path) => boolean;
}

/** What the names in a policy can refer to. */
export interface Scope extends Source {
  /** Names that the file defines, also those whose definition is wrong: they are reported once, where they are. */
  readonly names: {
    readonly calendars: readonly string[];
    readonly roles: readonly string[];
    readonly schedules: readonly string[];
    readonly escalationPolicies: readonly string[];
  };
  readonly always: Calendar;
  readonly calendars: ReadonlyMap<string, Calendar>;
  /**
   * Calendars that only what is built in may use, when the file replaces the section of calendars: the built-in
   * priorities keep their office hours unless the file has an `office` of its own.
   */
  readonly builtinCalendars: ReadonlyMap<string, Calendar>;
}
