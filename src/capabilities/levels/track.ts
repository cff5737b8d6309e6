import type { Instant } from '../../calendar/calendar.ts';
import { argsOf } from '../../engine/command.ts';
import type { Level } from '../../model/level.ts';
import type { Moment } from '../../model/moment.ts';
import type { LevelPeriod } from '../../model/periods.ts';
import type { AlertLog } from '../alerts/log.ts';
import type { Policy } from '../policy.ts';
import type { Facts } from '../report/facts.ts';
import type { Scene, Track } from '../track.ts';
import { levelCommand } from './command.ts';

interface State {
  /** How it came to be known: one of the sources of the policy, or what the report says. Foreign text. */
  readonly source: string | null;
  readonly periods: readonly Omit<LevelPeriod, 'acknowledged'>[];
}

interface Needs {
  readonly report: Facts;
  readonly alert: AlertLog | null;
}

interface Outcome {
  readonly acknowledgement: { readonly current: Moment | null; readonly former: readonly (Moment | null)[] };
}

interface Result {
  readonly source: string | null;
  /** Never empty, oldest first; the last is in force. */
  readonly periods: readonly LevelPeriod[];
}

/** The levels of support that have had the incident, from the one on which it landed. */
export const levelsTrack: Track<State, Result, Needs & Outcome> = {
  start(scene) {
    const { issue, policy, states } = scene;
    const source = sourceOf(policy, states.alert?.source ?? states.report.source ?? null);
    return { source, periods: [{ level: landing(source, scene), from: issue.openedAt, by: null, text: '' }] };
  },
  on(state, event) {
    const said = argsOf(event, levelCommand);
    if (!said || event.kind !== 'command' || said.level === state.periods.at(-1)!.level) return state;
    return { ...state, periods: [...state.periods, { ...said, from: event.at, by: event.by }] };
  },
  reopen: (state, { at, anew }) => (anew ? { ...state, periods: [...state.periods, again(state, at)] } : state),
  result({ source, periods }, { states: { acknowledgement } }) {
    const { former, current } = acknowledgement;
    const isLast = (i: number): boolean => i === periods.length - 1;
    return {
      source,
      periods: periods.map((it, i) => ({ ...it, acknowledged: isLast(i) ? current : (former[i] ?? null) })),
    };
  },
};

/** The same level has to take it on anew. */
function again({ periods }: State, from: Instant): State['periods'][number] {
  return { level: periods.at(-1)!.level, from, by: null, text: '' };
}

/** The level of support on which it lands. A stranger names a source, and nobody is told for that. */
function landing(source: string | null, { issue, policy, judge, states }: Scene<Needs>): Level {
  const level = policy.sources.get(source ?? '')?.level ?? 1;
  if (level === 1 || states.alert) return level;
  const { author, openedAt } = issue;
  const act = { what: 'opening', about: null, since: null };
  return author && !author.bot && judge.isEntitled(act, author.login, openedAt) ? level : 1;
}

/** A source as the policy spells it. */
function sourceOf({ sources }: Policy, text: string | null): string | null {
  const known = [...sources.keys()].find((name) => name.toLowerCase() === text?.toLowerCase());
  return known ?? text;
}
