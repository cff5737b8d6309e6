import type { PostMortemRule } from '../situation.ts';

/**
 * Whoever is to write it is assigned, unless anybody has ever been: once its card is there, or they would be mailed of that too.
 */
export const ownerRule: PostMortemRule = ({ postMortem, words }) => {
  const { issue, origin } = postMortem;
  const isAssigned = issue.timeline.some(({ kind }) => kind === 'assigned' || kind === 'unassigned');
  if (origin.owner === null || isAssigned || issue.state === 'closed') return [];
  return [{ do: 'assign', issue: issue.number, logins: [origin.owner], why: words.why.owner }];
};
