import { readdir, readFile } from 'node:fs/promises';
import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeNode,
} from 'graphql';
import { schemaText } from '../src/rehearsal/github/graphql/schema-text.ts';

/** Where all that asks GitHub is written. */
const ASKING = new URL('../src/github/', import.meta.url);
/** Where every request begins, and what every document may ask for. */
const ROOTS = ['Query', 'Mutation', 'Node', 'ID', 'String', 'Int', 'Boolean', 'Float'];
const ALWAYS = ['id'];

/**
 * GitHub's published schema without what nothing in the sources asks for: the fields that no text of `src/github` names, the words of
 * documentation, and the types that are out of reach then. The whole is far larger than all the rest of the bundle.
 */
export async function leanSchema(): Promise<string> {
  const named = await namesIn(ASKING);
  const { definitions } = parse(schemaText(), { noLocation: true });
  const types = new Map(definitions.flatMap((it) => lean(it, named)));
  const kept = reachable(types, [...ROOTS, ...named]);
  const text = [...types].flatMap(([name, it]) => (kept.has(name) ? [print(within(it, kept))] : []));
  return stripIgnoredCharacters(text.join('\n'));
}

async function namesIn(folder: URL): Promise<ReadonlySet<string>> {
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')));
  return new Set([...ALWAYS, ...(texts.join(' ').match(/\w+/g) ?? [])]);
}

/** A type with the fields that are named; what is left without any is no type. */
function lean(definition: DefinitionNode, named: ReadonlySet<string>): [string, DefinitionNode][] {
  /** As the parser gives it, without what people read. */
  const bare = <N extends FieldDefinitionNode | InputValueDefinitionNode>(node: N): N => ({
    ...node,
    description: undefined,
    directives: [],
  });
  const isGiven = ({ name, type, defaultValue }: InputValueDefinitionNode): boolean =>
    named.has(name.value) || (type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined);
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const fields = (definition.fields ?? [])
        .filter(({ name }) => named.has(name.value))
        .map((field) => ({ ...bare(field), arguments: field.arguments?.filter(isGiven).map(bare) ?? [] }));
      const { kind, name, interfaces } = definition;
      return fields.length === 0 ? [] : [[name.value, { kind, name, interfaces: interfaces ?? [], fields }]];
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
      const { kind, name, fields = [] } = definition;
      return [[name.value, { kind, name, fields: fields.filter(isGiven).map(bare) }]];
    }
    case Kind.UNION_TYPE_DEFINITION:
      return [[definition.name.value, { kind: definition.kind, name: definition.name, types: definition.types ?? [] }]];
    case Kind.ENUM_TYPE_DEFINITION: {
      const values = definition.values?.map(({ kind, name }) => ({ kind, name })) ?? [];
      return [[definition.name.value, { kind: definition.kind, name: definition.name, values }]];
    }
    case Kind.SCALAR_TYPE_DEFINITION:
      return [[definition.name.value, { kind: definition.kind, name: definition.name }]];
    default:
      return [];
  }
}

/** The names of the types that can be reached from some. */
function reachable(types: ReadonlyMap<string, DefinitionNode>, from: readonly string[]): ReadonlySet<string> {
  const kept = new Set<string>();
  const queue = [...from];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const type = types.get(name);
    if (type === undefined || kept.has(name)) continue;
    kept.add(name);
    queue.push(...neighboursOf(type));
  }
  return kept;
}

function neighboursOf(type: DefinitionNode): readonly string[] {
  if (type.kind === Kind.UNION_TYPE_DEFINITION) return (type.types ?? []).map(({ name }) => name.value);
  if (!('fields' in type)) return [];
  return (type.fields ?? []).flatMap((field) => [
    nameOf(field.type),
    ...('arguments' in field ? (field.arguments ?? []).map((it) => nameOf(it.type)) : []),
  ]);
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

/** A type that speaks of none but these. */
function within(type: DefinitionNode, kept: ReadonlySet<string>): DefinitionNode {
  if (type.kind === Kind.UNION_TYPE_DEFINITION)
    return { ...type, types: (type.types ?? []).filter(({ name }) => kept.has(name.value)) };
  if (type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION)
    return { ...type, interfaces: (type.interfaces ?? []).filter(({ name }) => kept.has(name.value)) };
  return type;
}
