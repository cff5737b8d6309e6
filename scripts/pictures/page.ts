import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { htmlOf } from './markdown.ts';
import type { Shown } from './shown.ts';

/** GitHub's own styles of what is made of Markdown, light and dark. */
const STYLES = await readFile(createRequire(import.meta.url).resolve('github-markdown-css'), 'utf8');

/** What stands around it on GitHub, and what GitHub has besides: mentions, text of 14 pixels in comments and of 16 in summaries. */
const AROUND = `
  body { margin: 0; }
  .page { padding: 8px; }
  .page > h1 { margin: 0 0 8px; border: 0; padding: 0; font-size: 20px; font-weight: 400; overflow-wrap: anywhere; }
  .frame { border: 1px solid var(--borderColor-default); border-radius: 6px; }
  .author { display: flex; gap: 6px; padding: 6px 16px; border-bottom: 1px solid var(--borderColor-default);
    border-radius: 6px 6px 0 0; background: var(--bgColor-muted); color: var(--fgColor-muted); font-size: 14px; }
  .author b { color: var(--fgColor-default); }
  .author i { border: 1px solid var(--borderColor-default); border-radius: 2em; padding: 0 6px; font: inherit; font-size: 12px; }
  .frame > .markdown-body { padding: 16px; font-size: 14px; }
  .frame.summary > .markdown-body { font-size: 16px; }
  .markdown-body a:has(> strong:only-child) { color: inherit; white-space: nowrap; }
`;

/** A page with the text as GitHub shows it: rendered, in the frame of a comment, with the title of the issue above if it is the issue. */
export async function pageOf({ kind, title, author, edited, unfolded, body }: Shown): Promise<string> {
  const html = await htmlOf(body);
  const [name, bot] = author.split(/(?=\[bot\]$)/);
  const heading = kind === 'issue' && title !== null ? `<h1>${escaped(title)}</h1>` : '';
  const said =
    kind === 'summary' ? '' : ` ${kind === 'issue' ? 'opened' : 'commented'} now${edited ? ' · edited' : ''}`;
  return `<!doctype html>
<meta charset="utf-8">
<style>${STYLES}${AROUND}</style>
<body class="markdown-body">
<div class="page">
${heading}
<div class="frame ${kind}">
<div class="author"><span><b>${escaped(name!)}</b>${bot ? ' <i>bot</i>' : ''}${said}</span></div>
<div class="markdown-body">
${unfolded ? html.replaceAll('<details>', '<details open>') : html}
</div>
</div>
</div>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
