import * as z from 'zod/mini';
import { hinted } from './expect.ts';
import { taking } from './keys.ts';

/*
 * Names of environment variables that hold secrets. People will paste a secret where its name belongs: no message of this file
 * repeats a value.
 */

/** What GitHub gives a step unasked; the token of the job is among it, and must not be sent to anybody. */
const RUNNERS = 'GITHUB_|ACTIONS_|RUNNER_|INPUT_';
const VARIABLE = /^[A-Z][A-Z0-9_]{0,99}$/;

/** What to write in the place of a value, e.g. `SLACK_WEBHOOK`; it may depend on whose secret the value looks like. */
type Example = (value: string) => string;

const expected = (example: string): string => `the name of an environment variable, e.g. ${example}`;

/** What is wrong with the name of a secret, if anything. */
function wrongVariable(text: string, example: Example): string | undefined {
  const name = expected(example(text));
  if (/^\$|\$\{\{|^(?:secrets|env)\./.test(text))
    return `is an expression, which nobody evaluates here; expected ${name}`;
  if (isAddress(text)) return leaked('an address', name);
  if (isLikeSecret(text)) return leaked('a secret', name);
  if (new RegExp(`^(?:${RUNNERS})`).test(text)) return 'is a variable of the runner; expected one of your own';
  return VARIABLE.test(text) ? undefined : `is not ${name}: capitals, digits and _`;
}

const leaked = (what: string, name: string): string =>
  `is ${what} itself, by its looks, and whoever reads this file has it: treat it as leaked and replace it, then write ${name}, that holds the new one`;

const isAddress = (text: string): boolean => text.includes('://') || /^[\w-]+(?:\.[\w-]+)+\//.test(text);

/** Names are words, with _ between them. Keys and tokens are long and mixed; passwords have signs. */
export function isLikeSecret(text: string): boolean {
  if (/[^\w\s-]/.test(text)) return true;
  const longest = text === text.toUpperCase() ? 20 : 12;
  const runs = text.split(/[^A-Za-z\d]+/).filter((run) => run.length >= longest);
  return runs.some((run) => /\d/.test(run) || (/[a-z][A-Z]/.test(run) && run.length >= 16));
}

/** The message for a value of another type, without the value. `example` is a variable such as is meant. */
export const unseen =
  (wanted: string, example: Example) =>
  ({ input }: { readonly input?: unknown }): string => {
    if (input === undefined) return `is missing; expected ${wanted}`;
    if (input === null) return `is empty; expected ${wanted}`;
    if (typeof input === 'string' && isAddress(input)) return leaked('an address', expected(example(input)));
    if (typeof input === 'string' && isLikeSecret(input)) return leaked('a secret', expected(example(input)));
    return `is something else; expected ${wanted}`;
  };

/** The name of an environment variable that holds a secret. */
export const variable = (example: Example) =>
  taking(
    'name of an environment variable',
    hinted(
      z.string({ error: unseen(expected(example('')), example) }).check(
        z.refine((value) => wrongVariable(value, example) === undefined, {
          error: ({ input }) => wrongVariable(String(input), example) ?? '',
        }),
      ),
      { pattern: `^(?!${RUNNERS})[A-Z][A-Z0-9_]{0,99}$` },
    ),
  );
