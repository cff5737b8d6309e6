/* Lengths of time, in milliseconds. */

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
/** Twenty-four hours; a day of the wall clock may be longer or shorter. */
export const DAY = 24 * HOUR;
