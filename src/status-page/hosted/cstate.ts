import { planForCstate } from './cstate-plan.ts';
import { readFolder, refusalIn, type CstateFolder } from './cstate-read.ts';
import type { HostedKind } from './target.ts';
import type { HostedWanted } from './wanted.ts';

/**
 * cState: a site that Hugo makes of a repository, with a Markdown file for each incident (https://github.com/cstate/cstate/wiki/Usage). Ours are
 * called by the id of their entry, and written with GitHub's `createCommitOnBranch`: all that has changed is one commit, which GitHub takes
 * only if nobody else has committed since. So no request can be handled twice, and a file that is as it should be is not written. cState
 * itself takes the state of a system from the open incidents that name it.
 */
export const cstate: HostedKind<HostedWanted, CstateFolder> = {
  title: 'cState',
  pace: 0,
  apiOf: (env) => (env.GITHUB_GRAPHQL_URL || 'https://api.github.com/graphql').replace(/\/graphql$/, ''),
  headersOf: (token) => ({ Authorization: `Bearer ${token}` }),
  read: readFolder,
  plan: planForCstate,
  refusalIn,
};
