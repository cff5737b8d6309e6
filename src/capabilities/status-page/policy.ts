import * as z from 'zod/mini';
import type { Language } from '../../model/language.ts';
import { PRIORITIES, type Priority } from '../../model/priority.ts';
import { map, named, not, oneOf } from '../../policy/expect.ts';
import { key, required, taking } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { line, reference, zone } from '../../policy/values.ts';
import { notAmong } from '../../policy/wording.ts';
import { PUBLIC_STAGES, type Harm, type PublicStage, type PublicText } from '../../status-page/page.ts';
import { categoriesSection } from '../category/policy.ts';
import { servicesSection } from '../impact/policy.ts';
import { languageSection, timezoneSection } from '../reader/policy.ts';
import { destinations, destinationsOf, type Destinations } from './targets.ts';
import { pageAddress, publicLine, publicMarkdown, textOf, type TextFile } from './values.ts';

/** When an incident of a priority comes onto the page. */
const ENTRIES = ['at-once', 'on-command', 'never'] as const;
type Entry = (typeof ENTRIES)[number];

const HARMS = ['major_outage', 'partial_outage', 'degraded_performance'] as const satisfies readonly Harm[];

/** What customers read where nobody has written anything; of each stage, null for ours. */
type Templates = Readonly<Record<PublicStage, PublicText | null>>;

/** Something that customers use: a service of the policy, or a category. */
export interface ComponentPolicy {
  /** The name of the service or of the category. */
  readonly key: string;
  readonly name: PublicText;
  readonly description: PublicText | null;
  readonly group: PublicText | null;
  readonly templates: Templates;
}

export interface StatusPagePolicy {
  readonly title: PublicText;
  /** Without a slash at its end. */
  readonly url: string;
  /** The first is that of the front page. */
  readonly languages: readonly Language[];
  /** IANA name of the zone in which its times are written. */
  readonly zone: string;
  readonly components: readonly ComponentPolicy[];
  /** The name of the category of the repository's Discussions in which each incident is told; null for none. */
  readonly discussions: string | null;
  readonly entry: Readonly<Record<Priority, Entry>>;
  readonly impact: Readonly<Record<Priority, Harm>>;
  readonly templates: Templates;
  readonly to: Destinations;
}

const NONE: Templates = { investigating: null, identified: null, monitoring: null, resolved: null, postmortem: null };
const ENTRY: StatusPagePolicy['entry'] = { P0: 'at-once', P1: 'at-once', P2: 'on-command', P3: 'on-command' };
export const IMPACT_BY_PRIORITY: StatusPagePolicy['impact'] = {
  P0: 'major_outage',
  P1: 'partial_outage',
  P2: 'degraded_performance',
  P3: 'degraded_performance',
};

const stages = map(
  'a map of stages',
  Object.fromEntries(
    PUBLIC_STAGES.map((stage) => [
      stage,
      key(publicMarkdown, {
        default: 'ours',
        meaning: `What customers read when an incident is at \`${stage}\`. \`{services}\` stands for what it concerns.`,
      }),
    ]),
  ) as Record<PublicStage, ReturnType<typeof key<typeof publicMarkdown>>>,
);

const languages = taking(
  'list of `en`, `fr`',
  z
    .array(oneOf('a language', ['en', 'fr']), { error: not('a list of languages', 'e.g. [en, fr]') })
    .check(z.minLength(1, { error: 'is empty; expected languages, or leave it out' })),
);

const componentMap = map('a component', {
  name: key(publicLine, { default: 'the name of the service or category', meaning: 'What customers call it.' }),
  group: key(publicLine, { default: 'none', meaning: 'The group that it is shown in.' }),
  description: key(publicLine, { meaning: 'What it is for, in a line.' }),
  templates: key(stages, {
    takes: 'map of stages to texts',
    default: '`status-page.templates`',
    meaning: 'What customers read of incidents that concern this component only.',
  }),
});

const component = z.union([line('a name'), componentMap], {
  error: not('a component', 'a name for customers, or a map with name, group, description, templates', () => true),
});

const byPriority = <S extends z.ZodMiniType>(
  value: S,
  meaning: (id: Priority) => string,
  unless: Record<Priority, string>,
) =>
  Object.fromEntries(
    PRIORITIES.map((id) => [id, key(value, { default: `\`${unless[id]}\``, meaning: meaning(id) })]),
  ) as Record<Priority, ReturnType<typeof key<S>>>;

const pageMap = map('a status page', {
  title: required(publicLine, { meaning: 'What stands at its head.' }),
  url: required(pageAddress, { meaning: 'Where it is served.' }),
  languages: key(languages, {
    default: 'that of the policy',
    meaning: 'The languages that it is written in; the first is that of its front page.',
  }),
  timezone: key(zone, { default: 'that of the policy', meaning: 'The zone in which its times are written.' }),
  components: required(
    named('components', '{ checkout: { name: Checkout } }', reference('a service or a category'), component).check(
      z.refine((value) => Object.keys(value).length > 0, {
        error: 'is empty; expected the services or categories that customers know',
      }),
    ),
    {
      takes: 'map of names of services or categories to [components](#components)',
      meaning: 'What customers know, in the order in which it is shown. Nothing else is ever on the page.',
    },
  ),
  discussions: key(line('the name of a category of Discussions'), {
    default: 'none',
    meaning:
      'The category of the repository’s Discussions in which each incident is told as well, for [subscribers](status-page.md#subscribers).',
  }),
  entry: key(
    map(
      'a map of priorities',
      byPriority(oneOf('a way onto the page', ENTRIES), (id) => `When a \`${id}\` comes onto the page.`, ENTRY),
    ),
    {
      takes: 'map of priorities to `at-once`, `on-command` or `never`',
      default: '`at-once` for `P0` and `P1`, else `on-command`',
      meaning:
        'When an incident comes onto the page: as soon as it is identified, or when somebody writes for customers.',
    },
  ),
  impact: key(
    map(
      'a map of priorities',
      byPriority(oneOf('an impact', HARMS), (id) => `How a \`${id}\` is shown.`, IMPACT_BY_PRIORITY),
    ),
    {
      takes: 'map of priorities to `major_outage`, `partial_outage` or `degraded_performance`',
      default: 'in this order for `P0`, `P1` and the others',
      meaning: 'How an incident of a priority is shown to customers.',
    },
  ),
  templates: key(stages, {
    takes: 'map of stages to texts',
    default: 'ours',
    meaning: 'What customers read where nobody has written anything, for each stage and language.',
  }),
  to: key(destinations, {
    default: '`[pages]`',
    meaning: 'Where it goes: served as it is built (`pages`), and told to [hosted pages](#hosted-pages).',
  }),
});

export const statusPageSection = section({
  key: 'status-page',
  schema: key(pageMap, {
    takes: 'map of [these keys](#status-page)',
    default: 'none',
    meaning: 'The [status page](#status-page), and what of incidents comes onto it.',
  }),
  needs: [languageSection, timezoneSection, categoriesSection, servicesSection],
  resolve({ file }, { report }, policy): { readonly statusPage: StatusPagePolicy | null } {
    if (file === undefined) return { statusPage: null };
    const known = [...policy.services.map(({ name }) => name), ...policy.categories.map(({ name }) => name)];
    const confidential = policy.categories.filter((it) => it.confidential).map(({ name }) => name);
    for (const name of Object.keys(file.components)) {
      const path = ['status-page', 'components', name];
      if (!known.includes(name))
        report(
          path,
          notAmong(name, 'a service or a category', known, 'there are no services and no categories'),
          'key',
        );
      else if (confidential.includes(name))
        report(path, 'is a confidential category; nothing of it may be public', 'key');
    }
    const langs = [...new Set(file.languages ?? [policy.language])];
    return {
      statusPage: {
        title: textOf(file.title),
        url: file.url.replace(/\/+$/, ''),
        languages: langs,
        zone: file.timezone ?? policy.zone,
        components: Object.entries(file.components).map(([name, given]) =>
          componentOf(name, typeof given === 'string' ? { name: given } : given),
        ),
        discussions: file.discussions ?? null,
        entry: { ...ENTRY, ...given(file.entry) },
        impact: { ...IMPACT_BY_PRIORITY, ...given(file.impact) },
        templates: templatesOf(file.templates),
        to: destinationsOf(file.to, Object.keys(file.components), report),
      },
    };
  },
});

function componentOf(key: string, file: z.output<typeof componentMap>): ComponentPolicy {
  return {
    key,
    name: textOf(file.name ?? key),
    description: file.description === undefined ? null : textOf(file.description),
    group: file.group === undefined ? null : textOf(file.group),
    templates: templatesOf(file.templates),
  };
}

function templatesOf(file: Readonly<Partial<Record<PublicStage, TextFile | undefined>>> | undefined): Templates {
  const texts = PUBLIC_STAGES.flatMap((stage) => {
    const text = file?.[stage];
    return text === undefined ? [] : [[stage, textOf(text)] as const];
  });
  return { ...NONE, ...Object.fromEntries(texts) };
}

/** Without what is left out. */
function given<T>(file: Readonly<Partial<Record<Priority, T | undefined>>> | undefined): Partial<Record<Priority, T>> {
  return Object.fromEntries(Object.entries(file ?? {}).filter(([, value]) => value !== undefined));
}
