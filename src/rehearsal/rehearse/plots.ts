import type { Instant } from '../../calendar/calendar.ts';
import { DAY, HOUR, MINUTE } from '../../calendar/length.ts';
import type { Clock } from '../../capabilities/clocks/clocked.ts';
import type { ClockName } from '../../capabilities/clocks/table.ts';
import { CLOCK_TABLE } from '../../capabilities/clocks/table.ts';
import { responders } from '../../capabilities/people/audience.ts';
import type { Situation } from '../../capabilities/situation.ts';
import { stepsInEffect } from '../../capabilities/updates/cadence.ts';
import type { PlotAct, Plot } from './plot.ts';
import type { RehearsalWords } from './words.ts';

type Given = Pick<Plot, 'start' | 'priority' | 'opening'>;

/** However long the clocks of a policy are, nobody reads about more than this. */
const LONGEST = 60 * DAY;

/** Nobody does anything: every step is seen once, and what repeats for a day. */
export function unansweredPlot(given: Given, words: RehearsalWords): Plot {
  return { ...given, story: 'unanswered', title: words.unanswered, next: () => null, endOf: unansweredEnd };
}

/** When the last step has gone out that goes out if nobody answers, but a day after the opening at the earliest. */
export function unansweredEnd(situation: Situation): Instant {
  const { incident, policy, clocks } = situation;
  const { openedAt } = incident.issue;
  const { current } = incident.priority;
  const steps = stepsInEffect(policy, current).flatMap(({ at }) => {
    const clock = clocks.current.find(({ name }) => name === at.clock);
    const target = at.clock === 'start' ? undefined : policy.priorities[current].clocks[at.clock];
    // A clock that starts again never ends; its steps come soon.
    if (!clock || !target || isRepeating(clock.name) || !Number.isFinite(clock.due)) return [];
    return [target.calendar.add(clock.due, Math.max(0, 'offset' in at ? at.offset : 0))];
  });
  const dues = clocks.current.flatMap(({ name, due }) => (!isRepeating(name) && Number.isFinite(due) ? [due] : []));
  return Math.min(Math.max(openedAt + DAY, ...dues, ...steps), openedAt + LONGEST);
}

/** For how long after the last act the end of a story that goes well is looked at. */
const AFTERMATH = HOUR;
/** When people act where no clock asks for it. */
const SOON = { acknowledge: 5 * MINUTE, resolve: HOUR, close: 30 * MINUTE } as const;

/** Whoever must act does, in half of the time that the policy gives them, and whoever reported it agrees that it is over. */
export function wellRunPlot(given: Given, words: RehearsalWords): Plot {
  return {
    ...given,
    story: 'well-run',
    title: words.wellRun,
    next: (situation, done) =>
      actsOf(situation, given.opening.by, words)
        .filter(({ name }) => !done.has(name))
        .toSorted((a, b) => a.at - b.at)[0] ?? null,
    endOf: (situation) => {
      const { incident, now } = situation;
      const over = incident.resolution.resolved ?? incident.resolution.ended;
      const last = incident.issue.timeline.filter(({ own }) => !own).at(-1)?.at ?? incident.issue.openedAt;
      if (over) return last + AFTERMATH;
      // Without anybody who works on it, it does not go well.
      return actsOf(situation, given.opening.by, words).length > 0 ? incident.issue.openedAt + LONGEST : now;
    },
  };
}

/** What whoever works on it, and whoever reported it, have to do as it stands. */
function actsOf(situation: Situation, reporter: string, words: RehearsalWords): readonly PlotAct[] {
  const { incident, clocks, policy, now } = situation;
  const { openedAt, state } = incident.issue;
  const half = (name: ClockName, unless: Instant | null, share = 0.5): Instant | null => {
    const clock = clocks.current.find((it) => it.name === name && it.stoppedAt === null && Number.isFinite(it.due));
    return clock ? shareOf(situation, clock, share) : unless;
  };
  const say = (name: string, at: Instant | null, text: string): PlotAct[] => {
    const when = Math.max(at ?? now, now);
    // Until somebody has taken it on, it is for whoever has to do so by then.
    const worker = incident.acknowledgement?.by ?? responders({ ...situation, now: when })[0];
    return at === null || worker === undefined ? [] : [saying(name, when, worker, text)];
  };

  const { resolved, ended } = incident.resolution;
  if (ended || state === 'closed') return [];
  if (resolved) return [closing(Math.max(resolved.at + SOON.close, now), reporter, words)];
  if (!incident.acknowledgement) {
    const category = policy.categories.find(({ confidential }) => !confidential);
    const sorts = policy.priorities[incident.priority.current].needsCategory && !incident.category.current && category;
    const text = sorts ? `/ack\n/category ${category.name}` : '/ack';
    return say('ack', half('acknowledge', openedAt + SOON.acknowledge), text);
  }
  const [cause] = policy.causes;
  return [
    ...clocks.current.flatMap(({ name, start }) => {
      const text = wordFor(situation, name, words);
      return text === null ? [] : say(`${name} ${start}`, half(name, null, isRepeating(name) ? 0.8 : 0.5), text);
    }),
    ...say(
      'resolve',
      half('resolve', incident.acknowledgement.at + SOON.resolve),
      `/resolve ${cause ? `${cause.name} ` : ''}${words.acts.resolve}`,
    ),
  ];
}

/** What is said in time of what a clock waits for; null of one that waits for what is done elsewhere, or in its own way. */
function wordFor({ words: { clock } }: Situation, name: ClockName, { acts }: RehearsalWords): string | null {
  if (name === 'acknowledge' || name === 'resolve') return null;
  if (name === 'update') return `/update ${acts.update}`;
  if (name === 'workaround') return `/workaround ${acts.workaround}`;
  return clock[name].act?.replaceAll('`', '') ?? null;
}

const isRepeating = (name: ClockName): boolean => CLOCK_TABLE[name].repeatsAt !== null;

/** A comment that somebody writes. */
export function saying(name: string, at: Instant, who: string, text: string): PlotAct {
  return {
    name,
    at,
    who,
    tells: text.replace(/\s*\n\s*/g, ' '),
    do: (person, issue) => void person.comment(issue, text),
  };
}

function closing(at: Instant, who: string, { acts }: RehearsalWords): PlotAct {
  return {
    name: 'close',
    at,
    who,
    tells: acts.close,
    do: (person, issue) => {
      person.close(issue);
    },
  };
}

/** When so much of the time of a clock has gone by on its calendar, to the minute. */
function shareOf({ policy }: Situation, { name, priority, start, due }: Clock, share: number): Instant | null {
  const calendar = policy.priorities[priority].clocks[name]?.calendar;
  if (!calendar) return null;
  const whole = calendar.between(start, due);
  return calendar.add(start, Math.max(MINUTE, Math.floor((whole * share) / MINUTE) * MINUTE));
}
