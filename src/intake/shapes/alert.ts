import type { Gravity } from '../../capabilities/alerts/grade.ts';
import type { Firing } from '../../capabilities/alerts/log.ts';
import { fittedLog } from '../../capabilities/alerts/log.ts';
import type { Facts } from '../../capabilities/report/facts.ts';
import type { Words } from '../../capabilities/words.ts';
import type { AlertPolicy } from '../../capabilities/alerts/policy.ts';
import type { Priority } from '../../model/priority.ts';
import type { Whereabouts } from '../place.ts';
import type { PayloadContext } from '../reading.ts';

/** An alert of a monitoring system, or a group of alerts that is one incident. Its texts are foreign. */
export interface Alert {
  /** Names the trouble: alerts with one key are one incident. */
  readonly key: string;
  readonly title: string;
  /** Several lines; may be empty. */
  readonly description: string;
  /** The name of the source, if there is one. */
  readonly source: string | null;
  readonly priority: Priority | null;
  /** How grave it is, as far as it fires. */
  readonly gravity: Gravity;
  readonly facts: Facts;
  readonly links: readonly Link[];
  /** What each of several alerts in it that fire says of its system, each once; left out where it is that of the facts. */
  readonly systems?: readonly string[];
  /** What is told of it, never empty. */
  readonly firings: readonly Firing[];
  /** How many alerts share the incident because they may not stand alone, and whether each of them is told apart. */
  readonly sharing?: { readonly count: number; readonly apart: boolean };
}

/** Where to look further. */
export type Link = Whereabouts & { readonly to: 'runbook' | 'dashboard' | 'generator' | 'page' };

/** What a shape is read with. */
export interface ShapeGround extends PayloadContext {
  readonly keyBy: AlertPolicy['key'];
  /** The names of the sources of the policy. */
  readonly sources: ReadonlyMap<string, unknown>;
  readonly words: Words['alert'];
  /** Whether an alert of this name always fires: then it is noted, and is none. */
  readonly isTick: (name: string) => boolean;
}

/** The most UTF-16 units of what is read. GitHub takes 256 for a title. */
export const LONGEST_FACT = { key: 200, title: 250, description: 20_000, fact: 500, source: 100 } as const;

/** A key as it is kept: one that is too long keeps its beginning, and stays different from others. */
export function keyOf(text: string): string {
  return fittedLog(text, LONGEST_FACT.key);
}

/** The facts that were given. */
export function alertFactsOf(entries: Given): Facts {
  return Object.fromEntries(Object.entries(entries).filter(([, text]) => typeof text === 'string' && text !== ''));
}

type Given = { readonly [K in keyof Facts]?: string | null | undefined };
