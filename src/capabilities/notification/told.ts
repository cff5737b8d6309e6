import { cell } from '../../text/foreign.ts';
import type { Words } from '../words.ts';

/** What people were told, in words, from the key under which the record keeps it. */
export function what(words: Words, key: string): string {
  const [first = ''] = key.split('@');
  const kind = /^(role|assign)-/.exec(first)?.[1] ?? first;
  const text = Object.hasOwn(words.told, kind) ? words.told[kind as keyof Words['told']] : undefined;
  if (typeof text === 'string') return text;
  const colon = key.indexOf(':');
  return colon < 0
    ? cell(key)
    : words.told.step(key.slice(colon + 1).replace(/(@\d+)?(#\d+)?$/, ''), key.slice(0, colon));
}
