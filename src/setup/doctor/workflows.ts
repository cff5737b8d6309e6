import { parse } from 'yaml';

/** A job that runs Tocsin. */
export interface TocsinJob {
  readonly name: string;
  /** The input `command` of its step. */
  readonly command: string;
  /** What its token may do, by name; `all` for those that are not named; null where neither job nor workflow says it. */
  readonly permissions: Readonly<Record<string, string>> | null;
  /** The environment variables that are handed to its step. */
  readonly variables: ReadonlySet<string>;
}

/** A workflow in which a job runs Tocsin. */
export interface TocsinWorkflow {
  readonly path: string;
  /** The events that start it. */
  readonly events: ReadonlySet<string>;
  /** The times of its schedule, as cron expressions. */
  readonly crons: readonly string[];
  readonly jobs: readonly TocsinJob[];
}

type Map = Readonly<Record<string, unknown>>;

/** The workflows among these files that run Tocsin. What cannot be read as one is none: GitHub says so itself. */
export function tocsinWorkflows(
  files: readonly { readonly path: string; readonly text: string }[],
): readonly TocsinWorkflow[] {
  return files.flatMap(({ path, text }) => {
    const workflow = /\.ya?ml$/.test(path) ? mapIn(parsed(text)) : {};
    const jobs = Object.entries(mapIn(workflow['jobs'])).flatMap(([name, job]) => jobOf(name, mapIn(job), workflow));
    return jobs.length === 0 ? [] : [{ path, events: eventsOf(workflow['on']), crons: cronsOf(workflow['on']), jobs }];
  });
}

/** The times of the schedule of a workflow, as cron expressions; none in a text that is no workflow. */
export function cronsIn(text: string): readonly string[] {
  return cronsOf(mapIn(parsed(text))['on']);
}

/** What the token of a job may do with one thing, such as `issues`. Where nothing is said the settings of the repository decide. */
export function accessOf({ permissions }: TocsinJob, thing: string): string {
  return permissions?.[thing] ?? permissions?.['all'] ?? 'none';
}

function jobOf(name: string, job: Map, workflow: Map): readonly TocsinJob[] {
  const step = (Array.isArray(job['steps']) ? job['steps'] : [])
    .map(mapIn)
    .find(({ uses }) => typeof uses === 'string' && /^[\w.-]+\/tocsin(?:\/[^@]*)?@/i.test(uses));
  if (!step) return [];
  const { command } = mapIn(step['with']);
  const variables = [workflow, job, step].flatMap((it) => Object.keys(mapIn(it['env'])));
  const permissions = permissionsIn(job['permissions']) ?? permissionsIn(workflow['permissions']);
  return [{ name, command: commandIn(command), permissions, variables: new Set(variables) }];
}

function permissionsIn(value: unknown): Readonly<Record<string, string>> | null {
  if (value === 'read-all') return { all: 'read' };
  if (value === 'write-all') return { all: 'write' };
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([thing, access]) => [thing, String(access)]));
}

function eventsOf(on: unknown): ReadonlySet<string> {
  if (typeof on === 'string') return new Set([on]);
  return new Set(Array.isArray(on) ? on.map(String) : Object.keys(mapIn(on)));
}

function cronsOf(on: unknown): readonly string[] {
  const { schedule } = mapIn(on);
  return (Array.isArray(schedule) ? schedule : [])
    .map(mapIn)
    .flatMap(({ cron }) => (typeof cron === 'string' ? [cron] : []));
}

function mapIn(value: unknown): Map {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Map) : {};
}

function parsed(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 100 });
  } catch {
    return null;
  }
}

/** The command of a step: of an expression, what it comes to unless somebody chooses otherwise; `run` where none is named. */
function commandIn(command: unknown): string {
  if (typeof command !== 'string') return 'run';
  return command.includes('${{') ? (/'(\w+)'\s*\}\}$/.exec(command)?.[1] ?? 'run') : command;
}
