import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The text of a file of the repository. */
export function text(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

export function exists(path: string): boolean {
  return existsSync(new URL(`../../${path}`, import.meta.url));
}

export interface Job {
  readonly needs?: string;
  readonly if?: string;
  readonly concurrency?: { readonly group: string; readonly queue?: string; readonly 'cancel-in-progress'?: boolean };
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }[];
}

export interface Workflow {
  readonly on: Readonly<Record<string, { readonly types: readonly string[] }>> & {
    readonly issues: { readonly types: readonly string[] };
    readonly issue_comment: { readonly types: readonly string[] };
    readonly schedule: readonly { readonly cron: string }[];
  };
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** The workflow that users copy. */
export function exampleWorkflow(): Workflow {
  return parse(text('.github/workflows/tocsin.yml')) as Workflow;
}

export interface ActionFile {
  readonly name: string;
  readonly description: string;
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

export function actionFile(): ActionFile {
  return parse(text('action.yml')) as ActionFile;
}
