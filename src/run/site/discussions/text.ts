import type { Language } from '../../../model/language.ts';
import type { StatusPagePolicy } from '../../../capabilities/status-page/policy.ts';
import type { PublicText } from '../../../status-page/page.ts';
import { siteWords } from '../../../status-page/words.ts';
import { fingerprint } from '../../../text/fingerprint.ts';
import { plain, prose } from '../../../text/foreign.ts';
import { statement } from '../../../text/public.ts';
import { keptInstant, shortInstant } from '../../../text/time.ts';
import type { Entry, SaidInDiscussion } from './entry.ts';
import { writePublicMark } from './mark.ts';
import { discussionWords } from './words.ts';

/** A comment has room for this much in each language, and GitHub for 65,536 of all; in UTF-16 units. */
const LONGEST = 10_000;

type Page = Pick<StatusPagePolicy, 'languages' | 'zone'>;

/** A text as it is written, with the mark at its start, and what proves that it was. */
export interface Written {
  /** Of a Discussion; empty for a comment. */
  readonly title: string;
  readonly body: string;
  readonly sum: string;
}

/** The Discussion of an entry: its first news, and where the rest is. */
export function discussionOpeningText(entry: Entry, page: Page): Written {
  const { title, components, planned, url, said } = entry;
  const [language] = page.languages;
  const words = discussionWords(language!);
  const listed = (tongue: Language): string => components.map((it) => prose(it[tongue])).join(', ');
  const facts = (tongue: Language): string[] => {
    const { affects, planned: when } = discussionWords(tongue);
    const reader = { language: tongue, zone: page.zone };
    return [
      ...(components.length === 0 ? [] : [affects(listed(tongue), components.length)]),
      ...(planned === null ? [] : [when(keptInstant(reader, planned.from), keptInstant(reader, planned.to))]),
    ];
  };
  const text = inLanguages(page, said[0]!.text, (tongue) =>
    [told(said[0]!, tongue, page), ...facts(tongue)].join('\n\n'),
  );
  return marked(
    entry,
    null,
    plain(title[language!]),
    `${text}\n\n[${words.link}](${url})\n\n<sub>${words.subscribe}</sub>`,
  );
}

/** A comment with one thing that was told. */
export function remarkText(entry: Entry, said: SaidInDiscussion, page: Page): Written {
  return marked(
    entry,
    said.id,
    '',
    inLanguages(page, said.text, (language) => told(said, language, page)),
  );
}

/** What stands in the place of words that were taken back, where they cannot be deleted. */
export function withdrawnText(
  of: Pick<Entry, 'kind' | 'id'>,
  said: SaidInDiscussion['id'] | null,
  page: Page,
): Written {
  const [language] = page.languages;
  const { withdrawn, withdrawnTitle } = discussionWords(language!);
  return marked(of, said, said === null ? withdrawnTitle : '', withdrawn, true);
}

/** The same for what was told twice; `number` is that of the Discussion that stays. */
export function doubleText(
  of: Pick<Entry, 'kind' | 'id'>,
  said: SaidInDiscussion['id'] | null,
  number: number,
  page: Page,
): Written {
  const [language] = page.languages;
  const { double, doubleTitle } = discussionWords(language!);
  return marked(of, said, said === null ? doubleTitle : '', double(number), true);
}

function marked(
  { kind, id }: Pick<Entry, 'kind' | 'id'>,
  said: SaidInDiscussion['id'] | null,
  title: string,
  text: string,
  isWithdrawn = false,
): Written {
  const sum = fingerprint(JSON.stringify([title, text]));
  return { title, body: `${writePublicMark({ kind, entry: id, said, sum, isWithdrawn })}\n${text}`, sum };
}

/** How far it is, when that was said, and what. */
function told({ at, stage, text, correctedAt }: SaidInDiscussion, language: Language, { zone }: Page): string {
  const reader = { language, zone };
  const corrected =
    correctedAt === null
      ? []
      : [`${siteWords[language].incidents.corrected} ${shortInstant({ ...reader, today: at }, correctedAt)}`];
  const head = [`**${stage[language]}**`, keptInstant(reader, at), ...corrected].join(' · ');
  return `${head}\n\n${statement(text[language], LONGEST)}`;
}

/** A text in the first language of the page, with each other one folded below it in which the words that were told are others. */
function inLanguages({ languages }: Page, words: PublicText, text: (language: Language) => string): string {
  const [first, ...others] = languages;
  const folded = others
    .filter((it) => words[it] !== words[first!])
    .map((it) => `<details><summary>${siteWords[it].language}</summary>\n\n${text(it)}\n\n</details>`);
  return [text(first!), ...folded].join('\n\n');
}
