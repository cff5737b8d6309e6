import {
  getNamedType,
  isCompositeType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { RequestRefusal } from '../refusal.ts';

const MAX_PAGE = 100;
const MAX_NODES = 500_000;

export interface Cost {
  readonly points: number;
  readonly nodes: number;
}

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  requests: number;
  nodes: number;
}

/**
 * What a call costs by GitHub's documented sum: each connection is requested once for every node that its parents
 * may have, a hundred such requests are a point, and a call costs at least one.
 * @throws {RequestRefusal} when a connection has no page size, or one out of bounds, or too many nodes could be asked for.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Cost {
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, literal(defaultValue, {})] as const] : [],
  );
  const walk: Walk = {
    schema,
    fragments,
    variables: { ...Object.fromEntries(defaults), ...variables },
    requests: 0,
    nodes: 0,
  };
  visit(walk, operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, 1);
  if (walk.nodes > MAX_NODES) {
    throw new RequestRefusal(
      'MAX_NODE_LIMIT_EXCEEDED',
      `This query requests up to ${walk.nodes.toLocaleString('en')} possible nodes which exceeds the maximum limit of 500,000.`,
    );
  }
  return { points: Math.max(1, Math.round(walk.requests / 100)), nodes: walk.nodes };
}

function visit(walk: Walk, set: SelectionSetNode, parent: GraphQLNamedType | undefined, times: number): void {
  for (const selection of set.selections) {
    if (leftOut(walk, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      visitField(walk, selection, parent, times);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const name = selection.typeCondition?.name.value;
      visit(walk, selection.selectionSet, name === undefined ? parent : walk.schema.getType(name), times);
    } else {
      const fragment = walk.fragments.get(selection.name.value);
      if (fragment) visit(walk, fragment.selectionSet, walk.schema.getType(fragment.typeCondition.name.value), times);
    }
  }
}

/** What `@include` and `@skip` leave out costs nothing. */
function leftOut(walk: Walk, { directives = [] }: SelectionNode): boolean {
  return directives.some((directive) => {
    const condition = directive.arguments?.find((one) => one.name.value === 'if');
    const met = condition && literal(condition.value, walk.variables);
    return (directive.name.value === 'include' && met === false) || (directive.name.value === 'skip' && met === true);
  });
}

function visitField(walk: Walk, field: FieldNode, parent: GraphQLNamedType | undefined, times: number): void {
  if (!field.selectionSet || !isCompositeType(parent) || !('getFields' in parent)) return;
  const definition = parent.getFields()[field.name.value];
  if (!definition) return;
  const type = getNamedType(definition.type);
  let inside = times;
  if (type.name.endsWith('Connection') && definition.args.some((arg) => arg.name === 'first')) {
    const size = pageSize(walk, field);
    walk.requests += times;
    walk.nodes += times * size;
    inside = times * size;
  } else if (field.name.value === 'nodes' && parent.name === 'Query') {
    const ids = argument(walk, field, 'ids');
    inside = times * (Array.isArray(ids) ? ids.length : 1);
  }
  visit(walk, field.selectionSet, type, inside);
}

function pageSize(walk: Walk, field: FieldNode): number {
  const name = field.name.value;
  const first = argument(walk, field, 'first') ?? null;
  const last = argument(walk, field, 'last') ?? null;
  if (first !== null && last !== null) {
    throw new RequestRefusal(
      'INVALID_PAGINATION_BOUNDARIES',
      `Passing both \`first\` and \`last\` to paginate the \`${name}\` connection is not supported.`,
    );
  }
  const bound = first === null ? 'last' : 'first';
  const size = first ?? last;
  if (typeof size !== 'number') {
    throw new RequestRefusal(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  }
  if (size < 1) {
    throw new RequestRefusal('ARGUMENT_LIMIT', `\`${bound}\` on the \`${name}\` connection cannot be less than 1.`);
  }
  if (size > MAX_PAGE) {
    throw new RequestRefusal(
      'EXCESSIVE_PAGINATION',
      `Requesting ${size} records on the \`${name}\` connection exceeds the \`${bound}\` limit of ${MAX_PAGE} records.`,
    );
  }
  return size;
}

function argument(walk: Walk, field: FieldNode, name: string): unknown {
  const given = field.arguments?.find((one) => one.name.value === name);
  return given && literal(given.value, walk.variables);
}

function literal(value: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  if (value.kind === Kind.VARIABLE) return variables[value.name.value];
  if (value.kind === Kind.BOOLEAN) return value.value;
  if (value.kind === Kind.INT) return Number(value.value);
  if (value.kind === Kind.LIST) return value.values;
  return null;
}
