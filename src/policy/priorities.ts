import { dueFrom } from '../calendar/target.ts';
import { FRENCH_NAMES } from './builtin.ts';
import { DAY } from '../calendar/length.ts';
import { checkEscalation } from './escalation.ts';
import { PRIORITIES } from '../model/priority.ts';
import type { Category, PostMortemPolicy, PriorityPolicy } from '../capabilities/policy.ts';
import type { Language } from '../model/language.ts';
import type { Priority } from '../model/priority.ts';
import type { PolicyFile, PostMortemFile, PriorityFile } from './schema.ts';
import type { Scope } from './scope.ts';
import { findCalendar, makeTarget, PROBE, readClocks } from './targets.ts';
import type { Path } from './tree.ts';
import { hint, quote } from './wording.ts';

/** What a post-mortem has unless the policy says otherwise. */
const POST_MORTEM = { draft: '3d', review: '5d', calendar: 'office' } as const;

/** A closed incident is watched a little longer than this (see `run`); a deadline that nobody watches would be a promise only. */
const LATEST = 42 * DAY;

/** The clocks whose targets stand under a key of their own; those of the post-mortem stand together. */
const KEYS = [
  ['acknowledge', 'acknowledge'],
  ['workaround', 'workaround'],
  ['restore', 'restore'],
  ['resolve', 'resolve'],
  ['update', 'update-every'],
  ['no-progress', 'no-progress'],
] as const;

/** Resolves the section; a priority that it leaves out has its label and nothing else. `builtin` says who wrote it. */
export function readPriorities(
  section: NonNullable<PolicyFile['priorities']>,
  categories: readonly Category[],
  scope: Scope,
  builtin: boolean,
  language: Language,
): Readonly<Record<Priority, PriorityPolicy>> {
  const french = builtin && language === 'fr';
  const entries = PRIORITIES.map((id) => {
    const file = { ...section[id], ...(french && { name: FRENCH_NAMES[id] }) };
    return [id, readPriority(id, file, categories, scope, builtin)] as const;
  });
  return Object.fromEntries(entries) as Record<Priority, PriorityPolicy>;
}

function readPriority(
  id: Priority,
  file: PriorityFile,
  categories: readonly Category[],
  scope: Scope,
  builtin: boolean,
): PriorityPolicy {
  const path = ['priorities', id];
  const given = KEYS.map(([clock, key]) => [clock, key, file[key]] as const);
  const clocks = readClocks(given, path, scope, builtin);
  const postMortem = readPostMortem(id, file['post-mortem'], [...path, 'post-mortem'], scope, builtin);
  if (postMortem) {
    clocks['post-mortem'] = postMortem.draft;
    clocks.review = postMortem.review;
  }
  const escalation = file.escalation ?? null;
  // What is built in refers to policies that are always there for it.
  if (escalation !== null && !builtin) checkEscalation(escalation, [...path, 'escalation'], scope);
  return {
    name: file.name ?? id,
    label: file.label ?? id,
    criteria: file.criteria ?? [],
    clocks,
    escalation,
    postMortem,
    needsCategory: readNeed(id, file.category, categories, scope),
  };
}

/** A confidential category is for what must not be seen, so nobody can be asked to choose among such only. */
function readNeed(
  id: Priority,
  given: PriorityFile['category'],
  categories: readonly Category[],
  { report, isIntact }: Scope,
): boolean {
  const choice = categories.some(({ confidential }) => !confidential);
  if (given === 'required' && !choice && isIntact(['categories'])) {
    const why = categories.length === 0 ? 'the policy has no categories' : 'every category is confidential';
    report(['priorities', id, 'category'], `"required" cannot be met: ${why}`);
  }
  return given === undefined ? choice && (id === 'P0' || id === 'P1') : given === 'required';
}

function readPostMortem(
  id: Priority,
  given: PostMortemFile | undefined,
  path: Path,
  scope: Scope,
  builtin: boolean,
): PostMortemPolicy | null {
  if (given === false && id === 'P0') {
    scope.report(
      path,
      'a P0 always gets its post-mortem; expected true, { draft: 3d, review: 5d, calendar: NAME }, or nothing',
    );
  }
  const wanted = given ?? id === 'P0';
  if (wanted === false) return null;
  const file = wanted === true ? {} : wanted;
  const approver = file.approver ?? null;
  if (approver !== null && !scope.names.roles.includes(approver)) {
    scope.report(
      [...path, 'approver'],
      `${quote(approver)} is not a role; ${hint(approver, scope.names.roles, 'no roles are defined')}`,
    );
  }
  const named = file.calendar ?? POST_MORTEM.calendar;
  const calendar = findCalendar(named, [...path, 'calendar'], scope, builtin || file.calendar === undefined);
  if (!calendar) return null;
  const read = (key: 'draft' | 'review') =>
    makeTarget(file[key] ?? POST_MORTEM[key], calendar, undefined, { value: [...path, key], day: path }, scope);
  const [draft, review] = [read('draft'), read('review')];
  for (const [key, target] of Object.entries({ draft, review })) {
    if (target && dueFrom(target, PROBE) - PROBE > LATEST) {
      scope.report(
        file[key as 'draft' | 'review'] === undefined ? path : [...path, key],
        `${quote(target.text)} on ${calendar.name} is more than 6 weeks after the resolution; a closed incident is not watched that long`,
      );
    }
  }
  return draft && review ? { draft, review, approver } : null;
}
