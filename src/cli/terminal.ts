import { createInterface } from 'node:readline';
import type { Line } from '../setup/questions.ts';

/** Whoever answers on standard input, line by line, be it a person or a pipe. */
export interface Dialog {
  readonly line: Line;
  readonly close: () => void;
}

/** The exit code of a process that was interrupted. */
const INTERRUPTED = 130;

/**
 * Opens a dialog. Answers that are there before they are asked for are kept, and once the input has ended every answer is null; so a
 * pipe that ends never makes a command wait. What comes from a pipe is shown beside its question.
 */
export function openDialog(input: NodeJS.ReadStream, output: NodeJS.WritableStream): Dialog {
  const terminal = createInterface({ input, output, terminal: input.isTTY });
  const lines = terminal[Symbol.asyncIterator]();
  // Who interrupts has not agreed to what is usual.
  terminal.on('SIGINT', () => {
    terminal.close();
    process.exit(INTERRUPTED);
  });
  return {
    line: async (prompt) => {
      if (input.isTTY) {
        terminal.setPrompt(prompt);
        terminal.prompt();
      } else output.write(prompt);
      const { value, done = false } = await lines.next();
      if (!input.isTTY || done) output.write(`${value ?? ''}\n`);
      return value ?? null;
    },
    close: () => {
      terminal.close();
    },
  };
}

/** Whether an answer says yes; an empty one, or none, is what is usual. */
export function isYes(answer: string | null, usual: boolean): boolean {
  const text = answer?.trim() ?? '';
  return text === '' ? usual : /^(?:y|yes|o|oui)$/i.test(text);
}
