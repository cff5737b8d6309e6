/* Facts of a card, found by the names that they stand under. */

/** What a card says under a name in bold, such as `Responder`; undefined where it has none of it. */
export function row(card: string, name: string): string | undefined {
  return new RegExp(`^(?:- )?(?:.* · )?\\*\\*${name}\\*\\*\u00a0?: (.*?)(?= · \\*\\*|$)`, 'm').exec(card)?.[1];
}

/** What a card says of a clock that counts now, after its sign: "✅ 09:15 · 15 min · met 09:02, 13 min to spare". */
export function clockRow(card: string, name: string): string | undefined {
  const found = new RegExp(`^- (\\S+) \\*\\*${name}\\*\\* (?!\\()(.*)$`, 'm').exec(card);
  return found === null ? undefined : `${found[1]!} ${found[2]!}`;
}
