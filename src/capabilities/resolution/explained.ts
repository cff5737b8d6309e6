import { MINUTE } from '../../calendar/length.ts';
import { includesLogin } from '../../model/login.ts';
import type { Incident } from '../incident.ts';

/** What somebody wrote this long before they closed an incident explains it, in milliseconds. */
const REMARK = 10 * MINUTE;

/** Whether whoever resolved it said something in plain words, shortly before or since. */
export function isExplained({ issue, resolution }: Incident): boolean {
  const { at, by } = resolution.resolved!;
  return issue.timeline.some(
    (event) =>
      event.kind === 'commented' &&
      !event.own &&
      event.at >= at - REMARK &&
      includesLogin([by ?? ''], event.actor?.login ?? '') &&
      /^(?!\s*\/)\s*\S/m.test(event.comment.body),
  );
}
