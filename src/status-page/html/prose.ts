import type { Element, ElementContent, Nodes } from 'hast';
import type { Html } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';
import type { Handlers } from 'mdast-util-to-hast';
import { sanitize } from 'hast-util-sanitize';
import type { Schema } from 'hast-util-sanitize';
import { h } from './element.ts';

/** All that a text may be made of, whatever was made of it before: a second wall behind the handlers below. */
const ALLOWED: Schema = {
  tagNames: ['p', 'br', 'strong', 'em', 'code', 'pre', 'ul', 'ol', 'li', 'blockquote', 'hr', 'a'],
  attributes: { a: ['href'], ol: ['start'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style'],
};

/** Blocks within blocks, deeper than anybody writes: each would be a call within a call. */
const DEEP = /^((?:[ \t]*(?:[>*+-]|\d{1,9}[.)])[ \t]?){12})(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])[ \t]?)+/gm;
const INDENTED = /^[ \t]{40,}/gm;

/**
 * What somebody wrote in Markdown, as elements that are safe to show: no HTML, no pictures, links to the outside only, and headings as
 * bold text, so that they do not disturb those of the page.
 */
export function proseOf(markdown: string): readonly ElementContent[] {
  const shallow = markdown.replace(DEEP, '$1').replace(INDENTED, '    ');
  const tree = sanitize(toHast(fromMarkdown(shallow), { handlers: HANDLERS }), ALLOWED);
  return childrenOf(tree).flatMap((node) => (isText(node, '\n') ? [] : [withSafeLinks(node)]));
}

/** The same as plain text, a line for each block. */
export function plainOf(prose: readonly ElementContent[]): string {
  return prose.map((node) => textOf(node).trim()).join('\n');
}

const HANDLERS: Handlers = {
  heading: (state, node: { children: [] }) => h('p', null, h('strong', null, state.all(node as never))),
  // A picture would be a request to somebody else's server.
  image: (_, node: { alt?: string | null }) => ({ type: 'text', value: node.alt ?? '' }),
  imageReference: (_, node: { alt?: string | null }) => ({ type: 'text', value: node.alt ?? '' }),
  // `<timeout>` is meant as text; a comment is meant not to be seen.
  html: (_, node: Html) => ({ type: 'text', value: node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, '') }),
};

function withSafeLinks(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const children = node.children.map(withSafeLinks);
  if (node.tagName !== 'a') return { ...node, children };
  const { href } = node.properties;
  // A relative link would lead to a page of ours, or to none.
  if (typeof href !== 'string' || !/^(?:https?:\/\/|mailto:)/i.test(href)) return h('span', null, children);
  return h('a', { href, rel: ['nofollow', 'noopener', 'noreferrer'] }, children);
}

function childrenOf(tree: Nodes): ElementContent[] {
  const children = tree.type === 'root' ? tree.children : [tree];
  return children.filter((node): node is ElementContent => node.type === 'element' || node.type === 'text');
}

function isText(node: ElementContent, value: string): boolean {
  return node.type === 'text' && node.value === value;
}

function textOf(node: ElementContent | Element): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  return node.tagName === 'br' ? '\n' : node.children.map(textOf).join('');
}
