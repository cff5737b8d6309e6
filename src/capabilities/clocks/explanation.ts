import { DateTime } from 'luxon';
import { explain, type ExplainedDay } from '../../calendar/target.ts';
import { pausesOf } from '../../engine/clocked.ts';
import { inline } from '../../text/foreign.ts';
import { dated, duration, hourOf, instant, written, zoneOnce } from '../../text/time.ts';
import type { Policy } from '../policy.ts';
import type { Situation } from '../situation.ts';
import { wordsOf } from '../words.ts';
import { clockedOf } from './clocked.ts';
import { EXPLAIN_WORDS } from './explanation-words.ts';
import type { ClockName } from './table.ts';

/** More dates than this are cut in the middle. */
const MOST = 40;

/** What each date contributes to a deadline, a line each, in the policy's language and the calendar's zone. */
export function renderDays(policy: Pick<Policy, 'language'>, days: readonly ExplainedDay[], zone: string): string[] {
  const words = wordsOf(policy.language);
  const said = EXPLAIN_WORDS[policy.language];
  const lines = days.map(({ date, source, open, counted, paused, nth }) => {
    const day = dated(DateTime.fromISO(date, { zone: 'UTC', locale: policy.language }), 'ccc d LLL yyyy');
    const hours = open
      .map(({ from, to }) => said.span(wall(from, zone, policy), wall(to, zone, policy, true)))
      .join(', ');
    const facts = [
      hours === '' ? said.closed : hours,
      ...(source === 'weekly' ? [] : [said[source]]),
      ...(!nth ? [] : [said.nth(nth)]),
      ...(counted > 0 && nth === null ? [said.counted(duration(policy.language, counted))] : []),
      ...(paused > 0 ? [said.lost(duration(policy.language, paused))] : []),
    ];
    return `${day}${words.colon}${facts.join(words.semicolon)}`;
  });
  if (lines.length <= MOST) return lines;
  const half = MOST / 2;
  return [...lines.slice(0, half), `… ${said.more(lines.length - MOST)}`, ...lines.slice(-half)];
}

/** Wall-clock time; midnight as an end is 24:00. */
function wall(at: number, zone: string, reader: Pick<Policy, 'language'>, end = false): string {
  const local = DateTime.fromMillis(at, { zone });
  const isMidnight = end && local.hour === 0 && local.minute === 0;
  return isMidnight ? EXPLAIN_WORDS[reader.language].midnight : hourOf(reader, local);
}

/** How the deadlines of some clocks of an incident came about, day by day: a part each, in Markdown. */
export function explanations(situation: Situation, names: readonly ClockName[]): string[] {
  const { incident, clocks, policy, now, reader, words } = situation;
  const said = EXPLAIN_WORDS[policy.language];
  const clocked = clockedOf(incident, policy, now);
  const found = clocks.current.filter(({ name }) => names.length === 0 || names.includes(name));
  if (found.length === 0) return [said.none];
  return found.map(({ name, start, due, target: text, stoppedAt }) => {
    const target = policy.priorities[incident.priority.current].clocks[name];
    const at = due === Infinity ? said.paused : instant(reader, due);
    const head = `**${words.clock[name].name}**${words.colon}${said.due(inline(written(policy.language, text)), instant(reader, start), at)}`;
    // What was decided under another target is not explained by the present one.
    if (!target || target.text !== text) return zoneOnce(reader, `${head}\n\n${said.changed}`);
    const { days } = explain(target, start, pausesOf(clocked, name, stoppedAt));
    const lines = renderDays(policy, days, target.calendar.zone).map((line) => `- ${line}`);
    const on = said.calendar(inline(target.calendar.name), target.calendar.zone);
    return zoneOnce(reader, [`${head} ${on}`, lines.join('\n')].filter(Boolean).join('\n\n'));
  });
}
