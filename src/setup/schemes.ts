import { foldText } from '../text/compare.ts';
import { PRIORITIES, type Priority } from '../model/priority.ts';

/** The labels by which a repository tells priorities apart already; of some there may be none. */
export type Scheme = { readonly [P in Priority]?: string };

/** What the levels of a scheme in words are called, the most urgent first. */
const WORDS: readonly RegExp[] = [
  /^(?:critical|blocker|blocking|urgent|highest|critique|bloquante?|urgente?)$/,
  /^(?:high|major|important|haute?|elevee?|majeure?|importante?)$/,
  /^(?:medium|moderate|normal|minor|moyen(?:ne)?|normale?|mineure?)$/,
  /^(?:low|lowest|trivial|basse?|faible|bas)$/,
];

/** What the name of a label of a scheme begins with, and what tells its level. */
const NUMBERED = /^(.*?(?:^|[^a-z])(?:p|prio|priority|priorite|sev|severity|severite|s|incident)?)[ :/_.-]*([0-5])$/;
const WORDED = /^(.*?(?:prio|priority|priorite|sev|severity|severite|impact|urgency|urgence))[ :/_.-]+([a-z]+)$/;

/**
 * The scheme of priorities that the labels of a repository make up, such as `sev1` to `sev4` or `priority: high`; null where there is
 * none of at least two levels, or where it is that of Tocsin. Of several the one with the most levels counts.
 */
export function schemeIn(labels: readonly string[]): Scheme | null {
  const found = new Map<string, Map<number, string>>();
  const add = (family: string, level: number, label: string): void => {
    const levels = found.get(family) ?? new Map<number, string>();
    if (!levels.has(level)) levels.set(level, label);
    found.set(family, levels);
  };
  for (const label of labels) {
    const text = foldText(label);
    const [, prefix, digit] = NUMBERED.exec(text) ?? [];
    if (prefix !== undefined && prefix.trim() !== '') add(`${prefix.trim()}#`, Number(digit), label);
    const [, family, word = ''] = WORDED.exec(text) ?? [];
    const level = WORDS.findIndex((it) => it.test(word));
    if (family !== undefined && level >= 0) add(family, level, label);
  }
  const [best] = [...found].toSorted(([, a], [, b]) => b.size - a.size);
  if (!best || best[1].size < 2) return null;
  const scheme = schemeOf(best[0], best[1]);
  return PRIORITIES.every((it) => scheme[it] === undefined || scheme[it].toLowerCase() === it.toLowerCase())
    ? null
    : scheme;
}

/** Levels in numbers begin with 0 or with 1; those in words are places already. */
function schemeOf(family: string, levels: ReadonlyMap<number, string>): Scheme {
  const first = family.endsWith('#') && !levels.has(0) ? 1 : 0;
  return Object.fromEntries(
    PRIORITIES.flatMap((priority, i) => {
      const label = levels.get(i + first);
      return label === undefined ? [] : [[priority, label] as const];
    }),
  );
}
