import { getOctokit } from '@actions/github';
import { connect } from './github/adapter.ts';
import { fetchFor } from './github/fetch.ts';
import { readAhead } from './run/first-read.ts';
import { readInputs } from './run/inputs.ts';
import { GATE_PATIENCE, patient } from './run/patience.ts';

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

// Whatever the first request does not need is loaded while GitHub answers it: see `scripts/bundle.ts`.
// A gate that cannot look lets go on; what is wrong with its inputs is no such case.
let isGate = false;
try {
  const inputs = readInputs();
  isGate = inputs.command === 'gate';
  const { token, owner, repository: name, accounts } = inputs;
  const now = Date.now();
  // Counted from when this process began.
  const elapsed = (): number => performance.now();
  const api = process.env.GITHUB_API_URL || 'https://api.github.com';
  const request = {
    fetch: await fetchFor(api, undefined, isGate ? Math.max(0, GATE_PATIENCE - Math.round(elapsed())) : undefined),
  };
  const wait = patient(inputs, sleep, elapsed);
  const connection = { octokit: getOctokit(token, { request }), owner, name, accounts, sleep: wait };
  const github = await readAhead(connect(connection, now), inputs, now);
  if (isGate) {
    // A deployment waits: what else a run may do is not loaded.
    const { performGate } = await import('./run/jobs/gate.ts');
    await performGate({ inputs, github, now });
  } else {
    const { perform } = await import('./run/perform.ts');
    await perform({ inputs, github, now, elapsed, sleep });
  }
} catch (error) {
  if (isGate) {
    const { reportBlind } = await import('./run/jobs/gate.ts');
    await reportBlind(error);
  } else {
    const { reportFailure } = await import('./run/perform.ts');
    await reportFailure(error);
  }
}
