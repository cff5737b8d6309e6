import type { Page } from './message.ts';
import { code, linkTarget } from './text.ts';
import { pageFactsOf, headline, linksOf, todoOf, untilOf } from './wording.ts';

const LONGEST_LINE = 1_000;

/** A page as Markdown for chats: a line each, and what others wrote as code. */
export function chatText(page: Page): string {
  const [title, todo] = [headline(page), todoOf(page)].map((line) => code(line, LONGEST_LINE));
  const lines = [
    `**${title ?? ''}**`,
    ...[pageFactsOf(page), untilOf(page)].map((line) => code(line, LONGEST_LINE)),
    todo === '' ? '' : `**${todo ?? ''}**`,
    linksOf(page)
      .map(({ url, label }) => `[${code(label, 200)}](${linkTarget(url)})`)
      .join(' · '),
  ];
  // Two line breaks are one line break in every dialect.
  return lines.filter((line) => line !== '').join('\n\n');
}
