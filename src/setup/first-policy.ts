import { BUILTIN_POLICY } from '../capabilities/load.ts';
import type { Language } from '../model/language.ts';
import { PRIORITIES } from '../model/priority.ts';
import { KINDS, type KindName } from '../notify/kinds.ts';
import type { SecretKind } from '../notify/message.ts';
import type { InitAnswers } from './questions.ts';
import { initWords } from './init-words.ts';
import type { Scheme } from './schemes.ts';
import { FRENCH_CRITERIA } from './words.ts';

/** By which an editor knows what may stand in a policy, and checks it while somebody types. */
export const SCHEMA_LINE =
  '# yaml-language-server: $schema=https://raw.githubusercontent.com/tocsin/tocsin/v1/schema/tocsin.schema.json';

/** A policy to begin with: the built-in one, in a file of one's own. */
export const FIRST_POLICY = BUILTIN_POLICY.replace(
  /^(?:#.*\n)*/,
  `${SCHEMA_LINE}\n` +
    '# The policy of Tocsin; `tocsin check` checks it. It begins as the built-in policy: change what differs here. A section\n' +
    '# that you take out is as built in.\n',
);

/** A policy to begin with, of what somebody has answered; all else is as built in. */
export function policyFrom(answers: InitAnswers, scheme: Scheme | null): string {
  const { language, zone, hours, responders, fallback, pagers, privateMinutes } = answers;
  const said = initWords(language).policy;
  const people = responders.map(scalar).join(', ');
  return [
    `${SCHEMA_LINE}\n${said.head}\nlanguage: ${language}\ntimezone: ${zone}\n`,
    `calendars:\n  office: { mon-fri: ${hours} } # ${said.hours}\n`,
    ...(scheme === null ? [] : [prioritiesWith(scheme, language)]),
    ...(responders.length === 0 ? [] : [`roles:\n  responder: [${people}] # ${said.responder}\n`]),
    ...(fallback === null ? [] : [`fallback: ${scalar(fallback)} # ${said.fallback}\n`]),
    ...(pagers.length === 0
      ? []
      : [
          `notifiers:\n  # ${said.pagers}\n${pagers.map((kind, nth) => notifier(kind, nth === 0 ? null : said.copies)).join('')}`,
        ]),
    `changes: {} # ${said.changes}\n`,
    ...(privateMinutes === 0 ? [] : [`watch:\n  private-minutes: ${privateMinutes} # ${said.privateMinutes}\n`]),
  ].join('\n');
}

/** The names of the secrets that a kind of notifier cannot do without, by their roles. */
export function secretNames(kind: KindName): readonly (readonly [role: string, name: string])[] {
  const secrets: Readonly<Record<string, SecretKind>> = KINDS[kind].secrets;
  return Object.entries(secrets)
    .filter(([, { required }]) => required)
    .map(([role]) => [role, `${kind}_${role}`.replace(/\W/g, '_').toUpperCase()] as const);
}

/** A notifier that wakes people, or one that gets a copy, which is said. */
function notifier(kind: KindName, copies: string | null): string {
  const keys = secretNames(kind).map(([role, name]) => `${role}: ${name}`);
  const parts = [`type: ${kind}`, ...keys, 'for: [P0, P1]', ...(copies === null ? [] : ['also: true'])];
  return `  ${copies === null ? 'pager' : kind}: { ${parts.join(', ')} }${copies === null ? '' : ` # ${copies}`}\n`;
}

/** The built-in priorities, told by the labels that a repository has for them. */
function prioritiesWith(scheme: Scheme, language: Language): string {
  const [, section = ''] = /\n(priorities:\n(?: .*\n)+)/.exec(BUILTIN_POLICY) ?? [];
  const labelled = PRIORITIES.reduce((text, priority) => {
    const label = scheme[priority];
    return label === undefined
      ? text
      : text.replace(new RegExp(`(\\n  ${priority}:.*\\n)`), (head) => `${head}    label: ${JSON.stringify(label)}\n`);
  }, section);
  return language === 'fr' ? inFrench(labelled) : labelled;
}

const FRENCH_NAMES: Readonly<Record<string, string>> = {
  Critical: 'Critique',
  Major: 'Majeure',
  Minor: 'Mineure',
  Low: 'Faible',
};

function inFrench(section: string): string {
  return section
    .replace(/ +#.*$/gm, '')
    .replace(/^( +name: )(.*)$/gm, (_, start: string, name: string) => start + (FRENCH_NAMES[name] ?? name))
    .replace(/^( +- )(.*)$/gm, (_, start: string, text: string) => start + (FRENCH_CRITERIA[text] ?? text));
}

/** A login that YAML would not take for a text is put in quotes. */
function scalar(login: string): string {
  return /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][\w-]*$/i.test(login) ? login : JSON.stringify(login);
}
