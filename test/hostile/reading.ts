import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes } from 'mdast';
import { expect } from 'vitest';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';

/* Reads what Tocsin wrote as GitHub's readers would, and says what is wrong with it. */

const OWN = 'github-actions[bot]';
export const MOST = 65_536;

/** The logins that a text mentions so that they get mail: in running text, not in code. */
export function mentioned(body: string): string[] {
  const texts: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'text') texts.push(node.value);
    // What looks like HTML may be shown as it is.
    if (node.type === 'html' && !node.value.startsWith('<!--')) texts.push(node.value);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(fromMarkdown(body));
  return texts.flatMap((text) => [...text.matchAll(/(?<![\w/.])@([a-z\d][\w-]*)/gi)].map((match) => match[1]!));
}

/** Rows of tables that have more or fewer cells than the head of theirs. */
export function brokenRows(body: string): string[] {
  const broken: string[] = [];
  let cells: number | null = null;
  for (const line of body.split('\n')) {
    if (!line.startsWith('|')) {
      cells = null;
      continue;
    }
    const count = line.replaceAll('\\|', '').split('|').length;
    cells ??= count;
    if (count !== cells) broken.push(line);
  }
  return broken;
}

/** The comments of ours on an issue, oldest first. */
export function ours(hub: EmbeddedGitHub, number: number): string[] {
  return hub
    .issue(number)
    .comments.filter(({ author }) => author === OWN)
    .map(({ body }) => body);
}

export const cardsOf = (hub: EmbeddedGitHub, number: number): string[] =>
  ours(hub, number).filter((body) => body.startsWith('<!-- tocsin:card'));
export const noticesOf = (hub: EmbeddedGitHub, number: number): string[] =>
  ours(hub, number).filter((body) => body.startsWith('<!-- tocsin:notice'));

/** Whom a notice or a digest says that it tells. */
export function toldBy(notice: string): string[] {
  const lists = notice.startsWith('<!-- tocsin:digest')
    ? [...notice.split('\n', 1)[0]!.matchAll(/"told":\[([^\]]*)\]/g)].map((match) => match[1]!)
    : [/"told":\[(.*?)\]\} -->/.exec(notice)?.[1] ?? ''];
  return lists.flatMap((told) => [...told.matchAll(/"([^"]+)"/g)].map((match) => match[1]!));
}

/** Everything that Tocsin wrote, in the whole repository or on these issues, is whole, harmless and short enough. */
export function expectHarmless(hub: EmbeddedGitHub, issues = hub.issues()): void {
  for (const issue of issues) {
    const texts = ours(hub, issue.number);
    if (issue.author === OWN) {
      texts.push(issue.body);
      // A title knows no Markdown.
      expect(issue.title).not.toMatch(/[@#](?=\w)(?!\d+\)$)/);
    }
    for (const text of texts) {
      const allowed = /^<!-- tocsin:(?:notice|digest)/.test(text) ? toldBy(text) : [];
      expect(
        mentioned(text).filter((login) => !allowed.includes(login)),
        text,
      ).toEqual([]);
      expect(brokenRows(text), text).toEqual([]);
      expect(text.length).toBeLessThanOrEqual(MOST);
      // The mark is a comment, and nothing of it shows.
      expect(text).toMatch(/^<!-- tocsin:[a-z-]+ \{[^\n]*\} -->\n/);
      expect(text.indexOf('-->')).toBe(text.indexOf('\n') - 3);
    }
  }
}
