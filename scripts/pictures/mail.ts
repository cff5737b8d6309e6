import type { Shown } from './shown.ts';

/** A text as GitHub mails it to people without HTML: the Markdown as it was written, without its comments. Null if it mails none. */
export function mailOf({ kind, title, place, author, unfolded, body }: Shown): string | null {
  if (kind === 'summary' || unfolded) return null;
  const number = /\d+/.exec(place)![0];
  const what = kind === 'issue' ? 'created an issue' : 'left a comment';
  return [
    `Subject: ${kind === 'issue' ? '' : 'Re: '}[acme/shop] ${title} (Issue #${number})`,
    '',
    `${author} ${what} (acme/shop#${number})`,
    '',
    body.replace(/<!--.*?-->\n?/gs, '').trim(),
    '',
    '-- ',
    `Reply to this email directly or view it on GitHub:\nhttps://github.com/acme/shop/${place}`,
    'You are receiving this because you were mentioned.',
    '',
  ].join('\n');
}
