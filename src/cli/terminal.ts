import { createInterface } from 'node:readline';
import type { DialogLine } from '../setup/questions.ts';

/** Whoever answers on standard input, line by line, be it a person or a pipe. */
export interface Dialog {
  readonly line: DialogLine;
  readonly close: () => void;
}

/** Somebody at a terminal left a question without an answer, by Ctrl-C or Ctrl-D: they have not agreed to what is usual. */
export class AbandonedError extends Error {
  override readonly name = 'AbandonedError';
}

/** The exit code of a process that was interrupted. */
export const INTERRUPTED = 130;

/**
 * Opens a dialog. Answers that are there before they are asked for are kept. Once a pipe has ended every answer is null, so that it never
 * makes a command wait; what comes from it is shown beside its question. Whoever leaves a terminal has an AbandonedError thrown.
 */
export function openDialog(input: NodeJS.ReadStream, output: NodeJS.WritableStream): Dialog {
  const terminal = createInterface({ input, output, terminal: input.isTTY });
  const lines = terminal[Symbol.asyncIterator]();
  let [isAsking, isClosed] = [false, false];
  terminal.on('SIGINT', () => {
    terminal.close();
    if (!isAsking) process.exit(INTERRUPTED);
  });
  terminal.on('close', () => {
    isClosed = true;
  });
  return {
    line: async (prompt) => {
      if (input.isTTY) {
        if (isClosed) throw new AbandonedError();
        terminal.setPrompt(prompt);
        terminal.prompt();
      } else output.write(prompt);
      isAsking = true;
      const { value, done = false } = await lines.next();
      isAsking = false;
      if (!input.isTTY || done) output.write(`${value ?? ''}\n`);
      if (input.isTTY && done) throw new AbandonedError();
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
