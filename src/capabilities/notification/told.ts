import { readKey } from '../../engine/keys.ts';
import { cell } from '../../text/foreign.ts';
import type { Words } from '../words.ts';

/** What people were told, in words, from the key under which the record keeps it. */
export function what({ told }: Words, key: string): string {
  const parts = readKey(key);
  if (parts?.kind === 'step') return told.step(parts.step, parts.policy);
  if (parts?.kind !== 'notice' && parts?.kind !== 'request') return cell(key);
  const text = Object.hasOwn(told, parts.name) ? told[parts.name as keyof Words['told']] : undefined;
  return typeof text === 'string' ? text : cell(parts.name);
}
