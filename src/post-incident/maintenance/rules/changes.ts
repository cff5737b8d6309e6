import { DAY, HOUR } from '../../../calendar/length.ts';
import { keyOfNotice } from '../../../engine/keys.ts';
import type { Notice } from '../../../capabilities/situation.ts';
import { prose } from '../../../text/foreign.ts';
import { instant } from '../../../text/time.ts';
import { audienceOf, servicesText, maintenanceSpanOf, type MaintenanceRule } from '../situation.ts';
import { isAnnounced } from './announce.ts';
import { changeKey, mayWait } from './pace.ts';

/** For how long a change is news, in milliseconds. */
const NEWS = DAY;

/** Whoever has heard of it hears that it takes longer, is over or cancelled; what it means that somebody opens it again is said to them. */
export const changesRule: MaintenanceRule = (situation) => {
  const { maintenance, words, now, reader } = situation;
  const { plan, begunAt, steps, end, reopened } = maintenance.course;
  if (plan === null) return [];
  const services = servicesText(situation, plan);
  const { tell, why } = words;
  // That it was moved before it has begun is announced with what else is.
  const last = steps.findLast(
    ({ kind }) => kind === 'extended' || kind === end || (kind === 'moved' && begunAt !== null),
  );
  const told: Notice[] = [];
  const isLater = last !== undefined && end === null && mayWait(situation, last);
  if (last && !isLater && isAnnounced(situation) && now - last.act.at < NEWS) {
    const { by, text } = last.act;
    const to = audienceOf(situation, by);
    const isChanged = end === null && (begunAt === null || last.kind === 'moved');
    const going = isChanged ? tell.moved(services) : tell.extended(services, instant(reader, plan.to));
    const [ask, reason] = end === null ? [going, why.changed] : [tell[end](services), why.over];
    const lines = [
      ...(isChanged ? [tell.span(...maintenanceSpanOf(reader, plan))] : []),
      ...(text === '' ? [] : [tell.reason(prose(text))]),
    ];
    if (to.length > 0) told.push({ do: 'tell', keys: [changeKey(last)], to, ask, lines, why: reason });
  }
  if (reopened?.by != null && now - reopened.at < NEWS)
    told.push({
      do: 'tell',
      keys: [keyOfNotice('reopened', reopened.at)],
      to: [reopened.by],
      ask: tell.reopened,
      lines: [tell.reopenedLine],
      why: why.reopened,
      audience: 'author',
    });
  return told;
};

/** How long after we have opened it again we do not do so once more, in milliseconds: a bot may close it each time. */
const PEACE = HOUR;

/**
 * What is over is closed, unless somebody has opened it again. What only somebody without a say has closed is opened: closed ones are read no
 * more after a while.
 */
export const closeRule: MaintenanceRule = ({ maintenance: { issue, course }, words, now }) => {
  if (course.end === null && course.closedInVain !== null && issue.state === 'closed') {
    const last = issue.timeline.findLast(({ kind, own }) => kind === 'reopened' && own);
    return last && now - last.at < PEACE ? [] : [{ do: 'reopen', issue: issue.number, why: words.why.inVain }];
  }
  if (course.end === null || issue.state === 'closed' || course.reopened !== null) return [];
  const reason = course.end === 'completed' ? 'completed' : 'not-planned';
  return [{ do: 'close', issue: issue.number, reason, why: words.why.over }];
};
