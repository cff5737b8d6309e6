import * as z from 'zod/mini';
import { hinted, list, map, named, text } from '../../policy/expect.ts';
import { documented, key, required, taking } from '../../policy/keys.ts';
import { variable } from '../../policy/secrets.ts';
import type { ReportProblem } from '../../policy/section.ts';
import { line, reference } from '../../policy/values.ts';
import { either, nearest, notAmong, quote } from '../../policy/wording.ts';
import type { HostedTarget, TargetType } from '../../status-page/hosted/target.ts';

/* Where the status page goes. People will paste a token here: no message repeats a value that may be one. */

/** The page itself, for GitHub Pages or any other host. */
const PAGES = 'pages';

/** Where a status page goes. */
export interface Destinations {
  /** Whether it is served as it was built. */
  readonly pages: boolean;
  /** The hosted pages that it is told to as well. */
  readonly hosted: readonly HostedTarget[];
}

export const TO_PAGES: Destinations = { pages: true, hosted: [] };

/** A value that may be a token by mistake, so it is not repeated. */
const unseenText = (noun: string, example: string, pattern: RegExp) =>
  text(
    noun,
    `e.g. ${example}`,
    (value) => (pattern.test(value) ? undefined : `is not ${noun}; expected e.g. ${example}`),
    pattern.source,
  );

const pageId = taking('text', unseenText('the id of a page', 'kctbh9vrtdwd', /^[A-Za-z0-9_-]{1,64}$/));
const repo = taking(
  '`owner/name`',
  unseenText('a repository', 'acme/status', /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[\w.-]{1,100}$/),
);
const branch = taking('text', unseenText('a branch', 'main', /^(?!.*(?:\.\.|\/\/))\w[\w./-]{0,200}$/));

const aboutPage = { meaning: 'Which page: its id there. For `statuspage` and `instatus`.' };
const components = key(named('components', '{ checkout: 8l4ygp009s5s }', reference('a component'), line('a name')), {
  takes: 'map of names of [`components`](#status-page) to text',
  default: 'none',
  meaning:
    'What components are called there: their ids, and for `cstate` the names of its systems. One that is left out is in the text only.',
});

const EXAMPLE: Readonly<Record<TargetType, string>> = {
  statuspage: 'STATUSPAGE_TOKEN',
  instatus: 'INSTATUS_TOKEN',
  cstate: 'CSTATE_TOKEN',
};

const TITLE: Readonly<Record<TargetType, string>> = {
  statuspage: 'Statuspage',
  instatus: 'Instatus',
  cstate: 'cState',
};

const target = <Type extends TargetType, Own extends z.core.$ZodLooseShape>(type: Type, own: Own) =>
  map('a hosted page', {
    type: documented(hinted(z.literal(type), { description: `${TITLE[type]}.` }), {
      takes: `\`${Object.keys(EXAMPLE).join('`, `')}\``,
      meaning: 'The service.',
    }),
    ...own,
    token: required(
      variable(() => EXAMPLE[type]),
      { meaning: 'Where its token is.' },
    ),
    components,
  });

const KINDS = [
  target('statuspage', { page: required(pageId, aboutPage) }),
  target('instatus', { page: required(pageId, aboutPage) }),
  target('cstate', {
    repo: required(repo, { meaning: 'Which repository holds the site. For `cstate`.' }),
    branch: key(branch, { default: '`main`', meaning: 'Its branch. For `cstate`.' }),
  }),
] as const;

const types = Object.keys(EXAMPLE);

/** The type alone may be shown, if it is a word. */
function wrongType(input: unknown): string {
  const type = (input as { readonly type?: unknown } | null)?.type;
  if (typeof type !== 'string' || !/^[a-z. -]{1,30}$/i.test(type))
    return `${type === undefined ? 'is missing' : 'is something else'}; expected ${either(types)}`;
  const near = nearest(type, types);
  return `${quote(type)} is not a hosted page; ${near === undefined ? `expected ${either(types)}` : `did you mean ${quote(near)}?`}`;
}

const WANTED = `${PAGES}, or a map with type (${either(types)}) and its keys`;
const WRONG = `is something else; expected ${WANTED}`;
const pages = z.string().check(z.refine((value) => value === PAGES, { error: WRONG })) as z.ZodMiniType<typeof PAGES>;
const hostedPage = z.discriminatedUnion('type', KINDS, {
  error: ({ code, input }: { readonly code?: string; readonly input?: unknown }) =>
    code === 'invalid_union' ? wrongType(input) : WRONG,
});
const item = z.union([pages, hostedPage], { error: WRONG });

export const destinations = taking(
  'list of `pages` and [hosted pages](#hosted-pages)',
  list(item, 'a list of destinations', `is empty; expected ${PAGES}, or leave it out`),
);

export type DestinationsFile = z.output<typeof destinations>;

/** The destinations of a page with these components. `file` is what the policy says. */
export function destinationsOf(
  file: DestinationsFile | undefined,
  known: readonly string[],
  report: ReportProblem,
): Destinations {
  if (file === undefined) return TO_PAGES;
  const seen = new Set<string>();
  const hosted = file.flatMap((it, place): readonly HostedTarget[] => {
    if (it === PAGES) return [];
    const path = ['status-page', 'to', place];
    for (const name of Object.keys(it.components ?? {}))
      if (!known.includes(name))
        report([...path, 'components', name], notAmong(name, 'a component of the status page', known), 'key');
    const page = it.type === 'cstate' ? it.repo : it.page;
    const branch = it.type === 'cstate' ? (it.branch ?? 'main') : null;
    // Two of them would each write what the other has not written yet.
    const name = JSON.stringify([it.type, page.toLowerCase(), branch]);
    if (seen.has(name)) report(path, 'is the same page as one above');
    seen.add(name);
    return [{ type: it.type, page, branch, token: it.token, components: it.components ?? {} }];
  });
  return { pages: file.includes(PAGES), hosted };
}
