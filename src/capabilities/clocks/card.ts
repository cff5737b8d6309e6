import type { Verdict } from './clocked.ts';
import type { Situation } from '../situation.ts';
import type { Words } from '../words.ts';
import type { Clock } from './clocked.ts';
import { marginOf } from './margin.ts';
import { CLOCK_TABLE, CLOCKS } from './table.ts';
import { dueText } from './due.ts';
import { prose } from '../../text/foreign.ts';
import { duration, shortInstant } from '../../text/time.ts';
import { verdictText } from './verdict.ts';

/** The signs of how a clock stands, for who only glances at them. */
const SIGNS: Readonly<Record<Clock['state'], string>> = {
  running: '⏳',
  paused: '⏸️',
  met: '✅',
  missed: '❌',
  void: '➖',
};

/** The clocks of an incident, a line each: when it is due, within what, and what became of it. */
export function clockLines(situation: Situation): string[] {
  const { clocks, reader, words } = situation;
  if (clocks.current.length === 0) return [`- ${words.clocksCard.none}`];
  return clocks.current.map((clock) => {
    const due = dueText(reader, words, clock.due);
    const within = words.clocksCard.within(targetText(words, clock.target));
    const line = `- ${SIGNS[clock.state]} **${words.clock[clock.name].name}** ${due} ${within}`;
    return [line, ...clockState(situation, clock)].join(' · ');
  });
}

/** A target as the policy has it, with its units apart: "15 min", "2 h of office". */
export function targetText(words: Words, target: string): string {
  return prose(target).replace(
    /(\d)(m|h|d)\b/g,
    (_, digit: string, unit: 'm' | 'h' | 'd') => `${digit} ${words.units[unit]}`,
  );
}

/** The most former verdicts that are shown, the last. */
const MOST_FORMER = 12;

/** Verdicts under former priorities, and from before a reopening, and the misses of clocks that start again; empty if there are none. */
export function formerLines(situation: Situation): string {
  const lines = [...formerRows(situation), ...repeatedRows(situation)];
  return lines.length === 0 ? '' : `**${situation.words.clocksCard.heading}**\n\n${lines.join('\n')}`;
}

function formerRows(situation: Situation): string[] {
  const { clocks, reader, words } = situation;
  const isShown = (verdict: Verdict): boolean =>
    clocks.current.some((it) => it.name === verdict.clock && it.priority === verdict.priority && it.at === verdict.at);
  return clocks.verdicts
    .filter((verdict) => CLOCK_TABLE[verdict.clock].repeatsAt === null && !isShown(verdict))
    .slice(-MOST_FORMER)
    .map((verdict) => {
      const name = `**${words.clock[verdict.clock].name}** (${formerly(situation, verdict)})`;
      const within = words.clocksCard.within(targetText(words, verdict.target));
      const sign = SIGNS[verdict.met ? 'met' : 'missed'];
      return `- ${sign} ${name} ${shortInstant(reader, verdict.due)} ${within} · ${verdictText(situation, verdict)}`;
    });
}

function formerly({ incident, words }: Situation, { clock, priority, episode, start }: Verdict): string {
  const same = priority === incident.priority.current && episode < incident.resolution.reopened;
  const level = incident.levels.periods.find(({ from }, i) => (i === 0 ? incident.issue.openedAt : from) === start);
  if (clock === 'acknowledge' && level && level !== incident.levels.periods.at(-1)) {
    const next = incident.levels.periods[incident.levels.periods.indexOf(level) + 1]!;
    return next.by === null ? words.clocksCard.beforeReopening : words.levelCard.level(level.level);
  }
  return same ? words.clocksCard.beforeReopening : words.clocksCard.formerly(priority);
}

/** Clocks that start again and again, a line each for their misses. */
function repeatedRows({ clocks, reader, words }: Situation): string[] {
  return CLOCKS.filter((name) => CLOCK_TABLE[name].repeatsAt !== null).flatMap((name) => {
    // The one that is still running has a line of its own.
    const running = clocks.current.find((it) => it.name === name)?.at;
    const misses = clocks.verdicts.filter(({ clock, met, at }) => clock === name && !met && at !== running);
    const last = misses.at(-1);
    if (!last) return [];
    const count = misses.reduce((sum, { times = 1 }) => sum + times, 0);
    const times = words.clocksCard.missedTimes(count, shortInstant(reader, last.at));
    return [
      `- ${SIGNS.missed} **${words.clock[name].name}** ${words.clocksCard.within(targetText(words, last.target))} · ${times}`,
    ];
  });
}

/** What became of a clock; nothing of one that runs. */
function clockState(situation: Situation, clock: Clock): string[] {
  const { policy, reader, words, clocks, incident } = situation;
  const { clocksCard: card } = words;
  if (clock.state === 'running') return [];
  if (clock.state === 'paused' || clock.state === 'void') return [card[clock.state]];
  const verdict = clocks.verdicts.find(
    (it) => it.clock === clock.name && it.priority === clock.priority && it.at === clock.at,
  );
  const parts = verdict ? [verdictText(situation, verdict)] : [];
  if (clock.state === 'missed') {
    const { stoppedAt, due } = clock;
    parts.push(
      stoppedAt === null
        ? card.stillRunning
        : card.stopped(
            shortInstant(reader, stoppedAt),
            duration(policy.language, marginOf(policy, clock, due, stoppedAt)),
          ),
    );
  }
  // What was decided stays decided, and whoever reads the policy today must not wonder why.
  const target = policy.priorities[incident.priority.current].clocks[clock.name]?.text;
  if (target !== undefined && target !== clock.target) parts.push(card.nowSays(targetText(words, target)));
  return [parts.join(words.semicolon)];
}
