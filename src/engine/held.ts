import type { Instant } from '../calendar/calendar.ts';
import type { EventOf, Issue, TimelineEvent } from '../model/issue.ts';

/** Labels that an incident had when its card was last written, and since when. */
type HeldLabels = Readonly<Record<string, Instant>>;

/** Labels of which an incident has one, or a few that belong together, such as those of the priorities. */
type Kind = readonly string[];

/**
 * An issue with the labels that it has lost: the repository's settings can rename or delete a label, which takes it from the issue and
 * its timeline though nobody has said anything about the incident. They stand since when they did on record, unless there is another
 * of their kind by now.
 */
export function withLostLabels(issue: Issue, held: HeldLabels, kinds: readonly Kind[]): Issue {
  const lost = lostLabels(issue, held, kinds);
  const events = Object.entries(held).flatMap(([label, at]): TimelineEvent[] => {
    const told = changesOf(issue, label);
    const isMissing = told.length > 0 ? told[0]!.at > at : lost.includes(label);
    return isMissing ? [{ kind: 'labeled', label, at, actor: issue.author, own: false }] : [];
  });
  if (events.length === 0) return issue;
  return { ...issue, timeline: [...issue.timeline, ...events].sort((a, b) => a.at - b.at) };
}

/** The labels on record that are gone from an issue without a word, and have no successor on it. */
export function lostLabels(issue: Issue, held: HeldLabels, kinds: readonly Kind[]): readonly string[] {
  return kinds
    .filter((kind) => !kind.some((label) => issue.labels.includes(label)))
    .flatMap((kind) => kind.filter((label) => Object.hasOwn(held, label)))
    .filter((label) => changesOf(issue, label).every(({ kind }) => kind === 'labeled'));
}

/** The labels of these kinds that an issue has, or would have but for the settings of the repository, and since when. */
export function heldLabels(issue: Issue, kinds: readonly Kind[]): HeldLabels {
  const entries = kinds.flat().flatMap((label) => {
    const changes = changesOf(issue, label);
    if (changes.length === 0) return issue.labels.includes(label) ? [[label, issue.openedAt] as const] : [];
    const off = changes.findLastIndex(({ kind }) => kind === 'unlabeled');
    const on = changes[off + 1];
    return on ? [[label, on.at] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** What happened to a label of an issue, in order. */
function changesOf({ timeline }: Issue, label: string): readonly EventOf<'labeled' | 'unlabeled'>[] {
  return timeline
    .filter((event) => event.kind === 'labeled' || event.kind === 'unlabeled')
    .filter((it) => it.label === label);
}
