import { assignFirst } from '../../owners.ts';
import type { PostMortemRule } from '../situation.ts';

/** Whoever is to write it is assigned. */
export const ownerRule: PostMortemRule = ({ postMortem: { issue, origin }, words }) =>
  assignFirst(issue, origin.owner, words.why.owner);
