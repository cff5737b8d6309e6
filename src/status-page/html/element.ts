import type { Element, ElementContent, Properties, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';

/** What may stand in an element. A string is text; whoever wrote it, it cannot become markup. */
export type Content = ElementContent | string | null | readonly Content[];

/** Attributes by their names in DOM. */
type Attributes = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** An element. Attributes have their names in DOM: `className`, `ariaLabel`, `dateTime`; those that are null are left out. */
export function h(tagName: string, attributes: Attributes | null, ...content: readonly Content[]): Element {
  const given = Object.entries(attributes ?? {}).filter(([, value]) => value !== null);
  return { type: 'element', tagName, properties: Object.fromEntries(given) as Properties, children: nodesOf(content) };
}

function nodesOf(content: readonly Content[]): ElementContent[] {
  return content.flatMap((it) => {
    if (it === null) return [];
    if (typeof it === 'string') return [{ type: 'text' as const, value: it }];
    return isList(it) ? nodesOf(it) : [it];
  });
}

function isList(it: ElementContent | readonly Content[]): it is readonly Content[] {
  return Array.isArray(it);
}

/** A document of HTML. The library escapes every text and every attribute. */
export function documentOf(html: Element): string {
  const root: Root = { type: 'root', children: [{ type: 'doctype' }, html] };
  return `${toHtml(root, { quoteSmart: true, omitOptionalTags: true, closeEmptyElements: true })}\n`;
}

/** Elements as HTML that stands elsewhere, such as in a feed. */
export function fragmentOf(content: readonly ElementContent[]): string {
  return toHtml({ type: 'root', children: [...content] });
}
