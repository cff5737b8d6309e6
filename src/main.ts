import { getOctokit } from '@actions/github';
import { connect } from './github/adapter.ts';
import { messageOf } from './model/error.ts';
import { readInputs } from './run/inputs.ts';
import { livePager } from './notify/live.ts';
import { publish } from './run/publish.ts';
import { newReport } from './run/report.ts';
import { run } from './run/run.ts';

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

try {
  const inputs = readInputs();
  const { token, owner, repository: name, accounts } = inputs;
  const connection = { octokit: getOctokit(token), owner, name, accounts, sleep };
  const now = Date.now();
  await publish(await run(inputs, connect(connection, now), livePager(process.env), now));
} catch (error) {
  // Nothing could be read: still a summary and outputs, so that whatever reads them finds what it expects.
  await publish(newReport(false, { failures: [{ issue: null, message: messageOf(error) }] }));
}
