import type { Instant } from '../../calendar/calendar.ts';
import type { Policy } from '../policy.ts';
import type { Category, Subcategory } from './policy.ts';
import { foldText } from '../../text/compare.ts';
import type { Categorization } from '../incident.ts';
import type { Issue } from '../../model/issue.ts';

/** Follows the category of an incident through its labels and commands. */
export interface CategoryTrack {
  readonly current: () => Categorization | null;
  /** A label went on or off; labels that carry no category change nothing. What we set ourselves only fills a gap. */
  readonly label: (label: string, on: boolean, at: Instant, by: string | null, own: boolean) => void;
  readonly set: (category: Category, subcategory: Subcategory | null, at: Instant, by: string | null) => void;
}

type Found = Pick<Categorization, 'category' | 'subcategory'>;

/** The category named as people name it: `dns`, or `dns/resolver`, whatever the capitals and accents. */
export function findCategory({ categories }: Policy, text: string): Found | null {
  const wanted = foldText(text);
  for (const category of categories) {
    if (foldText(category.name) === wanted) return { category, subcategory: null };
    for (const subcategory of category.subcategories)
      if (foldText(`${category.name}/${subcategory.name}`) === wanted) return { category, subcategory };
  }
  return null;
}

/** Of several labels the one that a person set last counts. Labels older than the timeline count from the opening. */
export function trackCategory(issue: Issue, policy: Policy): CategoryTrack {
  const inTimeline = new Set(issue.timeline.map((event) => ('label' in event ? event.label : null)));
  /** In the order in which they were set. */
  const present = new Map<string, Categorization>();
  let held: Categorization | null = null;

  function fill(label: string, at: Instant, by: string | null): void {
    const found = categoryOf(policy, label);
    if (!found) return;
    present.delete(label);
    present.set(label, { ...found, at, by });
    // Nobody takes confidentiality off by adding another label.
    if (held?.category.confidential && !found.category.confidential && present.has(held.category.label)) return;
    const more = held?.category === found.category;
    // The label of the category beside that of its subcategory says nothing new.
    if (more && (found.subcategory === null || found.subcategory === held?.subcategory)) return;
    held = more ? { ...held!, subcategory: found.subcategory } : { ...found, at, by };
  }

  for (const label of issue.labels) if (!inTimeline.has(label)) fill(label, issue.openedAt, null);
  return {
    current: () => held,
    label(label, on, at, by, own) {
      const found = categoryOf(policy, label);
      if (!found) return;
      if (on) {
        if (!own || held === null || found.category.confidential) fill(label, at, by);
        else if (held.category === found.category) present.set(label, held);
        return;
      }
      present.delete(label);
      if (own || held?.category !== found.category) return;
      if (found.subcategory) {
        if (held.subcategory === found.subcategory) held = { ...held, subcategory: null };
      } else held = [...present.values()].at(-1) ?? null;
    },
    set(category, subcategory, at, by) {
      present.clear();
      const same = held?.category === category;
      held = same ? { ...held!, subcategory } : { category, subcategory, at, by };
    },
  };
}

/** The labels that a category is carried by. */
export function categoryLabels({ category, subcategory }: Found): readonly string[] {
  return [category.label, ...(subcategory ? [subcategory.label] : [])];
}

function categoryOf({ categories }: Policy, label: string): Found | null {
  for (const category of categories) {
    if (category.label === label) return { category, subcategory: null };
    const subcategory = category.subcategories.find((it) => it.label === label);
    if (subcategory) return { category, subcategory };
  }
  return null;
}
