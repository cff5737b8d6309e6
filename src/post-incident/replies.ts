import { readKey, replyKey, writeKey, type Key } from '../engine/keys.ts';
import type { Command } from '../engine/command.ts';
import type { JudgedComment } from '../engine/conversation.ts';
import { isCommand } from '../capabilities/commands.ts';
import type { Policy } from '../capabilities/policy.ts';
import { usageIn } from '../capabilities/usage.ts';
import type { Intent, Notice } from '../capabilities/situation.ts';
import { wordsOf } from '../capabilities/words.ts';
import type { Language } from '../model/language.ts';
import { nearest } from '../policy/wording.ts';
import { foldText } from '../text/compare.ts';
import { inline } from '../text/foreign.ts';
import { replyWords } from './reply-words.ts';
import type { Subject } from './subject.ts';

/** The most strangers who are answered on one issue, and the most comments of others: the last ones. */
const MOST_STRANGERS = 10;
const MOST_ANSWERED = 40;

/** The commands of a kind of subject, by their names. */
type Commands = Readonly<Record<string, Pick<Command<Policy, unknown>, 'usage' | 'does' | 'synonyms'>>>;

/** What replies depend on besides the comments. */
interface Ground {
  readonly policy: Policy;
  readonly commands: Commands;
  /** The incident whose commands somebody may have meant; null if there is none. */
  readonly incident: number | null;
}

/** A command that was carried out gets a reaction and no comment; one that was not, a short reply that says what would be. */
export function repliesTo(subject: Subject, ground: Ground): readonly Intent[] {
  const { comments, record } = subject;
  const all = comments.filter(({ isPast }) => !isPast);
  const answered = Object.keys(record.done).filter((key) => readKey(key)?.kind === 'refusal').length;
  const strangers = all.filter((it) => it.outcome === 'not-entitled' && !Object.hasOwn(record.done, refusal(it)));
  const names = [...new Set(strangers.map(({ by }) => by))].slice(0, Math.max(0, MOST_STRANGERS - answered));
  const others = all.filter(({ outcome }) => outcome !== 'not-entitled').slice(-MOST_ANSWERED);
  return [...strangers.filter(({ by }) => names.includes(by)), ...others].flatMap((it) => answer(subject, it, ground));
}

/** What there is to command, a line each. */
export function commandList(commands: Commands, language: Language): string {
  const { colon } = wordsOf(language);
  return Object.entries(commands)
    .map(([name, { usage, does }]) => `- \`/${`${name} ${usageIn(language, usage)}`.trim()}\`${colon}${does[language]}`)
    .join('\n');
}

const refusal = ({ by }: JudgedComment): Key => writeKey({ kind: 'refusal', login: by });
const named = (some: readonly { readonly name: string }[]): string =>
  some.map(({ name }) => inline(`/${name}`, 40)).join(', ');
const listed = (roles: readonly string[]): string => roles.map((role) => inline(role)).join(', ');

function answer(subject: Subject, judged: JudgedComment, ground: Ground): Intent[] {
  const { policy, commands } = ground;
  const { command } = wordsOf(policy.language);
  const { comment, outcome, added } = judged;
  const { ask, why, help, helpWhy, react } = replyWords[policy.language];
  const reply = (key: Key, lines: readonly string[], isHelp = false): Notice => ({
    do: 'tell',
    keys: [key],
    to: [judged.by],
    ask: isHelp ? help : ask,
    lines: [lines.join('\n')],
    why: isHelp ? helpWhy : why,
    audience: 'author',
  });
  const said = named(judged.commands);
  if (outcome === 'not-entitled') return [reply(refusal(judged), [command.notEntitled(said, listed(policy.entitled))])];
  const later = replyKey(comment.number, true);
  const edit = added.length === 0 ? [] : [reply(later, [command.editedLater(named(added))])];
  if (outcome === 'edited') return [reply(replyKey(comment.number), [command.edited(said)]), ...edit];
  const complaints = judged.commands.flatMap(({ name, text, complaint }) =>
    complaint === null ? [] : [complained(name, text, complaint, ground)],
  );
  const isHelp = judged.commands.some(({ name, complaint }) => name === 'help' && complaint === null);
  const lines = [...complaints, ...(isHelp ? [commandList(commands, policy.language)] : [])];
  const isDone = judged.commands.length > complaints.length && subject.fresh.includes(comment.number);
  return [
    ...edit,
    ...(lines.length === 0 ? [] : [reply(replyKey(comment.number), lines, complaints.length === 0)]),
    ...(isDone ? [{ do: 'react', issue: subject.issue.number, comment: comment.id, why: react } as const] : []),
  ];
}

function complained(
  name: string,
  text: string,
  complaint: NonNullable<JudgedComment['commands'][number]['complaint']>,
  { policy, commands, incident }: Ground,
): string {
  const { command: words } = wordsOf(policy.language);
  const { unknown, onIncident } = replyWords[policy.language];
  const command = inline(`/${name}`, 40);
  if (complaint === 'cut') return words.cut();
  if (complaint === 'not-allowed') return words.notAllowed(command, listed(policy.rights.get(name) ?? policy.entitled));
  if (complaint !== 'unknown') return complaint[policy.language](command, inline(text, 100));
  const near = meant(name, commands);
  return near === null && incident !== null && isCommand(name) ? onIncident(command, incident) : unknown(command, near);
}

/** The command that somebody meant by a name that is none. */
function meant(name: string, commands: Commands): string | null {
  const all = Object.entries(commands);
  const called = new Map(
    all.flatMap(([it, { synonyms = [] }]) => synonyms.map((word) => [foldText(word), it] as const)),
  );
  const near = nearest(foldText(name), [...called.keys(), ...all.map(([it]) => it)]);
  return near === undefined ? null : (called.get(near) ?? near);
}
