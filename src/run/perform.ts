import { fetchFor } from '../github/fetch.ts';
import { livePager } from '../notify/live.ts';
import type { Start } from './context.ts';
import { messageOf } from '../model/error.ts';
import { look } from './look.ts';
import { publish } from './publish.ts';
import { newReport } from './report.ts';
import { run } from './run.ts';

/** One run in the runner's process, with its report. */
export async function perform({
  inputs,
  github,
  now,
  elapsed,
  sleep,
}: Omit<Start, 'pager' | 'trigger'>): Promise<void> {
  const pager = livePager(process.env);
  const hosted = { env: process.env, fetchFor };
  await publish(await run({ inputs, github, pager, now, elapsed, sleep, look, hosted }), inputs.out ?? null);
}

/** The report of a run that could read nothing: still a summary and outputs, so that whatever reads them finds what it expects. */
export async function reportFailure(error: unknown): Promise<void> {
  await publish(newReport(false, { failures: [{ issue: null, message: messageOf(error) }] }));
}
