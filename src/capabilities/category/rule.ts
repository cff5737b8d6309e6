import { readKey, type Key } from '../../engine/keys.ts';
import { noticeKey } from '../notification/keys.ts';
import type { Instant } from '../../calendar/calendar.ts';
import { isSameStart } from '../../engine/cycles.ts';
import { AT_OPENING } from '../../engine/timeline.ts';
import { categoryLabels } from './category.ts';
import { isAboutToBeSorted } from '../triage/pending.ts';
import { inline } from '../../text/foreign.ts';
import { butFor } from '../people/acted.ts';
import { audience, responders } from '../people/audience.ts';
import { isHeld, type Intent, type Rule, type Situation } from '../situation.ts';

/**
 * Labels follow the category; where the policy demands one, P0 and P1 unless it says otherwise (seed document B), it is asked for;
 * the group that owns it is told when an incident becomes theirs.
 */
export const categoryRule: Rule = (situation) => [...follow(situation), ...ask(situation), ...tellOwner(situation)];

function follow({ incident, policy, words }: Situation): Intent[] {
  const {
    issue,
    category: { set: categorization },
  } = incident;
  if (!categorization) return [];
  const right = categoryLabels(categorization);
  const all = policy.categories.flatMap(({ label, subcategories }) => [label, ...subcategories.map((it) => it.label)]);
  const wrong = all.filter((label) => issue.labels.includes(label) && !right.includes(label));
  const absent = right.filter((label) => !issue.labels.includes(label));
  const why = words.category.follows;
  return [
    ...(absent.length > 0 ? [{ do: 'add-labels', issue: issue.number, labels: absent, why } as const] : []),
    ...(wrong.length > 0 ? [{ do: 'remove-labels', issue: issue.number, labels: wrong, why } as const] : []),
  ];
}

function ask(situation: Situation): Intent[] {
  const { incident, policy, words } = situation;
  const {
    priority: { current: priority },
    triage: { proposal },
  } = incident;
  const isOpen = !incident.resolution.resolved && !incident.resolution.ended && !isHeld(situation);
  if (!policy.priorities[priority].needsCategory || incident.category.set || incident.category.confidential || !isOpen)
    return [];
  // What is about to be set needs no asking.
  if (isAboutToBeSorted(incident, policy)) return [];
  const names = policy.categories.flatMap(({ name, subcategories }) => [
    name,
    ...subcategories.map((it) => `${name}/${it.name}`),
  ]);
  if (names.length === 0) return [];
  const proposed = proposal.category;
  const example = proposed?.category.name ?? names[0]!;
  const others = names.filter((name) => name !== example);
  const to =
    incident.assignment.assignees.length > 0 ? audience(situation, ['assignee']).people : responders(situation);
  return [
    {
      do: 'tell',
      keys: [noticeKey('category')],
      to,
      ask: words.category.ask(spelled(example)),
      lines: [
        ...(proposed ? [words.receipt.proposedCategory(inline(proposed.category.name))] : []),
        ...(others.length > 0 ? [words.category.list(listed(others).join(words.andThen))] : []),
      ],
      why: words.category.why(priority),
    },
  ];
}

/** The most categories that are named at once: a longer list is read by nobody on a phone. */
const MOST_NAMED = 8;

function listed(names: readonly string[]): readonly string[] {
  const shown = names.slice(0, MOST_NAMED).map((name) => inline(name));
  return names.length > MOST_NAMED ? [...shown, '…'] : shown;
}

/** A name of the policy as it may stand in code. */
function spelled(name: string): string {
  return name.replaceAll('`', '').slice(0, 60);
}

function tellOwner(situation: Situation): Intent[] {
  const { incident, words } = situation;
  const {
    category: { set: categorization },
  } = incident;
  const owner = categorization?.category.owner ?? null;
  if (
    !categorization ||
    owner === null ||
    incident.resolution.resolved ||
    incident.resolution.ended ||
    isHeld(situation)
  )
    return [];
  const to = butFor(categorization.by, audience(situation, [owner]).people);
  if (to.length === 0) return [];
  return [
    {
      do: 'tell',
      keys: [ownerKey(situation, categorization.at)],
      to,
      ask: words.category.owner(inline(categorization.category.name)),
      lines: [words.category.ownerLine(inline(owner))],
      why: words.category.ownerWhy,
      // Nobody else will hear of it; but a form that a stranger fills in may set a label, and wakes nobody.
      page:
        categorization.category.confidential && (incident.triage.trusted || !cameWithIt(situation, categorization.at)),
    },
  ];
}

/** Whether a category was set as the issue was opened, in the name of whoever opened it. */
function cameWithIt({ incident }: Situation, at: Instant): boolean {
  return at - incident.issue.openedAt <= AT_OPENING;
}

/** A label that we set ourselves bears another time once GitHub has told it; whoever was told then has been told. */
function ownerKey({ incident }: Situation, at: Instant): Key {
  const told = Object.keys(incident.record.done).flatMap((key) => {
    const parts = readKey(key);
    return parts?.kind === 'notice' && parts.name === 'owner' ? (parts.since ?? []) : [];
  });
  return noticeKey('owner', told.find((since) => isSameStart(since, at)) ?? at);
}
