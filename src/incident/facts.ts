import type { FactName } from '../policy/policy.ts';

/** What a report says, by name; a fact that is absent was not given. Foreign text. */
export type Facts = { readonly [K in FactName]?: string };

/** Which fact stands under a heading: headings in every language, as `foldText` writes them. */
export type Headings = ReadonlyMap<string, FactName>;

/** Reads the facts of a report out of its text. */
export function readFacts(body: string, headings: Headings): Facts {
  void body;
  void headings;
  return {};
}
