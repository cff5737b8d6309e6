import { clean } from './clean.ts';

declare const XML: unique symbol;
/** Text that is XML already. */
export type Xml = string & { readonly [XML]: true };

/** An element; attributes that are null are left out, texts are escaped. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  ...children: readonly (Xml | { readonly text: string } | null)[]
): Xml {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  const inner = children.map((child) =>
    child === null ? '' : typeof child === 'string' ? child : escaped(child.text),
  );
  const content = inner.join('');
  return (content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`) as Xml;
}

/** A text within an element. */
export function xmlText(value: string): { readonly text: string } {
  return { text: value };
}

/** A whole document of this element, in UTF-8. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;
}

function escaped(value: string): string {
  return clean(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
