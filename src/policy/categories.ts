import { createRegister } from './names.ts';
import type { Category, Subcategory } from '../capabilities/policy.ts';
import type { CategoryFile, PolicyFile } from './schema.ts';
import type { Scope } from './scope.ts';
import type { Path } from './tree.ts';
import { hint, quote } from './wording.ts';

/** Resolves the categories; names must differ, and owners must be roles. */
export function readCategories(
  section: NonNullable<PolicyFile['categories']>,
  { names, report, isIntact }: Scope,
): readonly Category[] {
  const isTaken = createRegister();
  return section.map((given, at) => {
    const file = typeof given === 'string' ? { name: given } : given;
    const path = ['categories', at];
    if (isTaken(file.name)) report(namePath(given, path), `${quote(file.name)} is the name of an earlier category`);
    const owner = file.owner ?? null;
    if (owner !== null && !names.roles.includes(owner)) {
      report([...path, 'owner'], `${quote(owner)} is not a role; ${hint(owner, names.roles, 'no roles are defined')}`);
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
