import type { RawError } from './errors.ts';
import type { RawTicket } from './translate.ts';

/** The issue inside of which an error of an answer lies, if it does. */
export function holed(data: unknown, path: RawError['path']): number | null {
  let value = data;
  for (const key of path ?? []) {
    value = (value as Record<string | number, unknown> | null)?.[key];
    if (typeof value === 'object' && value !== null && 'timelineItems' in value) return (value as RawTicket).number;
  }
  return null;
}
