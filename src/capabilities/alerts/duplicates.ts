import { UNNUMBERED } from '../../engine/mark.ts';
import { mergeLogs } from './log.ts';
import { alertMark, withLog } from './log-mark.ts';
import { olderTwin, youngerTwins } from '../duplicates/neighbours.ts';
import type { Rule } from '../situation.ts';

/**
 * Two runs that filed the same alert at once leave two incidents: the younger becomes a duplicate of the older, which keeps what
 * both have been told.
 */
export const duplicateAlertsRule: Rule = (situation) => {
  const { incident, words } = situation;
  const { issue, alert } = incident;
  if (!alert) return [];
  const older = olderTwin(situation);
  if (older)
    return [
      {
        do: 'close-duplicate',
        issue: issue.number,
        target: issue.id,
        of: older.id,
        isSelf: true,
        why: words.duplicateAlerts.close(older.number),
      },
    ];
  const twins = youngerTwins(situation).flatMap((twin) => twin.alert ?? []);
  const log = mergeLogs(
    alert,
    twins.flatMap(({ firings }) => firings),
    twins.flatMap(({ grades = [] }) => grades),
  );
  const body = withLog(issue, log);
  // A mark that is not bound to its issue yet is, once there is something to write.
  if (body === issue.body || withLog({ ...issue, number: UNNUMBERED }, log) === issue.body) return [];
  // The same log in another form is a mark of an earlier version.
  const why = alertMark(log) === alertMark(alert) ? words.renewal.why : words.duplicateAlerts.merge;
  return [{ do: 'edit-issue', issue: issue.number, body, why }];
};
