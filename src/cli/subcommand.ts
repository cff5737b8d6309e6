/** One command of the terminal. */
export interface Subcommand {
  /** Its name and arguments. */
  readonly usage: string;
  readonly does: string;
  /** Prints lines, and gives the exit code. Throws a UsageError for what it cannot make sense of. */
  readonly run: (args: readonly string[], print: (line: string) => void) => Promise<number>;
}
