import type { Verdict } from '../../../capabilities/clocks/clocked.ts';
import { marginOf } from '../../../capabilities/clocks/margin.ts';
import { acknowledgerOf } from '../../../capabilities/people/audience.ts';
import type { Situation } from '../../../capabilities/situation.ts';
import { inline, who } from '../../../text/foreign.ts';
import { duration, shortInstant } from '../../../text/time.ts';
import { LONGEST_PART, partNameOf, type AgendaPart, type AgendaPartGround } from './part.ts';

/** The most people, and the most incidents, that one line names. */
const MOST_PEOPLE = 3;
const MOST_INCIDENTS = 10;

/** The open P0s and P1s, the gravest and oldest first: since when, and who has them. */
export const openPart: AgendaPart = ({ situations }, { reader, words, common }) =>
  ['P0', 'P1'].flatMap((grade) =>
    situations
      .filter(({ incident: { issue, priority, resolution } }) => {
        return priority.current === grade && issue.state === 'open' && resolution.ended === null;
      })
      .sort(({ incident: a }, { incident: b }) => a.issue.openedAt - b.issue.openedAt)
      .map(({ incident }) => {
        const { issue, resolution } = incident;
        const facts = [
          grade,
          words.since(shortInstant(reader, issue.openedAt)),
          ...(resolution.resolved ? [words.resolved] : []),
          holdersOf(incident).slice(0, MOST_PEOPLE).map(who).join(common.andThen) || words.nobody,
        ];
        return `${partNameOf(issue)}${common.colon}${facts.join(common.andThen)}`;
      }),
  );

function holdersOf(incident: Situation['incident']): readonly string[] {
  const { assignees } = incident.assignment;
  const acknowledger = acknowledgerOf(incident);
  return assignees.length === 0 && acknowledger !== null ? [acknowledger] : assignees;
}

/** What was missed since the last meeting, in the order of time; seen since then, or late runs would keep a miss from every agenda. */
export const missedPart: AgendaPart = ({ situations }, ground) => {
  const { since, reader, words, common } = ground;
  return situations
    .flatMap((situation) =>
      situation.clocks.verdicts
        .filter(({ met, seen }) => !met && seen >= since)
        .map((verdict) => ({ situation, verdict })),
    )
    .sort((a, b) => a.verdict.at - b.verdict.at)
    .map(({ situation, verdict }) => {
      const { clock, priority, due } = verdict;
      const by = lateness(situation, verdict, ground);
      const what = words.late(common.clock[clock].name, priority, shortInstant(reader, due), by);
      return `${partNameOf(situation.incident.issue)}${common.colon}${what}`;
    });
};

/** By how much a deadline was missed, as far as that is known: a clock of a former priority was not followed to its stop. */
function lateness(
  { clocks }: Situation,
  { clock, priority, start, due, times = 1 }: Verdict,
  { policy, reader, words }: AgendaPartGround,
): string {
  if (times > 1) return words.times(times);
  const shown = clocks.current.find((it) => it.name === clock && it.priority === priority && it.start === start);
  if (shown === undefined) return words.missed;
  if (shown.stoppedAt === null) return words.notYet;
  return words.by(duration(reader.language, marginOf(policy, { name: clock, priority }, due, shown.stoppedAt)));
}

/** Incidents that have something in common. */
export const agendaRecurringPart: AgendaPart = ({ recurring }, { words, common }) =>
  recurring.map(({ what, incidents }) => {
    const named = incidents.slice(0, MOST_INCIDENTS).map((it) => `#${it}`);
    const rest = incidents.length - named.length;
    const all = [...named, ...(rest > 0 ? [words.more(rest)] : [])];
    return `${inline(what, LONGEST_PART)}${common.colon}${all.join(common.andThen)}`;
  });
