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
export function quotedFrom(given: readonly string[]): number {
  // Some programs write an accent as a sign of its own.
  const lines = given.map((line) => line.normalize('NFC'));
  const at = lines.findIndex((line, i) => PARTED.test(line) || isHead(lines, i) || isIntroduced(lines, i));
  return at < 0 ? lines.length : at;
}

/**
 * The first line of a head: a window of time also goes from something to something, so an address, the time of sending, or three
 * different lines are asked for.
 */
function isHead(lines: readonly string[], at: number): boolean {
  const head = lines.slice(at, at + 5).map((line) => ({ key: headOf(line), line }));
  if (head[0]!.key === null) return false;
  const keys = new Set(head.flatMap(({ key }) => key ?? []));
  const isSent = keys.has('sent') || keys.has('envoyé');
  const isAddressed = head.some(({ key, line }) => key !== null && /\S@\S/.test(line));
  return keys.size >= 3 || (keys.size === 2 && (isSent || isAddressed));
}

function headOf(line: string): string | null {
  return HEAD.exec(line)?.[1]!.toLowerCase() ?? null;
}

/** `On Mon, 2 Nov 2026 Alice wrote:`, which may go over several lines, and tells a date or an address. */
function isIntroduced(lines: readonly string[], at: number): boolean {
  if (!/^\s*(?:on|le)\s/iu.test(lines[at]!)) return false;
  for (let count = 1; count <= WRAPPED; count++) {
    const some = lines.slice(at, at + count);
    if (some.some((line) => line.trim() === '' || line.trim().startsWith('/'))) return false;
    if (INTRODUCED.test(some.join(' '))) return /[\d@]/.test(some.join(' '));
  }
  return false;
}
