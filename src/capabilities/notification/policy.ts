import * as z from 'zod/mini';
import { PRIORITIES, type Priority } from '../../model/priority.ts';
import { KINDS, notifierKind, type KindName } from '../../notify/kinds.ts';
import type { NotifierKind, Notifier, Region } from '../../notify/message.ts';
import { hinted, list, map, not, oneOf } from '../../policy/expect.ts';
import { documented, key } from '../../policy/keys.ts';
import { createRegister } from '../../policy/names.ts';
import { isLikeSecret, unseen, variable } from '../../policy/secrets.ts';
import { section, type ReportProblem } from '../../policy/section.ts';
import { flag, name, reference } from '../../policy/values.ts';
import { either, nearest, notAmong, quote } from '../../policy/wording.ts';

/* People will paste a secret here: no message of this file repeats a value. */

const names = Object.keys(KINDS);

/* What the documentation says of keys that mean something else to each kind. */
const aboutType = { takes: names.map((name) => `\`${name}\``).join(', '), meaning: 'What it is.' };
const aboutSecrets = {
  takes: 'name of an environment variable',
  default: 'see [notifiers.md](notifiers.md)',
  meaning: 'Where the secret is.',
};
const aboutPriorities = { takes: 'list of priorities', default: 'all', meaning: 'The priorities that it is for.' };
const aboutAlso = {
  default: '`false`',
  meaning: 'Whether it gets a copy of every page, whoever else takes it.',
};
const aboutAnswers = {
  default: '`false`',
  meaning: 'Whether is asked [who has answered](notifiers.md#answers) there.',
};
const aboutTrust = {
  default: '`false`',
  meaning: 'Whether an answer there acknowledges as well if `people` does not say whose it is.',
};
const regional = Object.entries<NotifierKind>(KINDS).flatMap(([type, { regions }]) =>
  regions.length > 0 ? [`\`${type}\``] : [],
);
const aboutRegion = {
  takes: `\`us\` or \`eu\`; for ${regional.join(' and ')} only`,
  default: '`us`',
  meaning: 'Where the service keeps the data.',
};

const priorities = z
  .array(oneOf('a priority', PRIORITIES), { error: not('a list of priorities', 'e.g. [P0, P1]') })
  .check(z.minLength(1, { error: 'is empty; expected priorities, or leave it out' }));

/** A notifier as the file has it; further keys are those of its secrets. */
interface NotifierFile {
  readonly type: KindName;
  readonly for?: readonly Priority[] | undefined;
  readonly also?: boolean | undefined;
  readonly answers?: boolean | string | undefined;
  readonly trust?: boolean | undefined;
  readonly region?: Region | undefined;
}

/** A variable such as a notifier needs in the place of a value: by whose secret the value looks like, else as `unless` says. */
const exampleFor =
  (unless: string) =>
  (value: string): string => {
    const kind = Object.values<NotifierKind>(KINDS).find(({ looks }) => looks?.test(value.trim()));
    return Object.values(kind?.secrets ?? {})[0]?.example ?? unless;
  };

/** The keys of one kind: those of its secrets, and those that every kind has. */
function keysOf(type: string, kind: NotifierKind) {
  const secrets = Object.entries(kind.secrets).map(([role, { required, holds, example }]) => {
    const name = variable(exampleFor(example));
    const secret = hinted(name, { description: `Name of the environment variable that holds ${holds.en}.` });
    return [role, documented(required ? secret : z.optional(secret), aboutSecrets)] as const;
  });
  return map('a notifier', {
    type: documented(hinted(z.literal(type), { description: `${kind.title}.` }), aboutType),
    ...Object.fromEntries(secrets),
    for: key(priorities, aboutPriorities),
    also: key(flag, aboutAlso),
    ...(kind.answers === 'flag' && { answers: key(flag, aboutAnswers) }),
    ...(kind.answers && { trust: key(flag, aboutTrust) }),
    ...(kind.regions.length === 0 ? {} : { region: key(oneOf('a region', ['us', 'eu']), aboutRegion) }),
  });
}

const EXAMPLE = 'PAGERDUTY_KEY';
const example = `a map with type (${either(names)}) and its keys`;

/** The type alone may be shown, if it is a word. */
function wrongType(input: unknown): string {
  const type = (input as { readonly type?: unknown } | null)?.type;
  if (typeof type !== 'string' || !/^[\w. -]{1,30}$/.test(type) || isLikeSecret(type.replaceAll('.', '')))
    return unseen(either(names), exampleFor(EXAMPLE))({ input: type });
  const near = nearest(type, names);
  const guess = near === undefined ? '.' : `; did you mean ${quote(near)}?`;
  return `${quote(type)} is not a kind of notifier${guess} There are ${names.join(', ')}. For any other service use webhook, which sends signed JSON`;
}

const kinds = Object.entries(KINDS).map(([type, kind]) => keysOf(type, kind));
const notifier = hinted(
  z.discriminatedUnion('type', kinds as [(typeof kinds)[number]], {
    error: ({ code, input }: { readonly code?: string; readonly input?: unknown }) =>
      code === 'invalid_union' ? wrongType(input) : unseen(example, exampleFor(EXAMPLE))({ input }),
  }),
  { id: 'notifier', description: 'A way to wake people.' },
) as unknown as z.ZodMiniType<NotifierFile>;

/** Notifiers by name. */
export const notifiersFile = z.record(name('a notifier', []), notifier, {
  error: unseen(`a map of notifiers, e.g. { pager: { type: pagerduty, key: ${EXAMPLE} } }`, exampleFor(EXAMPLE)),
});

interface Notifiers {
  /** Those that wake people. */
  readonly notifiers: readonly Notifier[];
  /** Those that only say what customers are told: nothing else ever goes through them. */
  readonly publicNotifiers: readonly Notifier[];
}

/** Which notifiers are for the public; the section of the notifiers looks whether there are such. */
export const informPublicSection = section({
  key: 'inform-public',
  schema: key(
    list(reference('a notifier'), 'a list of notifiers', 'is empty; expected names of notifiers, or leave it out'),
    {
      takes: 'list of names of [notifiers](#notifiers)',
      default: 'none',
      meaning:
        'Where every [public update](status-page.md) goes as well: a chat for customers, a mailing list, a webhook. Nothing else ever goes through these.',
    },
  ),
  resolve: () => ({}),
});

export const notifiersSection = section({
  key: 'notifiers',
  schema: key(notifiersFile, {
    takes: 'map of names to [notifiers](#notifiers)',
    meaning:
      'By name, the ways to wake people. Values are names of environment variables that hold the secrets, never the secrets. A page goes to the first one for its priority; if that fails, to the next.',
  }),
  resolve: ({ file = {} }, { report, given }): Notifiers => {
    const all = readNotifiers(file, report);
    const isOutside = (name: string): boolean => outside.includes(name);
    const outside = given(informPublicSection).file ?? [];
    outside.forEach((name, at) => {
      const named = all.find((it) => it.name === name);
      const path = ['inform-public', at];
      if (!named) report(path, notAmong(name, 'a notifier', Object.keys(file), 'there are no notifiers'));
      else if (!notifierKind(named).actions.includes('announce'))
        report(path, `${quote(name)} wakes people, and announces nothing; expected a chat, mail, ntfy or a webhook`);
    });
    return {
      notifiers: all.filter(({ name }) => !isOutside(name)),
      publicNotifiers: all.filter(({ name }) => isOutside(name)),
    };
  },
});

/** Reports a bot that two notifiers would ask: what one of them is told, the other never hears. */
function checkBots(notifiers: readonly Notifier[], report: ReportProblem): void {
  const bots = new Map<string, string>();
  for (const { name, type, answers, secrets } of notifiers) {
    if (type !== 'telegram' || !answers) continue;
    const other = bots.get(secrets.token ?? '');
    if (other !== undefined)
      report(['notifiers', name, 'answers'], `its bot is asked for ${quote(other)} already; expected a bot of its own`);
    bots.set(secrets.token ?? '', name);
  }
}

/** The order of the file is the order of falling back. */
export function readNotifiers(
  section: Readonly<Record<string, NotifierFile>>,
  report: ReportProblem,
): readonly Notifier[] {
  const isTaken = createRegister();
  const notifiers = Object.entries(section).map(([name, file]): Notifier => {
    if (isTaken(name)) report(['notifiers', name], `${quote(name)} is the name of an earlier notifier`, 'key');
    const kind: NotifierKind = KINDS[file.type];
    const given = file.for ?? PRIORITIES;
    const values = new Map<string, unknown>(Object.entries(file));
    const secrets = Object.keys(kind.secrets).flatMap((role) => {
      const value = values.get(role);
      return typeof value === 'string' ? [[role, value] as const] : [];
    });
    const answers = file.answers !== undefined && file.answers !== false;
    if (file.trust === true && !answers)
      report(
        ['notifiers', name, 'trust'],
        'has nothing to trust: nobody is asked what was answered there, see answers',
        'key',
      );
    return {
      name,
      type: file.type,
      secrets: Object.fromEntries(secrets),
      for: PRIORITIES.filter((priority) => given.includes(priority)),
      ...(file.also === true && { also: true }),
      ...(answers && { answers }),
      ...(file.trust === true && { trust: true }),
      region: kind.regions.length === 0 ? null : (file.region ?? 'us'),
    };
  });
  checkBots(notifiers, report);
  return notifiers;
}
