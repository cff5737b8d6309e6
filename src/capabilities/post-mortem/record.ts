import { mark } from '../../engine/mark.ts';
import { alertCountOf } from '../alerts/log.ts';
import { isHealed } from '../alerts/wait.ts';
import { changeLines, culpritText } from '../changes/card.ts';
import { changesOf } from '../changes/wanted.ts';
import { targetText } from '../clocks/card.ts';
import { verdictText } from '../clocks/verdict.ts';
import { objectives } from '../impact/card.ts';
import { impactOf } from '../impact/impact.ts';
import type { Situation } from '../situation.ts';
import { block, inline, who, withoutHidden } from '../../text/foreign.ts';
import { duration, instant, shortInstant } from '../../text/time.ts';
import { LONGEST_BODY } from '../../model/limits.ts';
import { peopleList } from './people.ts';
import { timelineList } from './timeline.ts';

/** The kind of the mark on a comment that holds the record of an incident, on the issue of its post-mortem. */
export const RECORD = 'record';

/** The most of each that are copied, the last, so that the whole fits into a comment. */
const MOST_VERDICTS = 60;
const MOST_UPDATES = 40;

/**
 * What the record knows of an incident, for its post-mortem: one comment of ours there, which is kept true when facts arrive late. Null where
 * there is no post-mortem, or nothing to tell: while the incident runs again, and of what is confidential. `evidence` are the numbers of the
 * comments that people have chosen for its timeline.
 */
export function recordBody(situation: Situation, evidence: readonly number[] = []): string | null {
  const { incident, words } = situation;
  const { issue, postMortem, resolution, category } = incident;
  if (
    !postMortem.issue ||
    !postMortem.isRecordApart ||
    !resolution.resolved ||
    category.confidential ||
    isHealed(incident)
  )
    return null;
  const w = words.postMortem;
  const of = { ...situation, reader: { ...situation.reader, today: issue.openedAt } };
  const report = withoutHidden(issue.body);
  const section = (heading: string, text: string): readonly string[] =>
    text === '' ? [] : [`### ${heading}\n\n${text}`];
  return [
    `${mark(RECORD, postMortem.issue.number, { of: issue.number })}\n## ${w.recordOf(issue.number)}`,
    w.kept,
    ...section(w.impact, impact(of)),
    ...section(w.timeline, timelineList(of, evidence)),
    ...section(w.people, peopleList(situation)),
    ...section(words.pause.heading, thirdParties(of)),
    ...changes(of),
    ...section(w.deadlines, deadlines(of)),
    ...section(w.updates, updates(of)),
    ...(report.trim() === '' ? [] : [`<details><summary>${w.reported}</summary>\n\n${block(report)}\n\n</details>`]),
  ]
    .join('\n\n')
    .slice(0, LONGEST_BODY);
}

/** What changed before, as it was seen last, and first where the impact was moved in between. */
function changes(situation: Situation): readonly string[] {
  const seen = changesOf(situation);
  if (seen === null) return [];
  const { changes: w } = situation.words;
  const lists = [
    [w.short, seen],
    [w.first, seen.first],
  ] as const;
  return lists.flatMap(([heading, found]) =>
    found ? [`### ${heading}\n\n${changeLines(situation, found).join('\n')}`] : [],
  );
}

/** What was said to those outside, the last updates. */
function updates({ incident, reader, words }: Situation): string {
  return incident.comments
    .filter(({ outcome }) => outcome === 'accepted')
    .flatMap(({ comment, by, commands }) =>
      commands
        .filter(({ name, complaint }) => name === 'update' && complaint === null)
        .map(({ text }) => {
          const at = incident.issue.timeline.find((it) => it.kind === 'commented' && it.comment.id === comment.id)?.at;
          const when = at === undefined ? '' : `${shortInstant(reader, at)} `;
          return `- ${when}${who(by)}${words.colon}${inline(text, 300)}`;
        }),
    )
    .slice(-MOST_UPDATES)
    .join('\n');
}

/** What users went through, as far as it is known. */
function impact(situation: Situation): string {
  const { incident, policy, words } = situation;
  // Of a resolved incident it is over.
  const { from, to, downtime } = impactOf(incident)!;
  const w = words.postMortem;
  const { facts } = incident.report;
  const category = incident.category.current?.name;
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    [w.impactRows.from, instant(policy, from)],
    [w.impactRows.to, instant(policy, to!)],
    // How it compares with what the policy promises for the service.
    [w.impactRows.duration, [duration(policy.language, downtime!), ...objectives(situation)].join(words.semicolon)],
    [w.impactRows.priority, incident.priority.current],
    [w.impactRows.category, category === undefined ? null : inline(category)],
    [
      w.impactRows.affected,
      [facts.customers, facts.system].flatMap((it) => (it === undefined ? [] : [inline(it)])).join(words.semicolon),
    ],
    [w.impactRows.data, facts.data === undefined ? null : inline(facts.data)],
    [w.cause, incident.cause ? `${inline(incident.cause.cause.name)} (${inline(incident.cause.cause.group)})` : null],
    [
      words.changes.culprit,
      incident.changes.culprit === null ? null : culpritText(situation, incident.changes.culprit),
    ],
    [w.source, incident.levels.source === null ? null : inline(incident.levels.source)],
    [w.firings, incident.alert === null ? null : String(alertCountOf(incident.alert))],
  ];
  return rows.flatMap(([name, value]) => (value ? [`- **${name}**${words.colon}${value}`] : [])).join('\n');
}

function deadlines(situation: Situation): string {
  const { clocks, reader, words } = situation;
  if (clocks.verdicts.length === 0) return words.clocksCard.none;
  return clocks.verdicts
    .slice(-MOST_VERDICTS)
    .map((verdict) => {
      const name = `**${words.clock[verdict.clock].name}** (${verdict.priority})`;
      const due = `${shortInstant(reader, verdict.due)} ${words.clocksCard.within(targetText(words, verdict.target))}`;
      return `- ${verdict.met ? '✅' : '❌'} ${name} ${due} · ${verdictText(situation, verdict)}`;
    })
    .join('\n');
}

/** Whom it waited for, and how long. */
function thirdParties({ incident, reader, policy, words }: Situation): string {
  const over = incident.resolution.resolved?.at ?? incident.issue.openedAt;
  return incident.pauses.waits
    .filter(({ from }) => from < over)
    .slice(-MOST_UPDATES)
    .map(({ label, why, from, to }) => {
      const end = Math.min(to, over);
      const whom = why === '' ? inline(label) : inline(why, 200);
      const [since, until] = [shortInstant(reader, from), shortInstant(reader, end)];
      return `- ${words.pause.stretch(whom, since, until, duration(policy.language, end - from))}`;
    })
    .join('\n');
}
