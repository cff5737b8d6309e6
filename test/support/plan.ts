import { decide, type Ground } from '../../src/capabilities/decide.ts';
import type { Incident } from '../../src/capabilities/incident.ts';
import type { DuePage } from '../../src/capabilities/notification/paging.ts';
import { readIncident } from '../../src/capabilities/reading.ts';
import type { Effect } from '../../src/engine/effect.ts';
import type { Issue } from '../../src/model/issue.ts';

/** What is decided about an issue: one of the lists is empty. */
export interface Planned {
  readonly incident: Incident;
  readonly pages: readonly DuePage[];
  readonly effects: readonly Effect[];
  readonly unknown: readonly string[];
}

/** Reads an issue and decides on it. */
export function planFor(issue: Issue, ground: Ground, refused: readonly Effect[] = []): Planned {
  const reading = readIncident(issue, ground);
  const { plan, unknown } = decide(reading, ground, refused);
  return {
    incident: reading.incident,
    pages: plan && 'send' in plan ? plan.send : [],
    effects: plan && 'write' in plan ? plan.write : [],
    unknown,
  };
}
