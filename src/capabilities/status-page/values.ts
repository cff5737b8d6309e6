import * as z from 'zod/mini';
import { filled, map, not, text } from '../../policy/expect.ts';
import { key, taking } from '../../policy/keys.ts';
import { quote } from '../../policy/wording.ts';
import type { PublicText } from '../../status-page/page.ts';

/** A text for the public as the file has it: one for all languages, or one for each. */
export type TextFile = string | { readonly en?: string | undefined; readonly fr?: string | undefined };

/** The text in every language: one that is left out is that of another. */
export function textOf(file: TextFile): PublicText {
  if (typeof file === 'string') return { en: file, fr: file };
  const any = file.en ?? file.fr ?? '';
  return { en: file.en ?? any, fr: file.fr ?? any };
}

const EITHER = 'e.g. Checkout, or { en: TEXT, fr: TEXT }';

function publicText(takes: string, wrong: (value: string) => string | undefined) {
  const one = text('a text', '', wrong);
  const inLanguage = (name: string) => key(one, { takes, meaning: `The same in ${name}.` });
  const each = filled(
    map('a text', { en: inLanguage('English'), fr: inLanguage('French') }),
    'is empty; expected en, fr, or both',
  );
  return taking(`${takes}, or a map of \`en\`, \`fr\` to such`, z.union([one, each], { error: not('a text', EITHER) }));
}

const blank = (value: string): string | undefined => (value.trim() === '' ? 'is blank; expected a text' : undefined);

/** A line for the public. */
export const publicLine = publicText('text', (value) => {
  if (blank(value) !== undefined) return blank(value);
  return /[\r\n]/.test(value) ? 'has several lines; expected one' : undefined;
});

/** The one placeholder that a template may have. */
export const SERVICES = '{services}';

/** A template: Markdown, in which `{services}` stands for what an incident concerns. */
export const publicMarkdown = publicText('Markdown', (value) => {
  const unknown = (value.match(/\{\w+\}/g) ?? []).find((it) => it !== SERVICES);
  return (
    blank(value) ?? (unknown === undefined ? undefined : `has ${quote(unknown)}; expected no other than ${SERVICES}`)
  );
});

/** Where a page is served. */
export const pageAddress = taking(
  'address that begins with `https://`',
  text('an address', 'e.g. https://status.example.com', (value) => {
    const address = URL.canParse(value) ? new URL(value) : null;
    const isFit =
      address?.protocol === 'https:' && address.search === '' && address.hash === '' && address.username === '';
    return isFit ? undefined : `${quote(value)} is not an address; expected e.g. https://status.example.com`;
  }),
);
