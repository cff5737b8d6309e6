import { COMMAND_NAMES } from '../incident/commands.ts';
import type { JudgedComment } from '../incident/incident.ts';
import { inline } from '../messages/foreign.ts';
import type { Words } from '../messages/words.ts';
import type { Intent, Notice, Rule, Situation } from '../plan/situation.ts';
import type { Policy } from '../policy/policy.ts';

/** A command that was carried out gets a reaction and no comment; one that was not, a short reply that says what would be. */
export const commands: Rule = (situation) => situation.incident.comments.flatMap((judged) => answer(situation, judged));

function answer({ incident, policy, words, neighbours }: Situation, judged: JudgedComment): Intent[] {
  const { comment, by, outcome } = judged;
  // Whatever somebody types after a slash may be a detail of what is confidential.
  const nameOf = (name: string): string =>
    inline(incident.confidential && !COMMAND_NAMES.includes(name) ? '/…' : `/${name}`, 40);
  const said = judged.commands.map(({ name }) => nameOf(name)).join(words.andThen);
  const reply = (key: string, lines: string[]): Notice => ({
    do: 'tell',
    keys: [key],
    to: [by],
    ask: words.command.ask,
    lines,
    why: words.command.why,
  });
  // A stranger is answered once per incident, so that nobody can make us write comment after comment.
  if (outcome === 'not-entitled') {
    return [reply(`refused:${by}`, [words.command.notEntitled(said, policy.entitled.join(words.andThen))])];
  }
  // Whose mere comment acknowledged is not told that the /ack in it did nothing.
  const done = incident.acknowledged !== null && judged.commands.every(({ name }) => name === 'ack');
  if (outcome === 'edited' && done) return [];
  if (outcome === 'edited') return [reply(`c${comment.number}`, [words.command.edited(said)])];

  const all = COMMAND_NAMES.map((it) => `\`/${it}\``).join(words.andThen);
  const complaints = judged.commands.filter(({ complaint }) => complaint !== null);
  const lines = complaints.map(({ name, complaint }) => {
    const command = nameOf(name);
    if (complaint === 'not-allowed') return words.command.notAllowed(command, rightsOf(policy, name, words.andThen));
    return words.command[complaint!](command, all);
  });
  const other = incident.duplicateOf;
  const isDuplicate = judged.commands.some(({ name, complaint }) => name === 'duplicate' && complaint === null);
  if (isDuplicate && other !== null && !incident.ended && !neighbours.some(({ number }) => number === other))
    lines.push(words.command.unknownIncident(inline('/duplicate'), other));
  const intents: Intent[] = lines.length > 0 ? [reply(`c${comment.number}`, lines)] : [];
  const asked = (name: string): boolean => judged.commands.some((it) => it.name === name && it.complaint === null);
  if (asked('help')) intents.push({ ...help(policy, words, all, by), keys: [`c${comment.number}`] });
  if (asked('test-page')) intents.push({ ...reply(`c${comment.number}`, []), ask: words.command.tested, page: true });
  if (complaints.length < judged.commands.length && incident.fresh.includes(`c${comment.number}`)) {
    intents.push({ do: 'react', issue: incident.issue.number, comment: comment.id, why: words.command.whyReact });
  }
  return intents;
}

/** What there is to command, and who may, where that differs from one command to the other. */
function help(policy: Policy, words: Words, all: string, by: string): Notice {
  const own = [...policy.rights.keys()].map((name) =>
    words.command.helpRight(inline(`/${name}`), rightsOf(policy, name, words.andThen)),
  );
  const lines = [words.command.helpLine(all, policy.entitled.join(words.andThen)), ...own];
  return { do: 'tell', keys: [], to: [by], ask: words.command.help, lines, why: words.command.helpWhy };
}

function rightsOf(policy: Policy, command: string, separator: string): string {
  return (policy.rights.get(command) ?? policy.entitled).join(separator);
}
