import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { expect } from 'vitest';

/** An element of HTML or XML as a parser reads it. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Tag | string)[];
}

/** A file of HTML as a browser reads it, all elements in the order of the text. */
export function readHtml(html: string): readonly Tag[] {
  const errors: string[] = [];
  const document = parse(html, { onParseError: ({ code }) => errors.push(code) });
  // `<use/>` within SVG is as it must be; the parser warns of nothing else.
  expect(errors).toEqual([]);
  return document.childNodes.flatMap((node) => allOf(tagOf(node)));
}

function tagOf(node: DefaultTreeAdapterTypes.ChildNode): Tag | string {
  if ('value' in node) return node.value;
  if (!('tagName' in node)) return '';
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return { name: node.tagName, attributes, children: node.childNodes.map(tagOf) };
}

/** An element and all within it. */
export function allOf(tag: Tag | string): readonly Tag[] {
  return typeof tag === 'string' ? [] : [tag, ...tag.children.flatMap(allOf)];
}

/** All text within an element. */
export function textIn(tag: Tag | string): string {
  return typeof tag === 'string' ? tag : tag.children.map(textIn).join('');
}

const TOKEN = /<\?xml[^>]*\?>\n|<\/([\w:]+)>|<([\w:]+)((?: [\w:-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;

/** A file of XML 1.0, read strictly; fails where it is not well-formed. */
export function readXml(xml: string): Tag {
  // eslint-disable-next-line no-control-regex -- what XML 1.0 forbids
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  expect(xml).toBe(xml.toWellFormed());
  const stack: { name: string; attributes: Record<string, string>; children: (Tag | string)[] }[] = [
    { name: '', attributes: {}, children: [] },
  ];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const from = TOKEN.lastIndex;
    const token = TOKEN.exec(xml);
    if (token === null) throw new Error(`not well-formed: ${xml.slice(from, from + 60)}`);
    const [, closed, opened, attributes, isEmpty, text] = token;
    const current = stack.at(-1)!;
    if (text !== undefined) current.children.push(unescaped(text));
    else if (closed !== undefined) {
      expect(closed).toBe(current.name);
      stack.pop();
    } else if (opened !== undefined) {
      const pairs = [...attributes!.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [
        key!,
        unescaped(value!),
      ]);
      const tag = { name: opened, attributes: Object.fromEntries(pairs) as Record<string, string>, children: [] };
      expect(Object.keys(tag.attributes)).toHaveLength(pairs.length);
      current.children.push(tag);
      if (isEmpty === '') stack.push(tag);
    }
  }
  expect(stack).toHaveLength(1);
  const [root, ...others] = stack[0]!.children.filter((child) => typeof child !== 'string');
  expect(others).toEqual([]);
  return root!;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+);|(\w+);)?/g, (whole, code: string | undefined, name: string | undefined) => {
    const character = code === undefined ? ENTITIES[name ?? ''] : String.fromCodePoint(Number(code));
    if (character === undefined) throw new Error(`no entity: ${whole}`);
    return character;
  });
}

/** The texts of the children of this name. */
export function texts(tag: Tag, name: string): readonly string[] {
  return childrenOf(tag, name).map(textIn);
}

export function childrenOf(tag: Tag, name: string): readonly Tag[] {
  return tag.children.filter((child): child is Tag => typeof child !== 'string' && child.name === name);
}
