import { readKey, replyKey, writeKey, type Key } from '../../engine/keys.ts';
import { COMMAND_NAMES, isCommand, OFTEN, specOf } from '../commands.ts';
import { usageIn } from '../usage.ts';
import type { JudgedComment } from '../../engine/conversation.ts';
import { explanations } from '../clocks/explanation.ts';
import { foldText } from '../../text/compare.ts';
import { includesLogin } from '../../model/login.ts';
import { inline } from '../../text/foreign.ts';
import { pageWords } from '../../notify/words.ts';
import type { Words } from '../words.ts';
import { isGitHubRole } from '../../model/role.ts';
import { originalOf } from '../duplicates/neighbours.ts';
import type { Intent, Notice, Rule, Situation } from '../situation.ts';
import type { Policy } from '../policy.ts';
import { nearest } from '../../policy/wording.ts';

/** A command that was carried out gets a reaction and no comment; one that was not, a short reply that says what would be. */
export const repliesRule: Rule = (situation) => answerable(situation).flatMap((judged) => answer(situation, judged));

/** The most strangers who are answered on one incident, and the most comments of others: the last ones. */
const MOST_STRANGERS = 20;
const MOST_ANSWERED = 60;

/** The comments that may be answered: however many there are, there is an end of answers. */
function answerable({ incident }: Situation): readonly JudgedComment[] {
  const { done } = incident.record;
  const comments = incident.comments.filter(({ isPast }) => !isPast);
  const refusalOf = ({ by }: JudgedComment): Key => writeKey({ kind: 'refusal', login: by });
  const answered = Object.keys(done).filter((key) => readKey(key)?.kind === 'refusal').length;
  const strangers = comments.filter((it) => it.outcome === 'not-entitled' && !Object.hasOwn(done, refusalOf(it)));
  const welcome = new Set([...new Set(strangers.map(({ by }) => by))].slice(0, Math.max(0, MOST_STRANGERS - answered)));
  const others = comments.filter(({ outcome }) => outcome !== 'not-entitled');
  const fresh = new Set(incident.own.fresh);
  return [...strangers.filter(({ by }) => welcome.has(by)), ...others]
    .sort((a, b) => a.comment.number - b.comment.number)
    .filter(
      (it, i, all) => i >= all.length - MOST_ANSWERED || (it.outcome === 'accepted' && fresh.has(it.comment.number)),
    )
    .map((it, i, all) => (i >= all.length - MOST_ANSWERED ? it : { ...it, commands: it.commands.filter(isObeyed) }));
}

const isObeyed = ({ name, complaint }: JudgedComment['commands'][number]): boolean =>
  complaint === null && !['help', 'explain', 'test-page'].includes(name);

function answer(situation: Situation, judged: JudgedComment): Intent[] {
  const { incident, policy, words } = situation;
  const { comment, by, outcome } = judged;
  const said = namesOf(situation, judged.commands);
  // A stranger is answered once per incident, so that nobody can make us write comment after comment.
  if (outcome === 'not-entitled') {
    const key = writeKey({ kind: 'refusal', login: by });
    return [reply(situation, judged, key, [words.command.notEntitled(said, listed(policy.entitled, words))])];
  }
  const edit = answerToEdit(situation, judged);
  if (outcome === 'accepted') return [...edit, ...answerToCommands(situation, judged)];
  // Whose mere comment acknowledged is not told that the /ack in it did nothing.
  const isDone = incident.acknowledgement !== null && judged.commands.every(({ name }) => name === 'ack');
  if (isDone) return edit;
  return [reply(situation, judged, replyKey(comment.number), [words.command.edited(said)]), ...edit];
}

/** An edit of a comment that was read changes nothing; whoever mends a slip so must hear of it. */
function answerToEdit(situation: Situation, judged: JudgedComment): Intent[] {
  const { comment, added } = judged;
  if (added.length === 0) return [];
  const line = situation.words.command.editedLater(namesOf(situation, added));
  return [reply(situation, judged, replyKey(comment.number, true), [line])];
}

function answerToCommands(situation: Situation, judged: JudgedComment): Intent[] {
  const { incident, policy, words } = situation;
  const { comment } = judged;
  const complaints = judged.commands.flatMap(({ complaint, ...it }) =>
    complaint === null ? [] : [{ ...it, complaint }],
  );
  const lines = complaints.map(({ name, text, complaint }) => {
    const command = namesOf(situation, [{ name }]);
    if (complaint === 'cut') return words.command.cut();
    if (complaint === 'not-allowed') return words.command.notAllowed(command, rightsOf(policy, name, words));
    if (complaint === 'unknown') return words.command.unknown(command, meant(name, policy));
    return complaint[policy.language](command, inline(incident.category.confidential ? '…' : text, 100));
  });
  const obeyed = (name: string): boolean => judged.commands.some((it) => it.name === name && it.complaint === null);
  const { duplicate } = incident.said;
  const isRefused = duplicate?.comment === comment.number && !incident.resolution.ended && !originalOf(situation);
  if (isRefused) lines.push(words.command.unknownIncident(inline('/duplicate'), duplicate.of));
  const failed = lines.length > 0;
  if (obeyed('help')) lines.push(...help(policy, words));
  const explained = obeyed('explain') ? incident.said.explain.filter((it) => it.comment === comment.number) : [];
  if (explained.length > 0) {
    const clocks = explained.flatMap((it) => it.clocks);
    lines.push(...explanations(situation, clocks));
  }
  const isTest = obeyed('test-page');
  const isPaged = policy.notifiers.some((it) => it.for.includes(incident.priority.current));
  if (isTest && !isPaged) lines.push(pageWords(policy.language).told.none(incident.priority.current));
  const intents: Intent[] = [];
  if (lines.length > 0 || isTest) {
    const answered = isTest
      ? words.command.tested
      : words.command[explained.length > 0 && !obeyed('help') ? 'explained' : 'help'];
    const ask = failed ? words.command.ask : answered;
    const why = failed ? words.command.why : words.command.helpWhy;
    const notice = reply(situation, judged, failed ? complaintKey(situation, judged) : replyKey(comment.number), lines);
    intents.push({ ...notice, ask, why, ...(isTest && { page: 'test' as const }) });
  }
  const done = judged.commands.length - complaints.length - (isRefused ? 1 : 0);
  if (done > 0 && incident.own.fresh.includes(comment.number))
    intents.push({ do: 'react', issue: incident.issue.number, comment: comment.id, why: words.command.whyReact });
  return intents;
}

/** Whoever reported it may be a stranger: of what only that allows, each command is complained of once per incident. */
function complaintKey({ incident }: Situation, { by, comment, commands }: JudgedComment): Key {
  const [first] = commands;
  const isTheirs = ({ name }: { readonly name: string }): boolean =>
    isCommand(name) && specOf(name).forReporter === true;
  if (first === undefined || !commands.every(isTheirs) || !includesLogin([incident.issue.author?.login ?? ''], by))
    return replyKey(comment.number);
  return writeKey({ kind: 'refusal', login: `${by}/${first.name}` });
}

function reply({ words }: Situation, { by }: JudgedComment, key: Key, lines: string[]): Notice {
  const { ask, why } = words.command;
  return { do: 'tell', keys: [key], to: [by], ask, lines, why, audience: 'author' };
}

/** The names of commands. Whatever somebody types behind a slash may be a detail of what is confidential. */
function namesOf({ incident, words }: Situation, commands: readonly { readonly name: string }[]): string {
  const isHidden = incident.category.confidential;
  return commands.map(({ name }) => inline(isHidden && !isCommand(name) ? '/…' : `/${name}`, 40)).join(words.andThen);
}

/** The command that somebody meant by a name that is none: what others or the policy call it, or what is nearest to one. */
function meant(name: string, policy: Policy): string | null {
  const called = new Map(
    COMMAND_NAMES.flatMap((it) => (specOf(it).synonyms ?? []).map((word) => [foldText(word), it])),
  );
  const exact = called.get(foldText(name)) ?? COMMAND_NAMES.find((it) => specOf(it).isMeantBy?.(name, policy));
  if (exact !== undefined) return exact;
  const near = nearest(foldText(name), [...called.keys(), ...COMMAND_NAMES]) ?? nearest(name, COMMAND_NAMES);
  return near === undefined ? null : (called.get(near) ?? near);
}

/** What there is to command, and who may, where that differs from one command to the other. */
function help(policy: Policy, words: Words): string[] {
  const all = COMMAND_NAMES.map((it) => {
    const { usage, does } = specOf(it);
    return `- \`/${`${it} ${usageIn(policy.language, usage)}`.trim()}\`${words.colon}${does[policy.language]}`;
  }).join('\n');
  const own = [...policy.rights.keys()].map((name) =>
    words.command.helpRight(inline(`/${name}`), rightsOf(policy, name, words)),
  );
  const often = OFTEN.map((it) => `\`/${it}\``).join(' ');
  const folded = `<details><summary>${words.command.all}</summary>\n\n${all}\n\n</details>`;
  return [often, folded, words.command.helpLine(listed(policy.entitled, words)), ...own];
}

function rightsOf(policy: Policy, command: string, words: Words): string {
  return listed(policy.rights.get(command) ?? policy.entitled, words);
}

/** Roles as people read them; the name of a custom one is any text, and must be no markup. */
function listed(roles: readonly string[], words: Words): string {
  return roles.map((role) => (isGitHubRole(role) ? role : inline(role))).join(words.andThen);
}
