/** The commands that there are on maintenances alone: the policy may name who uses them, as of any other. */
export const MAINTENANCE_COMMAND_NAMES = ['confirm', 'start', 'extend', 'done', 'cancel', 'move'] as const;
