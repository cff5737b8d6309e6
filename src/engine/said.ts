import { abbreviate } from '../text/cut.ts';
import { CUT, type CommandLine } from '../text/markdown.ts';

/* Commands as the record keeps them: `NAME TEXT`, behind an exclamation mark if their author may not use them. */

/** The longest text of a command that the record keeps, in UTF-16 units. */
const KEPT = 200;
/** Of one whose words are for others to read as they are. */
const KEPT_WHOLE = 1_000;

/** Stands for words of a confidential incident that a command could not do without. */
const WITHHELD = '·';

/** A command as the record keeps it. */
export function writeSaid({ name, text, denied, isWhole }: CommandLine & { readonly isWhole?: boolean }): string {
  const said = text ? `${name} ${abbreviate(text, isWhole === true ? KEPT_WHOLE : KEPT)}` : name;
  return denied ? `!${said}` : said;
}

/** The reverse of `writeSaid`. */
export function readSaid(said: string): CommandLine & { readonly denied: boolean } {
  const [, denied = '', name = said, text = ''] = /^(!?)([^ ]+)(?: ([\s\S]*))?/.exec(said) ?? [];
  return { name, text, denied: denied !== '' };
}

/** Whether a command on record may lack words that it had: they were withheld, or cut, which an ellipsis shows. */
export function isBare({ name, text }: CommandLine): boolean {
  return name === '?' || /(?:^| )·$|…$/.test(text) || (name !== CUT && name.endsWith('…'));
}

/**
 * A command as the record of a confidential incident keeps it: what it does, and not what somebody wrote with it. `keptOf` gives
 * what of the text of a command is no more than what it does, null if that is nothing, undefined if there is no such command.
 */
export function withoutText(said: string, keptOf: (line: CommandLine) => string | null | undefined): string {
  const line = readSaid(said);
  const { name, text, denied } = line;
  if (name === CUT) return said;
  const kept = keptOf(line);
  if (kept === undefined) return writeSaid({ name: '?', text: '', denied });
  if (kept === null) return writeSaid({ name, text: text === '' ? '' : WITHHELD, denied });
  const rest = text.trim().length > kept.length ? ` ${WITHHELD}` : '';
  return writeSaid({ name, text: `${kept}${rest}`, denied });
}
