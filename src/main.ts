import { getOctokit } from '@actions/github';
import { connect } from './github/adapter.ts';
import { fetchFor } from './github/fetch.ts';
import { readAhead } from './run/first-read.ts';
import { readInputs } from './run/inputs.ts';

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

// Whatever the first request does not need is loaded while GitHub answers it: see `scripts/bundle.ts`.
try {
  const inputs = readInputs();
  const { token, owner, repository: name, accounts } = inputs;
  const request = { fetch: await fetchFor(process.env.GITHUB_API_URL || 'https://api.github.com') };
  const connection = { octokit: getOctokit(token, { request }), owner, name, accounts, sleep };
  const now = Date.now();
  const github = await readAhead(connect(connection, now), inputs, now);
  const { perform } = await import('./run/perform.ts');
  // Counted from when this process began.
  await perform({ inputs, github, now, elapsed: () => performance.now(), sleep });
} catch (error) {
  const { reportFailure } = await import('./run/perform.ts');
  await reportFailure(error);
}
