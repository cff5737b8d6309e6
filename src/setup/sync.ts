import type { GitHub } from '../github/port.ts';
import type { Policy } from '../capabilities/policy.ts';
import { planLabels, type PlannedLabel } from './labels.ts';
import { SYNC_WORDS } from './words.ts';

interface Syncing {
  /** Whether to write, or only to say what would be written. */
  readonly apply: boolean;
  /** Whether labels that were there before get the colours and descriptions of the policy, too. */
  readonly recolour: boolean;
}

interface Synced {
  /** A line for each label that is written, in the language of the policy. */
  readonly lines: readonly string[];
  /** How many labels look otherwise here than in the policy, and are left alone. */
  readonly unlike: number;
}

/**
 * Creates the labels of a policy that a repository lacks, or only says which. How those look that it has is changed only if asked for;
 * a label is never deleted and never gets another name.
 */
export async function syncLabels(
  github: GitHub,
  policy: Policy,
  incidentLabel: string,
  { apply, recolour }: Syncing,
): Promise<Synced> {
  const plan = planLabels(policy, incidentLabel, await github.labels());
  const wanted = plan.filter(({ before }) => recolour || before === null);
  if (apply && wanted.length > 0) await github.writeLabels(wanted.map(({ change }) => change));
  return {
    lines: wanted.map((planned) => describeChange(policy, planned)),
    unlike: plan.length - wanted.length,
  };
}

/** A change for people, on one line. */
function describeChange({ language }: Pick<Policy, 'language'>, { change, before }: PlannedLabel): string {
  const words = SYNC_WORDS[language];
  const name = shown(change.name);
  if (before === null) return words.create(name, shown(change.description));
  const parts = [
    ...(before.color.toLowerCase() === change.color ? [] : [words.colour(`#${before.color}`, `#${change.color}`)]),
    ...(before.description === change.description
      ? []
      : [words.description(shown(before.description), shown(change.description))]),
  ];
  return words.change(name, parts.join(', '));
}

/** What others wrote, without what a terminal would take for a command. */
function shown(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
