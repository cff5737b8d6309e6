import { agendaMark } from '../../capabilities/review/agenda.ts';
import type { Issue } from '../../model/issue.ts';
import { dayOf, instant } from '../../text/time.ts';
import { openDecisions } from './decisions.ts';
import type { AgendaGround } from './facts.ts';
import { agendaWordsOf } from './words.ts';

/** The most decisions that are carried over; of more the last agenda is named. */
const MOST = 50;

/** With what an agenda is opened. From then on its text is people's. */
export function agendaOpeningText(
  last: Pick<Issue, 'number' | 'body'> | null,
  { policy, meeting }: Omit<AgendaGround, 'now'>,
): { readonly title: string; readonly body: string } {
  const { language, zone } = policy;
  const words = agendaWordsOf(language);
  const parts = [
    words.intro(instant({ language, zone }, meeting.at)),
    `## ${words.decisions}`,
    ...(last === null ? [] : carriedOver(last, words)),
    `<sub>${words.how}</sub>`,
  ];
  return {
    title: words.title(dayOf({ language, zone }, meeting.at)),
    body: `${agendaMark(meeting.date)}\n${parts.join('\n\n')}`,
  };
}

/** What a meeting looks at and still has to decide, for who only looks: the decisions are those of the newest of some agendas. */
export function previewText(
  { facts, agendas: [newest] }: { readonly facts: string; readonly agendas: readonly Pick<Issue, 'body'>[] },
  { policy: { language, zone }, meeting }: Omit<AgendaGround, 'now'>,
): string {
  const words = agendaWordsOf(language);
  const decisions = newest ? openDecisions(newest.body) : [];
  return [
    `# ${words.title(dayOf({ language, zone }, meeting.at))}`,
    facts,
    ...(decisions.length === 0 ? [] : [`## ${words.decisions}`, decisions.map((it) => `- [ ] ${it}`).join('\n')]),
  ].join('\n\n');
}

function carriedOver(
  { number, body }: Pick<Issue, 'number' | 'body'>,
  words: ReturnType<typeof agendaWordsOf>,
): readonly string[] {
  const decisions = openDecisions(body);
  if (decisions.length === 0) return [];
  const rest = decisions.length - MOST;
  const lines = [
    ...decisions.slice(0, MOST).map((it) => `- [ ] ${it}`),
    ...(rest > 0 ? [`- ${words.moreIn(rest, number)}`] : []),
  ];
  return [words.carried(number), lines.join('\n')];
}
