import type { Calendar, Instant } from '../calendar/calendar.ts';
import type { Language } from '../model/language.ts';

/*
 * What a status page is made of. This is all that the page ever sees: words that somebody entitled wrote for the public, templates, names
 * of components, times. Nothing here has a place for what an issue says, who wrote it, or why: what cannot be named cannot leak.
 */

/** Something for the public to read, in each language; the same in all where people wrote it in one. */
export type PublicText = Readonly<Record<Language, string>>;

/** How a component is, from good to bad. The words are those of Statuspage, which readers of its JSON know. */
export const CONDITIONS = [
  'operational',
  'under_maintenance',
  'degraded_performance',
  'partial_outage',
  'major_outage',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** What an incident may do to a component. */
export type Harm = Exclude<Condition, 'operational' | 'under_maintenance'>;

/** How far an incident is, as customers are told. */
export const PUBLIC_STAGES = ['investigating', 'identified', 'monitoring', 'resolved', 'postmortem'] as const;
export type PublicStage = (typeof PUBLIC_STAGES)[number];

/** How far a maintenance is. */
export const MAINTENANCE_STAGES = ['scheduled', 'in_progress', 'verifying', 'completed', 'cancelled'] as const;
export type MaintenanceStage = (typeof MAINTENANCE_STAGES)[number];

/** Something that customers use. */
export interface Component {
  /** As stable as the name that the policy has for it. */
  readonly id: string;
  readonly name: PublicText;
  /** Null where there is none. */
  readonly description: PublicText | null;
  readonly group: { readonly id: string; readonly name: PublicText } | null;
  /** The share of time for which it is to be available, from 0 to 1, of a month and of a year; null where none is promised. */
  readonly objective: { readonly month: number | null; readonly year: number | null };
  /** When it is promised at all: only downtime within it counts. */
  readonly calendar: Calendar;
}

/** One thing that was told about an incident or a maintenance. */
export interface PublicUpdate<Stage> {
  readonly id: string;
  readonly at: Instant;
  readonly stage: Stage;
  /** Markdown. */
  readonly text: PublicText;
  /** When its text was last corrected; null if it never was. What it said before is not told. */
  readonly correctedAt: Instant | null;
}

export interface PublicIncident {
  readonly id: string;
  readonly title: PublicText;
  readonly harm: Harm;
  /** The ids of the components that it concerns; at least one, each of the page. */
  readonly components: readonly string[];
  /** When users were first harmed. */
  readonly from: Instant;
  /** When they no longer were; null while they are. It may be over before it is resolved. */
  readonly to: Instant | null;
  readonly stage: PublicStage;
  /** Oldest first; at least one. The stage of the last is that of the incident. */
  readonly updates: readonly PublicUpdate<PublicStage>[];
  /** By when the next update is promised; null where none is. */
  readonly nextUpdateBy: Instant | null;
}

export interface PublicMaintenance {
  readonly id: string;
  readonly title: PublicText;
  readonly components: readonly string[];
  readonly stage: MaintenanceStage;
  /** As planned. */
  readonly from: Instant;
  readonly to: Instant;
  /** As it was; null as long as it has not begun, or is not over. */
  readonly begunAt: Instant | null;
  readonly endedAt: Instant | null;
  /** Oldest first; at least one. */
  readonly updates: readonly PublicUpdate<MaintenanceStage>[];
}

export interface StatusPage {
  readonly id: string;
  readonly title: PublicText;
  /** Where it is served, without a slash at its end. */
  readonly url: string;
  /** The first is that of the front page, the others stand in a folder each, named like the language. */
  readonly languages: readonly Language[];
  /** In which its times are written, as IANA names it; a script may add the reader's own. */
  readonly zone: string;
  /** When it is made. */
  readonly at: Instant;
  /** Since when what happened is on record. */
  readonly since: Instant;
  readonly components: readonly Component[];
  /** In any order. */
  readonly incidents: readonly PublicIncident[];
  readonly maintenances: readonly PublicMaintenance[];
}
