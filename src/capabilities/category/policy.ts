import * as z from 'zod/mini';
import { list, map, not, text } from '../../policy/expect.ts';
import { key, required, taking } from '../../policy/keys.ts';
import { createRegister } from '../../policy/names.ts';
import { section, type Scope } from '../../policy/section.ts';
import type { Path } from '../../policy/tree.ts';
import { flag, labelName, reference } from '../../policy/values.ts';
import { notAmong, quote } from '../../policy/wording.ts';

export interface Category {
  readonly name: string;
  readonly label: string;
  /** Name of a role. */
  readonly owner: string | null;
  readonly runbook: string | null;
  readonly subcategories: readonly Subcategory[];
  /** Its incidents are handled by the owner alone, and nothing of what they say is repeated anywhere. */
  readonly confidential: boolean;
}

export interface Subcategory {
  readonly name: string;
  /** `category/subcategory` unless the policy names another. */
  readonly label: string;
}

const wrongRunbook = (value: string) =>
  value.trim() === '' || /[\s<>()]|^(?!https?:)[a-z][a-z\d+.-]*:/i.test(value)
    ? `${quote(value)} is neither a path in the repository nor a web address; expected e.g. docs/network.md`
    : undefined;

/** A name that stands on one side of the slash in `category/subcategory`. */
const part = (noun: string, without: string) => {
  const wrong = (value: string) => {
    if (value.trim() === '') return `is blank; expected ${noun}`;
    return value.includes('/') ? `${quote(value)} has a slash; expected ${without}` : undefined;
  };
  return taking('text without `/`', text(noun, '', wrong, '^[^/]*$'));
};
const categoryPart = (noun: string) => part(noun, 'a name without one, e.g. { name: dns, subcategories: [resolver] }');
const subcategoryPart = (noun: string) => part(noun, 'its name without that of the category');

const subcategory = z.union(
  [
    subcategoryPart('a subcategory'),
    map('a subcategory', {
      name: required(subcategoryPart('a name'), { meaning: 'What people call it.' }),
      label: key(labelName, { default: '`CATEGORY/NAME`', meaning: 'The label that carries it.' }),
    }),
  ],
  { error: not('a subcategory', 'a name, or a map with name, label', () => true) },
);

const categoryMap = map('a category', {
  name: required(categoryPart('a name'), { meaning: 'What people call it; shown on the card.' }),
  label: key(labelName, { default: 'the name', meaning: 'The label that carries it.' }),
  owner: key(reference('a role'), {
    meaning:
      'The role that looks after it. Shown on the card with its people, who are told when an incident becomes theirs.',
  }),
  runbook: key(text('a path or an address', 'e.g. docs/network.md', wrongRunbook), {
    takes: 'path in the repository, or address',
    meaning: 'What to do. Linked on the card and in escalations.',
  }),
  subcategories: key(list(subcategory, 'a list of subcategories', 'is empty; expected names, or leave it out'), {
    takes: 'list of names, or of maps with `name` and `label`',
    meaning: 'What it divides into.',
  }),
  confidential: key(flag, {
    default: '`false`',
    meaning: 'Whether [only its owner is told](#categories) of its incidents, and nothing of them repeated.',
  }),
});
type CategoryFile = z.output<typeof categoryMap>;

const category = z.union([categoryPart('a category'), categoryMap], {
  error: not(
    'a category',
    'a name, or a map with name, label, owner, runbook, subcategories, confidential',
    () => true,
  ),
});

export const categoriesSection = section({
  key: 'categories',
  schema: key(z.array(category, { error: not('a list of categories', 'e.g. [network, dns]') }), {
    takes: 'list of [categories](#categories)',
    meaning: 'What incidents are about.',
  }),
  resolve: ({ file = [] }, scope): { readonly categories: readonly Category[] } => ({
    categories: readCategories(file, scope),
  }),
});

/** Resolves the categories; names must differ, and owners must be roles. */
function readCategories(
  section: readonly z.output<typeof category>[],
  { namesIn, report, isIntact }: Scope,
): readonly Category[] {
  const isTaken = createRegister();
  const roles = namesIn('roles');
  return section.map((given, at) => {
    const file = typeof given === 'string' ? { name: given } : given;
    const path = ['categories', at];
    if (isTaken(file.name)) report(namePath(given, path), `${quote(file.name)} is the name of an earlier category`);
    const owner = file.owner ?? null;
    if (owner !== null && !roles.includes(owner)) {
      report([...path, 'owner'], notAmong(owner, 'a role', roles, 'no roles are defined'));
    }
    const confidential = file.confidential ?? false;
    if (confidential && owner === null && isIntact([...path, 'owner'])) {
      report([...path, 'confidential'], 'a confidential category needs an owner: nobody else would be told', 'key');
    }
    return {
      name: file.name,
      label: file.label ?? file.name,
      owner,
      runbook: file.runbook ?? null,
      subcategories: readSubcategories(file, [...path, 'subcategories'], report),
      confidential,
    };
  });
}

function readSubcategories(file: CategoryFile, path: Path, report: Scope['report']): readonly Subcategory[] {
  const isTaken = createRegister();
  return (file.subcategories ?? []).map((given, at) => {
    const { name, label } = typeof given === 'string' ? { name: given } : given;
    if (isTaken(name)) {
      report(
        namePath(given, [...path, at]),
        `${quote(name)} is the name of an earlier subcategory of ${quote(file.name)}`,
      );
    }
    return { name, label: label ?? `${file.name}/${name}` };
  });
}

const namePath = (given: unknown, path: Path): Path => (typeof given === 'string' ? path : [...path, 'name']);
