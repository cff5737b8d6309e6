import { Octokit } from '@octokit/rest';
import { connect } from '../../../src/github/adapter.ts';
import type { Pager } from '../../../src/notify/send.ts';
import { createGitHub, type EmbeddedGitHub, type GitHubOptions } from '../../../src/rehearsal/github/embedded.ts';
import { startGitHub } from '../../../src/rehearsal/github/server.ts';
import { QUIET_PAGER } from '../../../src/rehearsal/stage.ts';
import { INPUTS, type Inputs } from '../../../src/run/inputs.ts';
import { messageOf } from '../../../src/model/error.ts';
import { isRed, newReport, type Report } from '../../../src/run/report.ts';
import { run } from '../../../src/run/run.ts';
import { loadGitHubParser } from '../../package/github-parser.ts';
import { exampleWorkflow, text } from '../../package/files.ts';
import { PEOPLE, POLICY } from '../stage.ts';
import { createRunner, type JobEnd, type JobStart, type Runner, type RunnerOptions } from './runner.ts';
import { createSchedule } from './schedule.ts';

/** A repository with the example workflow on an embedded GitHub whose Actions run: what happens takes time. */
export interface Workshop {
  readonly hub: EmbeddedGitHub;
  readonly runner: Runner;
  readonly reports: readonly { readonly job: string; readonly at: number; readonly report: Report }[];
  /** The status pages that were put where they are served. */
  readonly deployed: readonly { readonly at: number; readonly files: ReadonlyMap<string, string> }[];
  /** Lets somebody act at so many milliseconds from the start; events start the workflow. */
  act(at: number, work: () => void): void;
  /** Has the schedule start the workflow at so many milliseconds from the start. */
  tick(at: number): void;
  /** Lets time pass until so many milliseconds from the start. */
  until(at: number): Promise<void>;
}

export interface WorkshopOptions extends GitHubOptions {
  readonly policy?: string;
  readonly workflow?: string;
  readonly pager?: Pager;
  /** What a job does in the place of the run in this process. */
  readonly process?: (hub: EmbeddedGitHub) => RunnerOptions['perform'];
  /** Has the embedded GitHub listen, for other processes. */
  readonly sockets?: boolean;
}

let parser: ReturnType<typeof loadGitHubParser> | null = null;

export async function workshopOf(options: WorkshopOptions = {}): Promise<Workshop> {
  const { policy = POLICY, workflow = text('.github/workflows/tocsin.yml'), pager = QUIET_PAGER } = options;
  const jobs = exampleWorkflow().jobs;
  // Each job's token has the permissions of that job, and no others.
  const tokens = Object.fromEntries(
    Object.entries(jobs).map(([name, { permissions = {} }]) => [
      `token-of-${name}`,
      { login: 'github-actions[bot]', permissions: { ...permissions, metadata: 'read' as const } },
    ]),
  );
  const hub = await (options.sockets ? startGitHub : createGitHub)({
    people: PEOPLE,
    ...options,
    tokens: { 'test-token': tokens['token-of-incidents']!, ...tokens, ...options.tokens },
    files: { '.github/tocsin.yml': policy, '.github/workflows/tocsin.yml': workflow, ...options.files },
  });
  const start = hub.clock.now();
  const schedule = createSchedule(hub.clock);
  const reports: { job: string; at: number; report: Report }[] = [];
  const deployed: { at: number; files: ReadonlyMap<string, string> }[] = [];
  const look = (address: string): Promise<string | null> =>
    Promise.resolve(deployed.at(-1)?.files.get(new URL(address).pathname.slice(1)) ?? null);

  async function perform({ name, event, given, sleep }: JobStart): Promise<JobEnd> {
    const inputs: Inputs = {
      token: `token-of-${name}`,
      policy: INPUTS.policy.default,
      label: INPUTS.label.default,
      command: (given.command ?? 'run') as Inputs['command'],
      dryRun: given['dry-run'] === true,
      accounts: [],
      owner: 'acme',
      repository: 'shop',
      event: event.name,
      payload: event.payload,
      workflow: 'tocsin.yml',
      ref: 'main',
    };
    const octokit = new Octokit({ auth: inputs.token, baseUrl: hub.url, log: QUIET, request: { fetch: hub.fetch } });
    const now = hub.clock.now();
    const github = connect({ octokit, owner: 'acme', name: 'shop', sleep, accounts: [] }, now);
    const elapsed = (): number => hub.clock.now() - now;
    const report = await run({ inputs, github, pager, now, elapsed, sleep, look }).catch((error: unknown) =>
      newReport(false, { failures: [{ issue: null, message: messageOf(error) }] }),
    );
    reports.push({ job: name, at: hub.clock.now() - start, report });
    // The steps behind it put the page where it is served.
    if (report.site?.isChanged) deployed.push({ at: hub.clock.now() - start, files: report.site.files });
    return { ok: !isRed(report), outputs: { watch: String(report.isWatchDue), page: String(report.isPageDue) } };
  }

  parser ??= loadGitHubParser();
  const work = options.process?.(hub) ?? perform;
  const runner = createRunner({ github: await parser, hub, schedule, workflow, perform: work });
  return {
    hub,
    runner,
    reports,
    deployed,
    act: (at, work) => {
      schedule.at(start + at, work);
    },
    tick: (at) => {
      schedule.at(start + at, () => {
        runner.schedule();
      });
    },
    until: (at) => schedule.until(start + at),
  };
}

const QUIET = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
