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
}

interface Result {
  /** When each label that pauses clocks was on the issue; Infinity ends a stretch that goes on. */
  readonly spans: ReadonlyMap<string, readonly Interval[]>;
  /** Whether each label must be on the issue that a command has named, or that is gone without a word. */
  readonly labels: ReadonlyMap<string, boolean>;
}

/** The labels that pause clocks, set by hand or by command. */
export const pausesTrack: Track<State, Result> = {
  start({ issue, policy }) {
    const labels = [...policy.pauses.keys()];
    return {
      since: new Map(labels.filter((label) => wasThere(issue, label)).map((label) => [label, issue.openedAt])),
      spans: new Map(labels.map((label) => [label, []])),
      commanded: new Set(),
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
    if (paused) return open(command(state, [paused.label]), paused.label, at);
    if (!argsOf(event, resumeCommand)) return state;
    const labels = [...state.since.keys()];
    return labels.reduce((next, label) => close(next, label, at), command(state, labels));
  },
  result: ({ since, spans, commanded }, { issue }) => ({
    spans: new Map(
      [...spans].map(([label, list]) => {
        const from = since.get(label);
        return [label, from === undefined ? list : [...list, { from, to: Infinity }]];
      }),
    ),
    labels: new Map(
      [...commanded, ...[...since.keys()].filter((label) => !issue.labels.includes(label))].map((label) => [
        label,
        since.has(label),
      ]),
    ),
  }),
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
