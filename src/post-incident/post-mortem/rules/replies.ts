import { repliesTo } from '../../replies.ts';
import { POST_MORTEM_COMMANDS } from '../commands/commands.ts';
import type { PostMortemRule } from '../situation.ts';

/** Answers the commands on a post-mortem. */
export const postMortemRepliesRule: PostMortemRule = ({ postMortem, policy }) =>
  repliesTo(postMortem, { policy, commands: POST_MORTEM_COMMANDS, incident: postMortem.origin.incident });
