/** How a line looks where the terminal has colours: the same is said without them. */
export type Tone = 'good' | 'odd' | 'bad' | 'aside';

/** Prints a line. */
export type Print = (line: string, tone?: Tone) => void;

/** One option: how it is read, and what `--help` says of it. */
export interface OptionKind {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  /** What stands for its value, such as FILE; options without a value have none. */
  readonly value?: string;
  readonly does: string;
}

/** One command of the terminal. */
export interface Subcommand {
  /** Its name and arguments. */
  readonly usage: string;
  readonly does: string;
  readonly options: Readonly<Record<string, OptionKind>>;
  /** Command lines without the name of the program. */
  readonly examples: readonly string[];
  /** When it exits with 1, as the end of a sentence; null where it never does. */
  readonly fails: string | null;
  /** Prints lines, and gives the exit code. Throws a UsageError for what it cannot make sense of. */
  readonly run: (args: readonly string[], print: Print) => Promise<number>;
}
