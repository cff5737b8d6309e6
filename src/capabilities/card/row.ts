import type { Situation } from '../situation.ts';

/** The rows that one room adds to the head of the card: name and value, in Markdown. Moments, and never what is left of a time. */
export type CardRow = (situation: Situation) => readonly (readonly [string, string])[];

/** What one room says comes next, a sentence; null for nothing. */
export type CardNext = (situation: Situation) => string | null;
