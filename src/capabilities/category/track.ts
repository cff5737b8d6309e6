import type { Instant } from '../../calendar/calendar.ts';
import { argsOf } from '../../engine/command.ts';
import type { Category } from './policy.ts';
import type { Policy } from '../policy.ts';
import type { Track } from '../track.ts';
import type { Reported } from '../triage/proposal.ts';
import { categoryOf, type FoundCategory } from './category.ts';
import { categoryCommand } from './command.ts';

/** The category of an incident, since when, and who set it. */
interface Categorization extends FoundCategory {
  readonly at: Instant;
  readonly by: string | null;
}

interface State {
  readonly held: Categorization | null;
  /** By the label that carries it, in the order in which they were set. */
  readonly present: ReadonlyMap<string, Categorization>;
}

interface Result {
  readonly current: Category | null;
  /** The same, with its part, since when, and who set it. */
  readonly set: Categorization | null;
  /** Nothing of what it says may be repeated. */
  readonly confidential: boolean;
}

interface Needs {
  readonly triage: Reported;
}

/** Of several labels the one that a person set last counts. Labels older than the timeline count from the opening. */
export const categoryTrack: Track<State, Result, Needs> = {
  start({ issue, policy }) {
    const inTimeline = new Set(issue.timeline.map((event) => ('label' in event ? event.label : null)));
    return issue.labels
      .filter((label) => !inTimeline.has(label))
      .reduce<State>((state, label) => fill(state, policy, { label, at: issue.openedAt, by: null }), {
        held: null,
        present: new Map<string, Categorization>(),
      });
  },
  on(state, event, { policy }) {
    if (event.kind === 'labeled')
      return add(state, policy, { label: event.label, at: event.at, by: event.actor?.login ?? null }, event.own);
    if (event.kind === 'unlabeled') return remove(state, policy, event.label, event.own);
    const found = argsOf(event, categoryCommand);
    if (!found || event.kind !== 'command') return state;
    const same = state.held?.category === found.category;
    const held = same ? { ...state.held, subcategory: found.subcategory } : { ...found, at: event.at, by: event.by };
    return { held, present: new Map() };
  },
  result: ({ held }, { states }) => ({
    current: held?.category ?? null,
    set: held,
    confidential: isConfidential(held, states.triage),
  }),
};

/** What is only reported as confidential is no less so; that it is not can be said by a label. */
export function isConfidential(held: FoundCategory | null, { confidential }: Reported): boolean {
  return held?.category.confidential ?? confidential !== null;
}

/** A label that was put on, when and by whom; null for one that the issue opened with. */
interface Labelled {
  readonly label: string;
  readonly at: Instant;
  readonly by: string | null;
}

/** What we set ourselves only fills a gap, or makes it confidential. */
function add(state: State, policy: Policy, labelled: Labelled, own: boolean): State {
  const { label } = labelled;
  const found = categoryOf(policy, label);
  if (!found) return state;
  if (!own || state.held === null || found.category.confidential) return fill(state, policy, labelled);
  if (state.held.category !== found.category) return state;
  return { ...state, present: new Map([...state.present, [label, state.held]]) };
}

function fill({ held, present }: State, policy: Policy, { label, at, by }: Labelled): State {
  const found = categoryOf(policy, label);
  if (!found) return { held, present };
  const others = [...present].filter(([other]) => other !== label);
  const next = new Map([...others, [label, { ...found, at, by }]]);
  // Nobody takes confidentiality off by adding another label.
  if (held?.category.confidential && !found.category.confidential && next.has(held.category.label))
    return { held, present: next };
  const more = held?.category === found.category;
  // The label of the category beside that of its subcategory says nothing new.
  if (more && (found.subcategory === null || found.subcategory === held.subcategory)) return { held, present: next };
  return { held: more ? { ...held, subcategory: found.subcategory } : { ...found, at, by }, present: next };
}

function remove({ held, present }: State, policy: Policy, label: string, own: boolean): State {
  const found = categoryOf(policy, label);
  if (!found) return { held, present };
  const rest = new Map([...present].filter(([other]) => other !== label));
  if (own || held?.category !== found.category) return { held, present: rest };
  if (!found.subcategory) return { held: [...rest.values()].at(-1) ?? null, present: rest };
  return { held: held.subcategory === found.subcategory ? { ...held, subcategory: null } : held, present: rest };
}
