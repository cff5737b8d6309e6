import * as z from 'zod';
import { KINDS, type KindName } from '../notify/kinds.ts';
import type { NotifierKind, Notifier, Region, Role, SecretKind } from '../notify/message.ts';
import { map, not, oneOf } from './expect.ts';
import { createRegister } from './names.ts';
import { PRIORITIES, type Priority } from '../model/priority.ts';
import type { Report } from './scope.ts';
import { name } from './values.ts';
import { either, hint, quote } from './wording.ts';

/*
 * The section `notifiers`. It names secrets, so people will paste one here: no message of this file repeats a value.
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
function isLikeSecret(text: string): boolean {
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
export const variable = z
  .string({ error: unseen(EXPECTED) })
  .refine((value) => wrongVariable(value) === undefined, { error: ({ input }) => wrongVariable(String(input)) ?? '' })
  .meta({ pattern: `^(?!${RUNNERS})[A-Z][A-Z0-9_]{0,99}$` });

const priorities = z
  .array(oneOf('a priority', PRIORITIES), { error: not('a list of priorities', 'e.g. [P0, P1]') })
  .min(1, { error: 'is empty; expected priorities, or leave it out' });

/** A notifier as the file has it. */
export interface NotifierFile extends Readonly<Partial<Record<Role, string | undefined>>> {
  readonly type: KindName;
  readonly for?: readonly Priority[] | undefined;
  readonly region?: Region | undefined;
}

/** The keys of one kind: those of its secrets, and those that every kind has. */
function keysOf(type: string, kind: NotifierKind) {
  const secrets = (Object.entries(kind.secrets) as [Role, SecretKind][]).map(([role, { required, help }]) => {
    const described = `Name of the environment variable that holds ${help}.`;
    return [role, required ? variable.describe(described) : variable.optional().describe(described)] as const;
  });
  const region = oneOf('a region', ['us', 'eu'])
    .optional()
    .describe('Where the service keeps the data: `us` (if left out) or `eu`.');
  return map('a notifier', {
    type: z.literal(type).describe(`${kind.title}.`),
    ...Object.fromEntries(secrets),
    for: priorities.optional().describe('The priorities that it is for; all of them if left out.'),
    ...(kind.regions.length === 0 ? {} : { region }),
  });
}

const names = Object.keys(KINDS);
const example = `a map with type (${either(names)}) and its keys`;

/** The type alone may be shown, if it is a word. */
function wrongType(input: unknown): string {
  const type = (input as { readonly type?: unknown } | null)?.type;
  if (typeof type === 'string' && /^[\w -]{1,20}$/.test(type) && !isLikeSecret(type))
    return `${quote(type)} is not a kind of notifier; ${hint(type, names)}`;
  return unseen(either(names))({ input: type });
}

const kinds = Object.entries(KINDS).map(([type, kind]) => keysOf(type, kind));
const notifier = z
  .discriminatedUnion('type', kinds as [(typeof kinds)[number]], {
    error: ({ code, input }: { readonly code?: string; readonly input?: unknown }) =>
      code === 'invalid_union' ? wrongType(input) : unseen(example)({ input }),
  })
  .meta({ id: 'notifier', description: 'A way to wake people.' }) as unknown as z.ZodType<NotifierFile>;

/** The fragment of the schema for `notifiers`. */
export const notifiers = z
  .record(name('a notifier', []), notifier, {
    error: unseen('a map of notifiers, e.g. { pager: { type: pagerduty, key: PAGERDUTY_KEY } }'),
  })
  .describe(
    'By name, the ways to wake people. Values are names of environment variables that hold the secrets, never the secrets. A page goes to the first one for its priority; if that fails, to the next.',
  );

/** Resolves the section. The order of the file is the order of falling back. */
export function readNotifiers(section: z.infer<typeof notifiers>, report: Report): readonly Notifier[] {
  const isTaken = createRegister();
  return Object.entries(section).map(([name, file]) => {
    if (isTaken(name)) report(['notifiers', name], `${quote(name)} is the name of an earlier notifier`, 'key');
    const kind: NotifierKind = KINDS[file.type];
    const given = file.for ?? PRIORITIES;
    const roles = (Object.keys(kind.secrets) as Role[]).filter((role) => file[role] !== undefined);
    return {
      name,
      type: file.type,
      secrets: Object.fromEntries(roles.map((role) => [role, file[role]])),
      for: PRIORITIES.filter((priority) => given.includes(priority)),
      region: kind.regions.length === 0 ? null : (file.region ?? 'us'),
    };
  });
}
