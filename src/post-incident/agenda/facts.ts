import type { Instant } from '../../calendar/calendar.ts';
import type { Meeting } from '../../capabilities/review/meetings.ts';
import type { Policy } from '../../capabilities/policy.ts';
import { wordsOf } from '../../capabilities/words.ts';
import { LONGEST_TEXT } from '../../model/limits.ts';
import { cutTo } from '../../text/cut.ts';
import { instant } from '../../text/time.ts';
import { exceptionsPart, agendaOverduePart, postMortemsPart } from './parts/follow-up.ts';
import { missedPart, openPart, agendaRecurringPart } from './parts/incidents.ts';
import type { AgendaPart } from './parts/part.ts';
import type { Sources } from './sources.ts';
import { agendaWordsOf, type AgendaWords } from './words.ts';

/** The parts of an agenda, in order. To add one, add its file, a line, and its heading. */
const PARTS: Readonly<Record<keyof AgendaWords['parts'], AgendaPart>> = {
  open: openPart,
  missed: missedPart,
  overdue: agendaOverduePart,
  postMortems: postMortemsPart,
  recurring: agendaRecurringPart,
  exceptions: exceptionsPart,
};

/** The most lines of a part. */
const MOST = 50;

/** What an agenda depends on besides its sources. */
export interface AgendaGround {
  readonly now: Instant;
  readonly policy: Policy;
  readonly meeting: Meeting;
}

/** What a meeting looks at, as Markdown: the same text as long as the facts are the same. */
export function factsText(sources: Sources, { now, policy, meeting }: AgendaGround): string {
  const { language, zone } = policy;
  const words = agendaWordsOf(language);
  const common = wordsOf(language);
  const ground = { now, since: meeting.since, policy, reader: { language, zone }, words, common };
  const parts = Object.entries(PARTS).map(([name, part]) => ({
    heading: words.parts[name as keyof typeof PARTS],
    lines: part(sources, ground),
  }));
  const empty = parts.filter(({ lines }) => lines.length === 0).map(({ heading }) => heading);
  const told = [
    words.ask(instant({ language, zone }, meeting.at)),
    ...parts
      .filter(({ lines }) => lines.length > 0)
      .map(({ heading, lines }) => `### ${heading}\n\n${listOf(lines, words)}`),
    ...(empty.length > 0 ? [words.nothing(empty.join(common.andThen))] : []),
  ].join('\n\n');
  return cutTo(told, LONGEST_TEXT);
}

function listOf(lines: readonly string[], words: AgendaWords): string {
  const shown = lines.slice(0, MOST);
  const rest = lines.length - shown.length;
  return [...shown, ...(rest > 0 ? [words.more(rest)] : [])].map((line) => `- ${line}`).join('\n');
}
