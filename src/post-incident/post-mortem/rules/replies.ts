import { readKey, replyKey, writeKey, type Key } from '../../../engine/keys.ts';
import type { JudgedComment } from '../../../engine/conversation.ts';
import { isCommand } from '../../../capabilities/commands.ts';
import { usageIn } from '../../../capabilities/usage.ts';
import type { Intent, Notice } from '../../../capabilities/situation.ts';
import { nearest } from '../../../policy/wording.ts';
import { foldText } from '../../../text/compare.ts';
import { inline } from '../../../text/foreign.ts';
import { POST_MORTEM_COMMANDS } from '../commands/commands.ts';
import type { PostMortemRule, PostMortemSituation } from '../situation.ts';

/** The most strangers who are answered on one post-mortem, and the most comments of others: the last ones. */
const MOST_STRANGERS = 10;
const MOST_ANSWERED = 40;

/** A command that was carried out gets a reaction and no comment; one that was not, a short reply that says what would be. */
export const repliesRule: PostMortemRule = (situation) => {
  const { comments, record } = situation.postMortem;
  const all = comments.filter(({ isPast }) => !isPast);
  const answered = Object.keys(record.done).filter((key) => readKey(key)?.kind === 'refusal').length;
  const strangers = all.filter((it) => it.outcome === 'not-entitled' && !Object.hasOwn(record.done, refusal(it)));
  const names = [...new Set(strangers.map(({ by }) => by))].slice(0, Math.max(0, MOST_STRANGERS - answered));
  const others = all.filter(({ outcome }) => outcome !== 'not-entitled').slice(-MOST_ANSWERED);
  return [...strangers.filter(({ by }) => names.includes(by)), ...others].flatMap((it) => answer(situation, it));
};

const refusal = ({ by }: JudgedComment): Key => writeKey({ kind: 'refusal', login: by });
const named = (some: readonly { readonly name: string }[], and: string): string =>
  some.map(({ name }) => inline(`/${name}`, 40)).join(and);

function answer(situation: PostMortemSituation, judged: JudgedComment): Intent[] {
  const { postMortem, policy, common, words } = situation;
  const { comment, outcome, added } = judged;
  const said = named(judged.commands, common.andThen);
  if (outcome === 'not-entitled')
    return [
      reply(situation, judged, refusal(judged), [common.command.notEntitled(said, listed(policy.entitled, situation))]),
    ];
  const edit =
    added.length === 0
      ? []
      : [
          reply(situation, judged, replyKey(comment.number, true), [
            common.command.editedLater(named(added, common.andThen)),
          ]),
        ];
  if (outcome === 'edited')
    return [reply(situation, judged, replyKey(comment.number), [common.command.edited(said)]), ...edit];
  const complaints = judged.commands.flatMap(({ name, text, complaint }) =>
    complaint === null ? [] : [complained(situation, name, text, complaint)],
  );
  const isHelp = judged.commands.some(({ name, complaint }) => name === 'help' && complaint === null);
  const lines = [...complaints, ...(isHelp ? [commandList(situation)] : [])];
  const notice = reply(situation, judged, replyKey(comment.number), lines);
  const { help, helpWhy } = words.reply;
  const done = judged.commands.length - complaints.length;
  return [
    ...edit,
    ...(lines.length === 0 ? [] : [complaints.length > 0 ? notice : { ...notice, ask: help, why: helpWhy }]),
    ...(done > 0 && postMortem.fresh.includes(comment.number)
      ? [{ do: 'react', issue: postMortem.issue.number, comment: comment.id, why: words.reply.react } as const]
      : []),
  ];
}

function complained(
  situation: PostMortemSituation,
  name: string,
  text: string,
  complaint: NonNullable<JudgedComment['commands'][number]['complaint']>,
): string {
  const { postMortem, policy, common, words, reader } = situation;
  const command = inline(`/${name}`, 40);
  if (complaint === 'cut') return common.command.cut();
  if (complaint === 'not-allowed')
    return common.command.notAllowed(command, listed(policy.rights.get(name) ?? policy.entitled, situation));
  if (complaint !== 'unknown') return complaint[reader.language](command, inline(text, 100));
  const near = meant(name);
  if (near === null && isCommand(name)) return words.reply.onIncident(command, postMortem.origin.incident);
  return words.reply.unknown(command, near);
}

function reply({ words }: PostMortemSituation, { by }: JudgedComment, key: Key, lines: readonly string[]): Notice {
  const { ask, why } = words.reply;
  return { do: 'tell', keys: [key], to: [by], ask, lines: [lines.join('\n')], why, audience: 'author' };
}

/** The command that somebody meant by a name that is none. */
function meant(name: string): string | null {
  const all: readonly (readonly [string, { readonly synonyms?: readonly string[] }])[] =
    Object.entries(POST_MORTEM_COMMANDS);
  const called = new Map(
    all.flatMap(([it, { synonyms = [] }]) => synonyms.map((word) => [foldText(word), it] as const)),
  );
  const near = nearest(foldText(name), [...called.keys(), ...all.map(([it]) => it)]);
  return near === undefined ? null : (called.get(near) ?? near);
}

/** What there is to command, a line each. */
export function commandList({ reader, common }: Pick<PostMortemSituation, 'reader' | 'common'>): string {
  return Object.entries(POST_MORTEM_COMMANDS)
    .map(([name, { usage, does }]) => {
      const spelt = `${name} ${usageIn(reader.language, usage)}`.trim();
      return `- \`/${spelt}\`${common.colon}${does[reader.language]}`;
    })
    .join('\n');
}

function listed(roles: readonly string[], { common }: PostMortemSituation): string {
  return roles.map((role) => inline(role)).join(common.andThen);
}
