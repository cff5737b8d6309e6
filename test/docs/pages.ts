import { readdirSync } from 'node:fs';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes, Root } from 'mdast';
import { text } from '../package/files.ts';

/** Every page that people read, by its path in the repository. */
export const PAGES: readonly string[] = [
  ...readdirSync(new URL('../..', import.meta.url)),
  ...readdirSync(new URL('../../docs', import.meta.url), { recursive: true, encoding: 'utf8' }).map(
    (it) => `docs/${it}`,
  ),
  ...readdirSync(new URL('../../.github', import.meta.url)).map((it) => `.github/${it}`),
]
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.md'))
  .toSorted();

/** A block of code on a page, and what says what it is. */
export interface Fence {
  readonly lang: string;
  readonly code: string;
  /** The language and the text of the block that follows it on the page. */
  readonly next: Omit<Fence, 'next'> | null;
}

/** The blocks of code of a page, in order. */
export function fencesOf(path: string): readonly Fence[] {
  const found = [...nodesOf(treeOf(path))].flatMap((node) =>
    node.type === 'code' ? [{ lang: node.lang ?? '', code: node.value }] : [],
  );
  return found.map((fence, i) => ({ ...fence, next: found[i + 1] ?? null }));
}

/** A heading with what stands below it, up to the next heading. */
export interface Part {
  readonly depth: number;
  readonly title: string;
  readonly nodes: readonly Nodes[];
}

/** A page in parts. */
export function partsOf(path: string): readonly Part[] {
  const parts: { depth: number; title: string; nodes: Nodes[] }[] = [];
  for (const node of treeOf(path).children) {
    if (node.type === 'heading') parts.push({ depth: node.depth, title: wordsOf(node), nodes: [] });
    else parts.at(-1)?.nodes.push(...nodesOf(node));
  }
  return parts;
}

/** The anchors that GitHub gives to the headings of a page. */
export function anchorsOf(path: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  return new Set(
    partsOf(path).map(({ title }) => {
      const slug = title
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
        .replaceAll(' ', '-');
      const times = seen.get(slug) ?? 0;
      seen.set(slug, times + 1);
      return times === 0 ? slug : `${slug}-${times}`;
    }),
  );
}

/** Where the links and pictures of a page lead. */
export function targetsOf(path: string): readonly string[] {
  return [...nodesOf(treeOf(path))].flatMap(targetsIn);
}

/** Where a link or a picture leads, be it in Markdown or in HTML; nowhere for anything else. */
export function targetsIn(node: Nodes): readonly string[] {
  if (node.type === 'html') return [...node.value.matchAll(/ (?:src|href)="([^"]*)"/g)].map(([, url]) => url!);
  return node.type === 'link' || node.type === 'image' || node.type === 'definition' ? [node.url] : [];
}

/** A node and all those below it. */
export function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}

const trees = new Map<string, Root>();

/** A page as Markdown. Tables are paragraphs here, whose links and code are found all the same. */
function treeOf(path: string): Root {
  const tree = trees.get(path) ?? fromMarkdown(text(path));
  trees.set(path, tree);
  return tree;
}

function wordsOf(node: Nodes): string {
  return [...nodesOf(node)].map((it) => (it.type === 'text' || it.type === 'inlineCode' ? it.value : '')).join('');
}
