import { parse } from 'yaml';
import type { EmbeddedGitHub } from '../../../src/rehearsal/github/embedded.ts';
import type { WebhookEvent, StoredRun } from '../../../src/rehearsal/github/state.ts';
import { evaluate, type GitHubParser } from '../../package/github-parser.ts';
import type { Job as JobText, Workflow } from '../../package/files.ts';
import type { Schedule } from './schedule.ts';

/** A job that runs: the permissions of its token, and what its step is given. */
export interface JobStart {
  readonly name: string;
  readonly event: WebhookEvent | { readonly name: 'schedule'; readonly payload: Readonly<Record<string, unknown>> };
  /** Of the step that runs Tocsin. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly sleep: (ms: number) => Promise<void>;
}

/** What a job ends with. */
export interface JobEnd {
  readonly ok: boolean;
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** One job of a run, as a story looks at it afterwards. */
export interface JobEntry {
  readonly run: StoredRun;
  readonly name: string;
  result: 'waiting' | 'running' | 'success' | 'failure' | 'cancelled' | 'skipped';
  startedAt: number | null;
  endedAt: number | null;
}

export interface Runner {
  /** Every job that was not skipped, in the order in which it was to begin. */
  readonly jobs: readonly JobEntry[];
  readonly runs: readonly StoredRun[];
  schedule(): void;
  /** Has GitHub lose the next so many events without a trace, as it does in a crowd. */
  lose(events: number): void;
  /** Has a runner be taken away in the middle of a job. */
  kill(job: JobEntry): void;
  /** Minutes of runners, each begun minute of a job counted, as GitHub bills them. */
  minutes(): number;
}

export interface RunnerOptions {
  readonly github: GitHubParser;
  readonly hub: EmbeddedGitHub;
  readonly schedule: Schedule;
  readonly workflow: string;
  readonly perform: (job: JobStart) => Promise<JobEnd>;
  /** How long it takes until an event has a run, and until a job has a runner. In milliseconds. */
  readonly latency?: number;
  readonly boot?: number;
  /** How long a job takes besides what its step sleeps. */
  readonly work?: number;
}

type Context = Readonly<Record<string, unknown>>;

/** Plays GitHub Actions for one workflow: `on`, `if`, `needs`, `concurrency` and outputs, on the clock of the embedded GitHub. */
export function createRunner(options: RunnerOptions): Runner {
  const { github, hub, schedule, perform, latency = 3_000, boot = 12_000, work = 8_000 } = options;
  const workflow = parse(options.workflow) as Workflow & { readonly 'run-name'?: string };
  const jobs: JobEntry[] = [];
  const runs: StoredRun[] = [];
  const groups = new Map<string, { running: boolean; readonly pending: { entry: JobEntry; begin: () => void }[] }>();

  function startsOn({ name, payload }: JobStart['event']): boolean {
    const on = (workflow.on as Readonly<Record<string, { types?: readonly string[] } | null>>)[name];
    if (on === undefined) return false;
    return !on?.types || on.types.includes(String(payload.action));
  }

  function start(event: JobStart['event']): void {
    const declared = (
      workflow.on as unknown as Record<string, { inputs?: Record<string, { type?: string; default?: unknown }> }>
    ).workflow_dispatch?.inputs;
    const told = (event.payload.inputs ?? {}) as Readonly<Record<string, string>>;
    const inputs =
      event.name !== 'workflow_dispatch'
        ? {}
        : Object.fromEntries(
            Object.entries(declared ?? {}).map(([name, { type, default: value }]) => {
              const text = told[name] ?? value;
              return [name, type === 'boolean' ? String(text) === 'true' : text];
            }),
          );
    const origin = { event_name: event.name, event: event.payload };
    const title = evaluate(github, workflow['run-name'] ?? "''", { github: origin, inputs });
    const run = hub.startRun({ title: String(title) || event.name, event: event.name });
    runs.push(run);
    const base: Context = { github: { ...origin, run_id: String(run.id) }, inputs };
    const done = new Map<string, { result: JobEntry['result']; outputs: Readonly<Record<string, unknown>> }>();
    const settle = (): void => {
      for (const [name, job] of Object.entries(workflow.jobs)) {
        if (done.has(name) || jobs.some((it) => it.run === run && it.name === name)) continue;
        const need = job.needs === undefined ? null : (done.get(job.needs) ?? undefined);
        if (need === undefined) continue;
        const contexts = {
          ...base,
          needs: job.needs === undefined ? {} : { [job.needs]: { result: need!.result, outputs: need!.outputs } },
        };
        const isFine = need === null || need.result === 'success';
        if (!isWanted(job, contexts, isFine)) {
          done.set(name, { result: 'skipped', outputs: {} });
          settle();
          return;
        }
        enqueue(name, job, contexts);
      }
      if (done.size === Object.keys(workflow.jobs).length) finish();
    };
    const finish = (): void => {
      const results = [...done.values()].map(({ result }) => result);
      run.status = 'completed';
      run.conclusion = results.includes('failure')
        ? 'failure'
        : results.includes('cancelled')
          ? 'cancelled'
          : results.every((it) => it === 'skipped')
            ? 'skipped'
            : 'success';
      run.updatedAt = hub.clock.now();
    };
    const enqueue = (name: string, job: JobText, contexts: Context): void => {
      const entry: JobEntry = { run, name, result: 'waiting', startedAt: null, endedAt: null };
      jobs.push(entry);
      const group = job.concurrency && String(evaluateText(job.concurrency.group, contexts)).toLowerCase();
      const end = (result: JobEntry['result'], outputs: Readonly<Record<string, unknown>> = {}): void => {
        if (entry.endedAt !== null) return;
        [entry.result, entry.endedAt] = [result, hub.clock.now()];
        done.set(name, { result, outputs });
        if (group !== undefined) release(group);
        settle();
      };
      const begin = (): void => {
        if (run.status !== 'completed') run.status = 'in_progress';
        [entry.result, entry.startedAt] = ['running', hub.clock.now()];
        ends.set(entry, end);
        schedule.start(
          async (sleep) => {
            await sleep(boot);
            const step = job.steps.find(({ uses }) => uses?.startsWith('tocsin/'));
            const given = Object.fromEntries(
              Object.entries(step?.with ?? {}).map(([key, value]) => [key, evaluateText(String(value), contexts)]),
            );
            const { ok, outputs } = await perform({ name, event, given, sleep });
            await sleep(work);
            end(ok ? 'success' : 'failure', outputs);
          },
          () => entry.endedAt !== null,
        );
      };
      if (group === undefined) begin();
      else queue(group, job.concurrency?.queue === 'max', { entry, begin, end });
    };
    settle();
  }

  let lost = 0;
  const ends = new Map<JobEntry, (result: JobEntry['result']) => void>();

  function queue(
    name: string,
    isLong: boolean,
    { entry, begin, end }: { entry: JobEntry; begin: () => void; end: (result: JobEntry['result']) => void },
  ): void {
    const group = groups.get(name) ?? { running: false, pending: [] };
    groups.set(name, group);
    if (!group.running) {
      group.running = true;
      begin();
      return;
    }
    ends.set(entry, end);
    if (!isLong)
      for (const { entry: old } of group.pending.splice(0)) {
        // Evicted: it never held the group.
        groups.set(name, { running: true, pending: group.pending });
        [old.result, old.endedAt] = ['cancelled', hub.clock.now()];
        [old.run.status, old.run.conclusion] = ['completed', 'cancelled'];
      }
    entry.run.status = entry.run.status === 'queued' ? 'pending' : entry.run.status;
    group.pending.push({ entry, begin });
  }

  function release(name: string): void {
    const group = groups.get(name)!;
    const next = group.pending.shift();
    if (next) next.begin();
    else group.running = false;
  }

  function isWanted(job: JobText, contexts: Context, isFine: boolean): boolean {
    const condition = job.if ?? 'success()';
    const implicit = /\b(?:success|failure|always|cancelled)\(\)/.test(condition) ? '' : 'success() && ';
    const inner = condition.trim().replace(/^\$\{\{(.*)\}\}$/s, '$1');
    const status = { success: isFine, failure: !isFine, always: true, cancelled: false };
    const value = evaluate(github, `${implicit}(${inner})`, contexts, status);
    return value !== false && value !== '' && value !== 0 && value !== null;
  }

  function evaluateText(text: string, contexts: Context): unknown {
    return text.includes('${{') ? evaluate(github, text, contexts) : text;
  }

  function pump(): void {
    for (const event of hub.takeEvents())
      if (startsOn(event) && lost-- <= 0)
        schedule.at(hub.clock.now() + latency, () => {
          start(event);
        });
  }

  schedule.afterEach(pump);
  return {
    jobs,
    runs,
    schedule: () => {
      start({ name: 'schedule', payload: { schedule: '4,19,34,49 * * * *' } });
    },
    lose: (events) => {
      lost = events;
    },
    kill: (job) => {
      ends.get(job)?.('cancelled');
    },
    minutes: () =>
      jobs.reduce(
        (sum, { startedAt, endedAt }) =>
          startedAt === null ? sum : sum + Math.ceil(((endedAt ?? hub.clock.now()) - startedAt) / 60_000),
        0,
      ),
  };
}
