import { COMMAND_NAMES } from '../incident/commands.ts';
import type { JudgedComment } from '../incident/incident.ts';
import { inline } from '../messages/foreign.ts';
import type { Intent, Rule, Situation } from '../plan/situation.ts';

/** A command that was carried out gets a reaction and no comment; one that was not, a short reply that says what would be. */
export const commands: Rule = (situation) => situation.incident.comments.flatMap((judged) => answer(situation, judged));

function answer({ incident, policy, words }: Situation, judged: JudgedComment): Intent[] {
  const { comment, by, outcome } = judged;
  const said = judged.commands.map(({ name }) => inline(`/${name}`, 40)).join(words.andThen);
  const reply = (key: string, lines: string[]): Intent => ({
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

  const complaints = judged.commands.filter(({ complaint }) => complaint !== null);
  const lines = complaints.map(({ name, complaint }) =>
    words.command[complaint!](inline(`/${name}`, 40), COMMAND_NAMES.map((it) => `\`/${it}\``).join(words.andThen)),
  );
  const intents: Intent[] = complaints.length > 0 ? [reply(`c${comment.number}`, lines)] : [];
  if (complaints.length < judged.commands.length && incident.fresh.includes(`c${comment.number}`)) {
    intents.push({ do: 'react', issue: incident.issue.number, comment: comment.id, why: words.command.whyReact });
  }
  return intents;
}
