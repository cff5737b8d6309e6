import {
  executeSync,
  getOperationAST,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
import { NotImplemented, RequestRefusal } from '../refusal.ts';
import type { Context } from './context.ts';
import { costOf, type Cost } from './cost.ts';
import { resolverOf, typeResolver, type AroundMutation } from './resolve.ts';
import { loadSchema } from './schema.ts';

/** A request that GitHub would carry out: read, checked and priced. */
export interface Call {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The mutations in order: `alias:field`, or the field alone. */
  readonly mutations: readonly string[];
  readonly kind: 'query' | 'mutation';
  readonly cost: Cost;
}

/** A GraphQL answer in GitHub's shape. */
export interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly object[];
}

export interface Body {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
}

/** Reads and checks a request, or says what GitHub would say of a wrong one. */
export function prepare(body: Body): Call | GraphqlAnswer {
  const checked = check(body.query);
  if ('errors' in checked) return checked;
  const { document } = checked;
  const operation = getOperationAST(document, body.operationName);
  if (!operation) return { errors: [{ message: 'An operation name is required' }] };
  const variables = body.variables ?? {};
  try {
    const cost = costOf(loadSchema(), document, operation, variables);
    const kind = operation.operation === OperationTypeNode.MUTATION ? 'mutation' : 'query';
    return { document, operation, variables, mutations: mutationsOf(operation), kind, cost };
  } catch (error) {
    if (!(error instanceof RequestRefusal)) throw error;
    return { errors: [{ type: error.type, message: error.message }] };
  }
}

/** Carries a call out at one go, so that no other request comes between. */
export function carryOutQuery(call: Call, context: Context, aroundMutation: AroundMutation): GraphqlAnswer {
  const result = executeSync({
    schema: loadSchema(),
    document: call.document,
    operationName: call.operation.name?.value,
    variableValues: call.variables,
    contextValue: context,
    rootValue: {},
    fieldResolver: resolverOf(aroundMutation),
    typeResolver,
  });
  for (const { originalError } of result.errors ?? []) {
    if (originalError instanceof NotImplemented) context.world.unimplemented.push(originalError.what);
  }
  return answerOf(result);
}

function answerOf({ data, errors }: ExecutionResult): GraphqlAnswer {
  if (!errors) return { data };
  return { data, errors: errors.map(shape) };
}

/** GitHub puts the type beside the message, not among the extensions. */
function shape(error: GraphQLError): object {
  const { message, path, locations } = error.toJSON();
  const type = error.originalError instanceof RequestRefusal ? { type: error.originalError.type } : {};
  return { ...type, ...(path && { path }), ...(locations && { locations }), message };
}

type Checked = { readonly document: DocumentNode } | { readonly errors: readonly object[] };

/** Checking a long query takes longer than carrying it out, and runs send the same ones again and again. */
const checks = new Map<string, Checked>();

function check(query: string): Checked {
  const known = checks.get(query);
  if (known) return known;
  const fresh = checkAfresh(query);
  checks.set(query, fresh);
  return fresh;
}

function checkAfresh(query: string): Checked {
  try {
    const document = parse(query);
    const errors = validate(loadSchema(), document);
    return errors.length > 0 ? { errors: errors.map(shape) } : { document };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [shape(error)] };
    throw error;
  }
}

function mutationsOf(operation: OperationDefinitionNode): string[] {
  if (operation.operation !== OperationTypeNode.MUTATION) return [];
  return operation.selectionSet.selections.flatMap((one) => {
    if (one.kind !== Kind.FIELD) return [];
    return [one.alias ? `${one.alias.value}:${one.name.value}` : one.name.value];
  });
}
