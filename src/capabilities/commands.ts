import { type Policy } from './policy.ts';
import { type Cause } from './cause/policy.ts';
import { LEVELS } from '../model/level.ts';
import { PRIORITIES, type Priority } from '../model/priority.ts';
import { parseDuration } from '../policy/duration.ts';
import { isInstant, readInstant } from '../policy/instant.ts';
import { LOGIN } from '../policy/names.ts';
import { findCategory } from './category/track.ts';
import { PEOPLE_COMMANDS } from './commands-people.ts';
import { mitigate, resolve, type Complaint, type Draft, type Obey } from './draft.ts';
import type { StatedImpact } from './incident.ts';
import type { Moment } from '../model/moment.ts';
import { CUT, type Command } from '../text/markdown.ts';
import { lowers } from './priority/track.ts';

/** No impact began longer before it was reported than this, in milliseconds. */
const LONGEST_UNSEEN = 366 * 24 * 3_600_000;

/**
 * `FROM` or `FROM TO`, in ISO 8601. Neither may lie after the comment that says so, nor the start after the end of the
 * incident, nor more than a year before its opening.
 */
function readImpact({ zone, openedAt, mitigated, resolved }: Draft, { text, at, by }: Moment): StatedImpact | null {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length < 1 || words.length > 2 || !words.every(isInstant)) return null;
  const [from, to = null] = words.map((word) => readInstant(word, zone));
  const latest = Math.min(at, mitigated?.at ?? at, resolved?.at ?? at);
  if (from! > latest || from! < openedAt - LONGEST_UNSEEN) return null;
  return to === null || (to >= from! && to <= at) ? { from: from!, to, by } : null;
}

function findCause({ causes }: Policy, text: string): Cause | undefined {
  return causes.find(({ name }) => name.toLowerCase() === text.trim().toLowerCase());
}

/** Every command, by name. To add one, add a line; to say what it does to people, a rule. */
const COMMANDS: Readonly<Record<string, Obey>> = {
  ack: (draft, moment) => {
    draft.acknowledged ??= moment;
    return null;
  },
  priority: (draft, moment) => {
    const [word = '', ...rest] = moment.text.split(/\s+/);
    const priority = PRIORITIES.find((it) => it === word.toUpperCase());
    if (!priority) return 'no-priority';
    const reason = rest.join(' ');
    if (!reason && lowers(draft.priorities.current(), priority)) return 'no-reason';
    draft.priorities.set(priority satisfies Priority, moment.at, moment.by, reason);
    return null;
  },
  update: (draft, moment) => {
    if (moment.text === '') return 'no-text';
    draft.updates.push(moment.at);
    return null;
  },
  progress: () => null,
  workaround: (draft, moment) => {
    draft.workaround ??= moment;
    return null;
  },
  mitigate: (draft, moment) => {
    mitigate(draft, moment);
    return null;
  },
  impact: (draft, moment) => {
    const impact = readImpact(draft, moment);
    if (!impact) return 'no-times';
    draft.impact = impact;
    return null;
  },
  restored: (draft, moment) => {
    draft.restored ??= moment;
    return null;
  },
  category: (draft, moment) => {
    const found = findCategory(draft.policy, moment.text);
    if (!found) return 'no-category';
    draft.categories.set(found.category, found.subcategory, moment.at, moment.by);
    return null;
  },
  level: (draft, moment) => {
    const [word = '', ...rest] = moment.text.split(/\s+/);
    const level = LEVELS.find((it) => String(it) === word);
    if (!level) return 'no-level';
    if (draft.resolved ?? draft.ended) return 'too-late';
    if (draft.levels.cascade(level, moment.at, moment.by, rest.join(' '), draft.acknowledged))
      draft.acknowledged = null;
    return null;
  },
  quick: (draft, moment) => {
    if (!draft.policy.quickPath) return 'no-quick';
    if (draft.resolved ?? draft.ended) return 'too-late';
    draft.quick ??= moment;
    return null;
  },
  cause: (draft, moment) => {
    const cause = findCause(draft.policy, moment.text);
    if (!cause) return 'no-cause';
    draft.cause = { cause, at: moment.at, by: moment.by };
    return null;
  },
  resolve: (draft, moment) => {
    if (draft.ended?.status === 'dismissed') return 'dismissed';
    const [word = '', ...rest] = moment.text.split(/\s+/);
    const cause = findCause(draft.policy, word);
    if (cause) draft.cause = { cause, at: moment.at, by: moment.by };
    resolve(draft, cause ? { ...moment, text: rest.join(' ') } : moment);
    return null;
  },
  dismiss: (draft, moment) => {
    if (moment.text === '') return 'no-dismissal';
    if (draft.resolved) return 'too-late';
    draft.ended = { ...moment, status: 'dismissed' };
    return null;
  },
  drafted: (draft, moment) => {
    if (!draft.resolved) return 'not-resolved';
    draft.drafted ??= moment;
    return null;
  },
  ...PEOPLE_COMMANDS,
};

/** Commands that sort an incident and take it on for nobody. */
const SORTING: ReadonlySet<string> = new Set(
  'priority category cause impact quick assign role escalate silence note link timeline duplicate test-page help'.split(
    ' ',
  ),
);

/** Whether a comment does nothing but sort: whoever writes that has not said that they work on it. */
export function onlySorts(body: string, commands: readonly Command[]): boolean {
  const lines = body.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  return commands.length > 0 && lines.length === commands.length && commands.every(({ name }) => SORTING.has(name));
}

/** The names of all commands. */
export const COMMAND_NAMES: readonly string[] = Object.keys(COMMANDS);

/** Carries out one command of somebody entitled to it, or says why not. */
export function obey(
  draft: Draft,
  command: Command,
  moment: Omit<Moment, 'how' | 'text'> & { readonly comment: number },
): Complaint | null {
  if (command.name === CUT) return 'cut';
  if (command.denied) return 'not-allowed';
  const carryOut = Object.hasOwn(COMMANDS, command.name) ? COMMANDS[command.name] : undefined;
  return carryOut ? carryOut(draft, { ...moment, how: 'command', text: command.text }) : 'unknown';
}

/** The longest text of a command that the record keeps, in characters. */
const KEPT = 200;

/** A command as the record keeps it. */
export function writeCommand({ name, text, denied }: Command): string {
  const said = text ? `${name} ${text.slice(0, KEPT).replace(/[\ud800-\udbff]$/, '')}` : name;
  return denied ? `!${said}` : said;
}

/**
 * A command as the record of a confidential incident keeps it: what it does, and not what somebody wrote with it. A text that it
 * could not do without is still there, as a dot.
 */
export function withoutText(said: string, policy: Policy): string {
  const { name, text, denied = false } = parseCommand(said);
  if (name === CUT) return said;
  if (!COMMAND_NAMES.includes(name)) return writeCommand({ name: '?', text: '', denied });
  const words = text.split(/\s+/).filter((word) => word !== '');
  const [first = ''] = words;
  const kept = keptOf(name, text, words, policy);
  const rest = kept === first && words.length > 1 ? ' ·' : '';
  return writeCommand({ name, text: kept === null ? (text === '' ? '' : '·') : `${kept}${rest}`, denied });
}

/** What of a command is no more than what it does; null if that is nothing. */
function keptOf(name: string, text: string, words: readonly string[], policy: Policy): string | null {
  const [first = ''] = words;
  const isKnown = (holds: boolean, kept: string): string | null => (holds ? kept : null);
  switch (name) {
    case 'priority':
      return isKnown(
        PRIORITIES.some((it) => it === first.toUpperCase()),
        first,
      );
    case 'level':
      return isKnown(
        LEVELS.some((it) => String(it) === first),
        first,
      );
    case 'silence':
      return isKnown(parseDuration(first) !== undefined, first);
    case 'category':
      return isKnown(findCategory(policy, text) !== null, text);
    case 'cause':
    case 'resolve':
      return isKnown(findCause(policy, first) !== undefined, first);
    case 'impact':
      return isKnown(words.length > 0 && words.every(isInstant), text);
    case 'assign':
      return isKnown(
        words.every((word) => LOGIN.test(word.replace(/^@/, ''))),
        text,
      );
    case 'role':
      return isKnown(
        [...policy.roles.keys()].some((role) => text.toLowerCase().startsWith(`${role.toLowerCase()} @`)),
        text,
      );
    case 'pause':
      return [...policy.pauses.keys()].find((label) => text.toLowerCase().startsWith(label.toLowerCase())) ?? null;
    case 'duplicate':
      return isKnown(/^#?\d+$/.test(first), first);
    default:
      return null;
  }
}

/** The reverse of `writeCommand`. */
export function parseCommand(said: string): Command {
  const [, denied = '', name = said, text = ''] = /^(!?)([^ ]+)(?: ([\s\S]*))?$/.exec(said) ?? [];
  return { name, text, denied: denied !== '' };
}
