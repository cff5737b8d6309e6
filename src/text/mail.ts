/** The key of a line of a mail's head, as mail programs write it above the mail that they quote. */
const HEAD = /^[\s*_>]*(from|sent|to|cc|date|subject|de|envoyé|à|pour|copie à|objet|sujet)[*_]*\s*:/iu;

/** A rule, or a line between dashes, that parts a reply from what it replies to. */
const PARTED =
  /^\s*(?:_{4,}|-{2,}\s*(?:original message|forwarded message|message d['’]origine|message original|message transféré)\s*-{2,})\s*$/iu;

/** How many lines such a beginning may take: long addresses are wrapped. */
const WRAPPED = 3;
const INTRODUCED = /^\s*(?:on|le)\s.{4,400}(?:wrote|a écrit)\s*:\s*$/iu;

/**
 * Where the mail begins that a reply by mail quotes below itself: the place of its first line; the number of lines if there is
 * none. What stands there was said by somebody else, or before.
 */
export function quotedFrom(lines: readonly string[]): number {
  const at = lines.findIndex((line, i) => PARTED.test(line) || isHead(lines, i) || isIntroduced(lines, i));
  return at < 0 ? lines.length : at;
}

/** Two different lines of a head close to each other: one may be anybody's words. */
function isHead(lines: readonly string[], at: number): boolean {
  const first = headOf(lines[at]!);
  if (first === null) return false;
  return lines.slice(at + 1, at + 3).some((line) => ![null, first].includes(headOf(line)));
}

function headOf(line: string): string | null {
  return HEAD.exec(line)?.[1]!.toLowerCase() ?? null;
}

/** `On Monday Alice wrote:`, which may go over several lines. */
function isIntroduced(lines: readonly string[], at: number): boolean {
  if (!/^\s*(?:on|le)\s/iu.test(lines[at]!)) return false;
  for (let count = 1; count <= WRAPPED; count++)
    if (INTRODUCED.test(lines.slice(at, at + count).join(' '))) return true;
  return false;
}
