import type { Instant, Interval } from '../../calendar/calendar.ts';
import type { Issue } from '../../model/issue.ts';

/** Follows the labels that pause clocks, set by hand or by command. */
export interface PauseTrack {
  /** A label went on or off; others than those that pause change nothing. */
  readonly label: (label: string, on: boolean, at: Instant, own: boolean) => void;
  readonly pause: (label: string, at: Instant) => void;
  /** Ends every pause; says whether there was one. */
  readonly resume: (at: Instant) => boolean;
  /** When each label was in force; Infinity ends a stretch that goes on. */
  readonly spans: () => ReadonlyMap<string, readonly Interval[]>;
  /** Whether a label that a command has named must be on the issue. */
  readonly wanted: () => ReadonlyMap<string, boolean>;
}

/** A label that the timeline does not mention before it is taken off, as after a transfer, was there from the opening. */
export function trackPauses(issue: Issue, labels: readonly string[]): PauseTrack {
  const open = new Map<string, Instant>();
  const spans = new Map<string, Interval[]>(labels.map((label) => [label, []]));
  const commanded = new Set<string>();
  const mentioned = new Map<string, 'labeled' | 'unlabeled'>();
  for (const event of issue.timeline)
    if ((event.kind === 'labeled' || event.kind === 'unlabeled') && !mentioned.has(event.label))
      mentioned.set(event.label, event.kind);
  for (const label of labels) {
    const first = mentioned.get(label);
    if (first === 'unlabeled' || (first === undefined && issue.labels.includes(label))) open.set(label, issue.openedAt);
  }

  function close(label: string, at: Instant): void {
    const from = open.get(label);
    if (from === undefined) return;
    open.delete(label);
    spans.get(label)!.push({ from, to: at });
  }

  return {
    label(label, on, at, own) {
      // What follows a command of somebody says nothing of its own, however late it comes.
      if (!spans.has(label) || (own && commanded.has(label))) return;
      if (!on) close(label, at);
      else if (!open.has(label)) open.set(label, at);
    },
    pause(label, at) {
      commanded.add(label);
      if (!open.has(label)) open.set(label, at);
    },
    resume(at) {
      const paused = [...open.keys()];
      for (const label of paused) {
        commanded.add(label);
        close(label, at);
      }
      return paused.length > 0;
    },
    spans: () =>
      new Map(
        [...spans].map(([label, list]) => {
          const from = open.get(label);
          return [label, from === undefined ? list : [...list, { from, to: Infinity }]];
        }),
      ),
    wanted: () => new Map([...commanded].map((label) => [label, open.has(label)])),
  };
}
