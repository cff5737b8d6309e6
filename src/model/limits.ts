/* What GitHub takes at most, and how much of that is used; lengths in UTF-16 units. */

export const MOST_ASSIGNEES = 10;
export const LONGEST_TITLE = 256;
export const LONGEST_LABEL = 50;
/** Of an issue or a comment. */
export const LONGEST_BODY = 65_536;
/** The longest text that is read or written; the rest of a body is room for marks. */
export const LONGEST_TEXT = 60_000;
/** So many former versions of a file are read, the newest first. */
export const MOST_VERSIONS = 20;

/** How long a run may be under way, in milliseconds: what it does itself, GitHub may stamp so much later than its present. */
export const LONGEST_RUN = 15 * 60_000;
