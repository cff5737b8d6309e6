import { Octokit } from '@octokit/rest';
import { connect } from '../github/adapter.ts';
import type { Sleep } from '../github/octokit.ts';
import type { GitHub } from '../github/port.ts';
import type { Issue } from '../model/issue.ts';
import type { Start } from '../run/context.ts';
import { INPUTS, type Inputs } from '../run/inputs.ts';
import type { Pager } from '../notify/send.ts';
import { patient } from '../run/patience.ts';
import type { Report } from '../run/report.ts';
import { run } from '../run/run.ts';
import { createGitHub, type EmbeddedGitHub, type GitHubOptions } from './github/embedded.ts';
import { startGitHub } from './github/server.ts';
import { receiver } from './receiver.ts';

/** A repository on the embedded GitHub, with the Action installed: the same `run` that is shipped, on a virtual clock. */
export interface Stage {
  readonly hub: EmbeddedGitHub;
  /** One run for the newest event that nobody has looked at; a newer run replaces a pending older one. None if nothing happened. */
  react(changes?: Partial<Inputs>): Promise<Report | null>;
  /** One scheduled run. */
  sweep(changes?: Partial<Inputs>): Promise<Report>;
  /** Lets time go by, with a scheduled run every so often. In milliseconds. */
  pass(ms: number, every?: number): Promise<void>;
  /** An issue with its timeline, as a run would read it. */
  read(number: number): Promise<Issue>;
  /** Another stage at this point of the story, in this process: what happens on the one is nothing to the other. */
  fork(changes?: Pick<StageOptions, 'onRun' | 'pager'>): Stage;
  close(): Promise<void>;
}

export interface StageOptions extends GitHubOptions {
  /** The text of the policy file; none means the built-in policy. */
  readonly policy?: string | undefined;
  /** Called after every run. */
  readonly onRun?: (report: Report) => void;
  /** What takes the pages of the notifiers; by default every one arrives. */
  readonly pager?: Pager;
  /** What stands at public addresses; nothing if left out. */
  readonly look?: Start['look'];
  /** The way to hosted pages; none is written to if it is left out. */
  readonly hosted?: Start['hosted'];
  /** How far the clock of the machine that runs the Action is ahead of GitHub's, in milliseconds. */
  readonly skew?: number;
  /** Has every request go over a socket, as in earnest, and not within the process. */
  readonly sockets?: boolean;
}

/** How often the example workflow is scheduled, in milliseconds. */
const SCHEDULE = 15 * 60_000;

export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const { policy } = options;
  const files = { ...(policy !== undefined && { [INPUTS.policy.default]: policy }), ...options.files };
  return stageOn(await (options.sockets ? startGitHub : createGitHub)({ ...options, files }), options);
}

function stageOn(hub: EmbeddedGitHub, options: StageOptions): Stage {
  const { onRun, pager = QUIET_PAGER, skew = 0, sockets = false } = options;

  function client({ token, owner, repository: name, accounts }: Inputs, now: number, sleep: Sleep): GitHub {
    const request = sockets ? {} : { fetch: hub.fetch };
    const octokit = new Octokit({ auth: token, baseUrl: hub.url, log: QUIET, request });
    return connect({ octokit, owner, name, accounts, sleep }, now);
  }

  function inputsOf(event: string, payload: unknown, changes: Partial<Inputs> = {}): Inputs {
    return {
      token: 'test-token',
      policy: INPUTS.policy.default,
      label: INPUTS.label.default,
      command: 'run',
      dryRun: false,
      accounts: [],
      owner: options.owner ?? 'acme',
      repository: options.repo ?? 'shop',
      event,
      payload,
      workflow: 'tocsin.yml',
      ref: 'main',
      ...changes,
    };
  }

  async function start(event: string, payload: unknown, changes: Partial<Inputs>): Promise<Report> {
    const inputs = inputsOf(event, payload, changes);
    const now = hub.clock.now() + skew;
    const begun = hub.clock.now();
    // Nothing sleeps, and the clock stands still meanwhile; but the run counts it.
    let slept = 0;
    const sleep = (ms: number): Promise<void> => Promise.resolve(void (slept += ms));
    const elapsed = () => hub.clock.now() - begun + slept;
    const { look, hosted } = options;
    const github = client(inputs, now, patient(inputs, sleep, elapsed));
    const report = await run({
      inputs,
      github,
      pager,
      now,
      elapsed,
      sleep,
      ...(look && { look }),
      ...(hosted && { hosted }),
    });
    onRun?.(report);
    return report;
  }

  const sweep = (changes: Partial<Inputs> = {}): Promise<Report> => {
    if ((changes.event ?? 'schedule') === 'schedule') hub.ranOnSchedule();
    return start('schedule', { schedule: '*/15 * * * *' }, changes);
  };
  return {
    hub,
    async react(changes = {}) {
      const event = hub.takeEvents().at(-1);
      return event ? start(event.name, event.payload, changes) : null;
    },
    sweep,
    async pass(ms, every = SCHEDULE) {
      const end = hub.clock.now() + ms;
      while (hub.clock.now() + every <= end) {
        hub.clock.advance(every);
        await sweep();
      }
      hub.clock.set(end);
    },
    async read(number) {
      const { id } = hub.issue(number);
      const found = await client(inputsOf('schedule', {}), hub.clock.now(), () => Promise.resolve()).readIssue(id);
      if (!found) throw new Error(`#${number} is gone`);
      return found;
    },
    fork: (changes = {}) => stageOn(hub.fork(), { ...options, ...changes, sockets: false }),
    close: () => hub.close(),
  };
}

/** Takes every page. */
export const QUIET_PAGER: Pager = receiver();

const QUIET = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
