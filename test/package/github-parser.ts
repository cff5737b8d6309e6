import { createRequire } from 'node:module';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Actions from '@actions/workflow-parser/actions/action-parser';
import type * as Expressions from '@actions/expressions';
import type * as Workflows from '@actions/workflow-parser';
import { build } from 'esbuild';

/** What GitHub itself reads workflows with. */
export type GitHubParser = Pick<
  typeof Workflows,
  'parseWorkflow' | 'convertWorkflowTemplate' | 'NoOperationTraceWriter'
> &
  Pick<typeof Actions, 'parseAction'> &
  Pick<typeof Expressions, 'Lexer' | 'Parser' | 'Evaluator' | 'data'>;

const ENTRY = `
export { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } from '@actions/workflow-parser';
export { parseAction } from '@actions/workflow-parser/actions/action-parser';
export { Lexer, Parser, Evaluator, data } from '@actions/expressions';`;

/** Loads the parser. Its package imports JSON in a way that Node refuses, so it is bundled first. */
export async function loadGitHubParser(): Promise<GitHubParser> {
  const resolveDir = fileURLToPath(new URL('.', import.meta.url));
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    write: false,
    logLevel: 'error',
  });
  const folder = await mkdtemp(join(tmpdir(), 'tocsin-'));
  try {
    const file = join(folder, 'parser.cjs');
    await writeFile(file, outputFiles[0]!.contents);
    return createRequire(file)(file) as GitHubParser;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What GitHub finds wrong with a workflow. */
export async function workflowErrors(github: GitHubParser, name: string, content: string): Promise<string[]> {
  const { context, value } = github.parseWorkflow({ name, content }, new github.NoOperationTraceWriter());
  if (value) await github.convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map((error) => error.message);
}

/** What GitHub finds wrong with the metadata of an Action. */
export function actionErrors(github: GitHubParser, content: string): string[] {
  const { context } = github.parseAction({ name: 'action.yml', content }, new github.NoOperationTraceWriter());
  return context.errors.getErrors().map((error) => error.message);
}

/** The value of an expression, with or without `${{ }}`. The status functions answer what `status` says. */
export function evaluate(
  github: GitHubParser,
  expression: string,
  contexts: Readonly<Record<string, unknown>>,
  status: Readonly<Record<string, boolean>> = {},
): unknown {
  const { Lexer, Parser, Evaluator, data } = github;
  const functions = Object.entries(status).map(([name, answer]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(answer),
  }));
  const source = /^\$\{\{(.*)\}\}$/s.exec(expression.trim())?.[1] ?? expression;
  const parsed = new Parser(new Lexer(source).lex().tokens, Object.keys(contexts), functions).parse();
  const values = JSON.parse(JSON.stringify(contexts), data.reviver) as InstanceType<typeof data.Dictionary>;
  const result = new Evaluator(parsed, values, new Map(functions.map((it) => [it.name.toLowerCase(), it]))).evaluate();
  return JSON.parse(JSON.stringify(result, data.replacer));
}
