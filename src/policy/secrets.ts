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
const EXPECTED = 'the name of an environment variable, e.g. PAGERDUTY_KEY';

/** What is wrong with the name of a secret, if anything. */
function wrongVariable(text: string): string | undefined {
  if (/^\$|\$\{\{|^(?:secrets|env)\./.test(text))
    return `is an expression, which nobody evaluates here; expected ${EXPECTED}`;
  if (isAddress(text)) return leaked('an address');
  if (isLikeSecret(text)) return leaked('a secret');
  if (new RegExp(`^(?:${RUNNERS})`).test(text)) return 'is a variable of the runner; expected one of your own';
  return VARIABLE.test(text) ? undefined : `is not ${EXPECTED}: capitals, digits and _`;
}

const leaked = (what: string): string =>
  `is ${what} itself, by its looks, and whoever reads this file has it: treat it as leaked and replace it, then write ${EXPECTED}, that holds the new one`;

const isAddress = (text: string): boolean => text.includes('://') || /^[\w-]+(?:\.[\w-]+)+\//.test(text);

/** Names are words, with _ between them. Keys and tokens are long and mixed; passwords have signs. */
export function isLikeSecret(text: string): boolean {
  if (/[^\w\s-]/.test(text)) return true;
  const longest = text === text.toUpperCase() ? 20 : 12;
  const runs = text.split(/[^A-Za-z\d]+/).filter((run) => run.length >= longest);
  return runs.some((run) => /\d/.test(run) || (/[a-z][A-Z]/.test(run) && run.length >= 16));
}

/** The message for a value of another type, without the value. */
export const unseen =
  (expected: string) =>
  ({ input }: { readonly input?: unknown }): string => {
    if (input === undefined) return `is missing; expected ${expected}`;
    if (input === null) return `is empty; expected ${expected}`;
    if (typeof input === 'string' && isAddress(input)) return leaked('an address');
    if (typeof input === 'string' && isLikeSecret(input)) return leaked('a secret');
    return `is something else; expected ${expected}`;
  };

/** The name of an environment variable that holds a secret. */
export const variable = taking(
  'name of an environment variable',
  hinted(
    z.string({ error: unseen(EXPECTED) }).check(
      z.refine((value) => wrongVariable(value) === undefined, {
        error: ({ input }) => wrongVariable(String(input)) ?? '',
      }),
    ),
    { pattern: `^(?!${RUNNERS})[A-Z][A-Z0-9_]{0,99}$` },
  ),
);
