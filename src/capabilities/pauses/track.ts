import type { Instant, Interval } from '../../calendar/calendar.ts';
import { argsOf } from '../../engine/command.ts';
import type { Issue } from '../../model/issue.ts';
import type { Track } from '../track.ts';
import { pauseCommand, resumeCommand } from './command.ts';

interface State {
  /** Since when each label is on that is. */
  readonly since: ReadonlyMap<string, Instant>;
  readonly spans: ReadonlyMap<string, readonly Interval[]>;
  /** Those that a command has named. */
  readonly commanded: ReadonlySet<string>;
  /** What was said of each wait: whom it is for, or why, by the label and when it began. */
  readonly said: readonly Wait[];
}

/** A stretch of waiting for somebody else; Infinity ends one that goes on. */
export interface Wait extends Interval {
  readonly label: string;
  /** Whom for, or why, as somebody said; empty where nobody did. */
  readonly why: string;
}

interface Result {
  /** When each label that pauses clocks was on the issue; Infinity ends a stretch that goes on. */
  readonly spans: ReadonlyMap<string, readonly Interval[]>;
  /** Whether each label must be on the issue that a command has named, or that is gone without a word. */
  readonly labels: ReadonlyMap<string, boolean>;
  /** The stretches one by one, oldest first. */
  readonly waits: readonly Wait[];
}

/** The labels that pause clocks, set by hand or by command. */
export const pausesTrack: Track<State, Result> = {
  start({ issue, policy }) {
    const labels = [...policy.pauses.keys()];
    return {
      since: new Map(labels.filter((label) => wasThere(issue, label)).map((label) => [label, issue.openedAt])),
      spans: new Map(labels.map((label) => [label, []])),
      commanded: new Set(),
      said: [],
    };
  },
  on(state, event) {
    const { at } = event;
    if (event.kind === 'labeled' || event.kind === 'unlabeled') {
      const { label, own } = event;
      // What follows a command of somebody says nothing of its own, however late it comes.
      if (!state.spans.has(label) || (own && state.commanded.has(label))) return state;
      return event.kind === 'labeled' ? open(state, label, at) : close(state, label, at);
    }
    const paused = argsOf(event, pauseCommand);
    if (paused) {
      const { label, why } = paused;
      const next = open(command(state, [label]), label, at);
      const from = next.since.get(label)!;
      // Said again, it is for somebody else.
      const others = next.said.filter((it) => it.label !== label || it.from !== from);
      return why === '' ? next : { ...next, said: [...others, { label, from, to: Infinity, why }] };
    }
    if (!argsOf(event, resumeCommand)) return state;
    const labels = [...state.since.keys()];
    return labels.reduce((next, label) => close(next, label, at), command(state, labels));
  },
  result({ since, spans, commanded, said }, { issue }) {
    const all = new Map(
      [...spans].map(([label, list]): [string, readonly Interval[]] => {
        const from = since.get(label);
        return [label, from === undefined ? list : [...list, { from, to: Infinity }]];
      }),
    );
    const gone = [...since.keys()].filter((label) => !issue.labels.includes(label));
    return {
      spans: all,
      labels: new Map([...commanded, ...gone].map((label) => [label, since.has(label)])),
      waits: [...all]
        .flatMap(([label, list]) =>
          list.map(({ from, to }) => {
            const why = said.find((it) => it.label === label && it.from === from)?.why ?? '';
            return { label, from, to, why };
          }),
        )
        .sort((one, other) => one.from - other.from),
    };
  },
};

/** A label that the timeline does not mention before it is taken off, as after a transfer, was there from the opening. */
function wasThere(issue: Issue, label: string): boolean {
  const first = issue.timeline.find(
    (event) => (event.kind === 'labeled' || event.kind === 'unlabeled') && event.label === label,
  );
  return first ? first.kind === 'unlabeled' : issue.labels.includes(label);
}

function command(state: State, labels: readonly string[]): State {
  return { ...state, commanded: new Set([...state.commanded, ...labels]) };
}

function open(state: State, label: string, at: Instant): State {
  return state.since.has(label) ? state : { ...state, since: new Map([...state.since, [label, at]]) };
}

function close(state: State, label: string, to: Instant): State {
  const from = state.since.get(label);
  if (from === undefined) return state;
  return {
    ...state,
    since: new Map([...state.since].filter(([other]) => other !== label)),
    spans: new Map([...state.spans, [label, [...state.spans.get(label)!, { from, to }]]]),
  };
}
