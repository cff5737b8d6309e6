import { groupedAlerts } from './grouped.ts';
import type { Instant } from '../calendar/calendar.ts';
import type { AlertLog } from '../capabilities/alerts/log.ts';
import { readAlertLog } from '../capabilities/alerts/log-mark.ts';
import { foldIncident } from '../capabilities/fold.ts';
import { knownLabels, spell } from '../capabilities/membership/spelling.ts';
import type { Policy } from '../capabilities/policy.ts';
import type { Knowledge } from '../capabilities/track.ts';
import type { Issue } from '../model/issue.ts';

/** An incident that has the key of an alert. */
export interface Candidate {
  readonly issue: Issue;
  readonly log: AlertLog;
  /** When the work ended; null while it goes on. */
  readonly end: Instant | null;
  readonly dismissed: boolean;
}

/** The incidents that alerts have opened, by key. */
export interface Register {
  /** The oldest first, the dismissed last. */
  readonly of: (key: string) => readonly Candidate[];
}

/** The register of some issues. Each mark is read once, and an incident is folded only if its key is asked for: alerts may be many. */
export function registerOf(issues: readonly Issue[], policy: Policy, knowledge: Knowledge): Register {
  const labels = knownLabels(policy, knowledge.incidentLabel);
  const marked = issues.flatMap((issue) => {
    const log = readAlertLog(issue);
    return log === null ? [] : [{ issue, log }];
  });
  const byKey = groupedAlerts(marked, ({ log }) => log.key);
  const known = new Map<string, readonly Candidate[]>();

  function candidatesFor(key: string): readonly Candidate[] {
    return (byKey.get(key) ?? [])
      .flatMap(({ issue, log }): Candidate[] => {
        const { incident } = foldIncident(spell(issue, labels), policy, knowledge);
        // What Tocsin leaves alone reaches nobody.
        const isOld = policy.enforceFrom !== null && issue.openedAt < policy.enforceFrom;
        if (incident.declined || isOld) return [];
        const end = incident.resolution.resolved?.at ?? incident.resolution.ended?.at ?? incident.resolution.closedAt;
        return [{ issue, log, end, dismissed: incident.status === 'dismissed' }];
      })
      .sort((a, b) => Number(a.dismissed) - Number(b.dismissed) || a.issue.number - b.issue.number);
  }

  return {
    of(key) {
      const candidates = known.get(key) ?? candidatesFor(key);
      known.set(key, candidates);
      return candidates;
    },
  };
}
