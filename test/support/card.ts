/* Facts of a card, found by the names that they stand under. */

/** What a card says under a name in bold, such as `Responder`; undefined where it has none of it. */
export function row(card: string, name: string): string | undefined {
  return new RegExp(`^(?:- )?(?:.* · )?\\*\\*${name}\\*\\*\u00a0?: (.*?)(?= · \\*\\*|$)`, 'm').exec(card)?.[1];
}

/** What a card says of a clock that counts now, after its sign: "✅ 09:15 (within 15 min) · met 09:02, 13 min to spare". */
export function clockRow(card: string, name: string): string | undefined {
  const found = new RegExp(`^- (\\S+) \\*\\*${name}\\*\\* (?!\\()(.*)$`, 'm').exec(card);
  return found === null ? undefined : `${found[1]!} ${found[2]!}`;
}

/** What a row of a card says, such as `Resolved`; undefined if the card has none of that name. Rows of people share a line. */
export function rowOf(card: string, name: string): string | undefined {
  const heading = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?:^|^- | · )\\*\\*${heading}\\*\\*\u00a0?: (.*)$`, 'm').exec(card)?.[1];
}

/** The lines of the clocks on a card, those of former ones last, with plain spaces: `- ⏳ **Resolve** 13:00 (within 4 h)`. */
export function clocksOn(card: string): string[] {
  return card
    .replace(/[\u00a0\u202f]/g, ' ')
    .split('\n')
    .filter((line) => /^- (?:⏳|⏸️|✅|❌|➖) \*\*/u.test(line));
}

/** The lines of one clock on a card: the one that it has now, and those of former ones. */
export function clockOn(card: string, name: string): string[] {
  return clocksOn(card).filter((line) => line.includes(`**${name}**`));
}
