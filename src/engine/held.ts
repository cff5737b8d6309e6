import type { Instant } from '../calendar/calendar.ts';
import type { EventOf, Issue, TimelineEvent } from '../model/issue.ts';
import { isSameStart } from './cycles.ts';

/**
 * Labels that an incident has or had when its card was last written, each with the instants at which it was put on and taken off by
 * turns; a single one if it has only been put on.
 */
export type HeldLabels = Readonly<Record<string, Instant | Instant[]>>;

/** Labels of which an incident has one, or a few that belong together, such as those of the priorities. */
export interface LabelKind {
  readonly labels: readonly string[];
  /** Whether they say something by themselves where we have set them; others follow what was said otherwise. */
  readonly ours: boolean;
}

/** Of a label that goes on and off more often, the last turns are kept. Even, so that the first is always one of putting on. */
const MOST_TURNS = 20;

/**
 * An issue with the labels that it has lost: the repository's settings can rename or delete a label, which takes it from the issue and
 * its timeline though nobody has said anything about the incident. They stand when they did on record, unless there is another of
 * their kind by now.
 */
export function withLostLabels(issue: Issue, held: HeldLabels, kinds: readonly LabelKind[]): Issue {
  const lost = lostLabels(issue, held, kinds);
  const events = kinds.flatMap(({ labels, ours }) =>
    labels.flatMap((label): TimelineEvent[] => {
      const [first] = changesOf(issue, label);
      // What we set ourselves is on record with our clock's time, and on the timeline with GitHub's.
      const turns = turnsOf(held, label).filter(
        (at) => first === undefined || (at < first.at && !isSameStart(at, first.at)),
      );
      const isReplaced = first === undefined && isOn(turns) && !lost.includes(label);
      // Who said it is not on record. What sorts it is taken for the reporter's; nobody is made to have ended anything.
      const by = { actor: ours ? issue.author : null, own: false } as const;
      return (isReplaced ? turns.slice(0, -1) : turns).map((at, i) => ({
        kind: i % 2 === 0 ? 'labeled' : 'unlabeled',
        label,
        at,
        ...by,
      }));
    }),
  );
  if (events.length === 0) return issue;
  return { ...issue, timeline: [...issue.timeline, ...events].sort((a, b) => a.at - b.at) };
}

/** The labels on record that are gone from an issue without a word, and have no successor on it. */
export function lostLabels(issue: Issue, held: HeldLabels, kinds: readonly LabelKind[]): readonly string[] {
  return kinds
    .filter(({ labels }) => !labels.some((label) => issue.labels.includes(label)))
    .flatMap(({ labels }) => labels.filter((label) => isOn(turnsOf(held, label))))
    .filter((label) => changesOf(issue, label).every(({ kind }) => kind === 'labeled'));
}

/** The labels of these kinds that an issue has or had, or would but for the settings of the repository, and when. */
export function heldLabels(issue: Issue, kinds: readonly LabelKind[]): HeldLabels {
  const all = kinds.flatMap(({ labels, ours }) => labels.map((label) => ({ label, ours })));
  const entries = all.flatMap(({ label, ours }) => {
    const changes = changesOf(issue, label);
    if (changes.length === 0) return issue.labels.includes(label) ? [[label, issue.openedAt] as const] : [];
    const turns = changes
      .filter(({ kind, own }) => kind === 'unlabeled' || ours || !own)
      .filter(({ kind }, i, said) => kind !== (said[i - 1]?.kind ?? 'unlabeled'))
      .map(({ at }) => at);
    const kept = turns.slice(isOn(turns) ? 1 - MOST_TURNS : -MOST_TURNS);
    return kept.length === 0 ? [] : [[label, kept.length === 1 ? kept[0]! : kept] as const];
  });
  return Object.fromEntries(entries);
}

function turnsOf(held: HeldLabels, label: string): readonly Instant[] {
  return Object.hasOwn(held, label) ? [held[label]!].flat() : [];
}

/** Whether the last turn put the label on. */
function isOn(turns: readonly Instant[]): boolean {
  return turns.length % 2 === 1;
}

/** What happened to a label of an issue, in order. */
function changesOf({ timeline }: Issue, label: string): readonly EventOf<'labeled' | 'unlabeled'>[] {
  return timeline.filter((event) => 'label' in event).filter((it) => it.label === label);
}
