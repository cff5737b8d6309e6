import { readCommands, type CommandLine } from '../text/markdown.ts';
import type { Command } from './command.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each command knows its own values
type Commands = Readonly<Record<string, Command<any, any, any, any>>>;

/** A command of a comment, and how many lines of it belong to its text besides its own. */
export interface TextLine extends CommandLine {
  readonly more: number;
  /** Whether its text is for others to read as it is. */
  readonly isWhole?: boolean;
}

/**
 * The commands of a comment as they are meant: by their own names, and with the text below them where they take one. What takes none
 * leaves it to the conversation.
 */
export function commandLines(body: string, commands: Commands): readonly TextLine[] {
  return readCommands(body).map(({ below, ...line }) => {
    const { name, text } = spelt(line, commands);
    const command = Object.hasOwn(commands, name) ? commands[name]! : null;
    const isWhole = command?.lines === true ? { isWhole: true } : {};
    if (command === null || !takesBelow(command, text)) return { name, text, more: 0, ...isWhole };
    const joined = [text, ...below].join(command.lines ? '\n' : ' ').trim();
    return { name, text: joined, more: below.length, ...isWhole };
  });
}

/** A command by its own name: `/p0 REASON` is `/priority P0 REASON`. */
function spelt(line: CommandLine, commands: Commands): CommandLine {
  for (const [name, { shorthands = {} }] of Object.entries(commands))
    if (Object.hasOwn(shorthands, line.name)) return { name, text: `${shorthands[line.name]!} ${line.text}`.trim() };
  return line;
}

/** A text goes on below; a reason may stand there if nothing stands beside the command. */
function takesBelow({ usage }: Commands[string], text: string): boolean {
  return /\bTEXT\b/.test(usage) || (text === '' && /\bREASON\b/.test(usage));
}
