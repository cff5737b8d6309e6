/** The commands that there are on post-mortems alone: the policy may name who uses them, as of any other. */
export const POST_MORTEM_COMMAND_NAMES = ['review', 'approve', 'changes', 'publish', 'waive'] as const;

/** The same of problem tickets. */
export const PROBLEM_COMMAND_NAMES = ['root-cause', 'plan', 'rca'] as const;
