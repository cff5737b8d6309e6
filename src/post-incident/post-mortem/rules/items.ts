import { itemIntents } from '../../action-items/opening.ts';
import { hostOf } from '../host.ts';
import type { PostMortemRule } from '../situation.ts';

/** The lines of the action items become issues under the post-mortem. */
export const itemsRule: PostMortemRule = ({ postMortem, ...ground }) => itemIntents(hostOf(postMortem), ground);
