import ts from 'typescript';

/** Which argument of a function of `src/policy/keys.ts` is only for readers, and what it may be instead. */
const FOR_READERS: Readonly<Record<string, readonly [at: number, instead: string]>> = {
  key: [1, '{}'],
  required: [1, '{}'],
  documented: [1, '{}'],
  taking: [0, "''"],
};

const KEYS = /(?:^\.|\/policy)\/keys\.ts$/;

/** `src/policy/keys.ts` where nobody reads what is said of a key. */
export const SILENT_KEYS = `
  import * as z from 'zod/mini';
  export const key = (schema) => z.optional(schema);
  export const required = (schema) => schema;
  export const documented = (schema) => schema;
  export const taking = (_, schema) => schema;
  export const aboutOf = () => ({});
`;

/** A source without what it says of the keys of a policy to editors and in docs/policy.md, which no run shows anybody. */
export function undocumented(text: string): string {
  const tree = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest);
  const names = new Set(tree.statements.flatMap(namesOfKeys));
  const cuts: (readonly [from: number, to: number, instead: string])[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && names.has(node.expression.text)) {
      const [at, instead] = FOR_READERS[node.expression.text]!;
      const argument = node.arguments[at];
      if (argument) cuts.push([argument.getStart(tree), argument.end, instead]);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return cuts
    .sort(([a], [b]) => b - a)
    .reduce((rest, [from, to, instead]) => rest.slice(0, from) + instead + rest.slice(to), text);
}

/** What a source imports of those. */
function namesOfKeys(statement: ts.Statement): string[] {
  if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
  const bindings = statement.importClause?.namedBindings;
  if (!KEYS.test(statement.moduleSpecifier.text) || !bindings || !ts.isNamedImports(bindings)) return [];
  return bindings.elements.map(({ name }) => name.text).filter((name) => name in FOR_READERS);
}
