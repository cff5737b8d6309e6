/** The levels of support, the first of which takes what comes in. */
export const LEVELS = [1, 2, 3] as const;

export type Level = (typeof LEVELS)[number];
