import type { LeakKind, Span } from './leak.ts';
import { isInternalHost, isName, isService } from './machines.ts';
import { NUMBERED } from './ordinary.ts';

/** A word, a number, or several of them with dots and dashes between; with a port if one follows. */
const RUN = /[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*(?::\d{2,5}(?![\d:]))?/gu;
const LONGEST = 253;
/** A key of a ticket; `Q3-2026` is a quarter. */
const KEY = /^(?![HQST]\d-)([A-Z][A-Z\d]+)(?:-\d+)+$/;
const SHA = /^(?=\d*[a-f])(?=[a-f]*\d)[\da-f]{7,40}$/i;
/** Days such as `01dec2026` are made of the same signs. */
const DAY = /^\d{1,4}(?:dec|feb)\d{0,4}$/i;
const PORT = /^[a-z][a-z\d-]*:\d{2,5}$/;
/** What a number follows behind a colon, where the blank between is missing. */
const COUNTED = /^(?:case|code|count|http|https|error|erreur|id|ligne|line|page|port|status|statut|ticket|total)$/;

/** What is a name by its looks: hosts, hashes of commits, keys of tickets. `isKnown` says what is found elsewhere. */
export function namesIn(text: string, isKnown: (word: string) => boolean): Span[] {
  return [...text.matchAll(RUN)].flatMap(({ index, 0: run }) => {
    const kind = run.length > LONGEST || isKnown(run) ? null : kindOf(run);
    return kind === null ? [] : [{ kind, from: index, to: index + run.length }];
  });
}

function kindOf(run: string): LeakKind | null {
  const [name, port] = run.split(':') as [string, string?];
  if (/^localhost$/i.test(name)) return 'address';
  const key = KEY.exec(name)?.[1];
  if (key !== undefined) return NUMBERED.has(key.toLowerCase()) || key.length > 10 ? null : 'reference';
  if (SHA.test(name) && !DAY.test(name)) return 'reference';
  if (isService(name)) return 'address';
  if (isInternalHost(name)) return 'host';
  if (port === undefined) return null;
  const isPort = Number(port) > 0 && Number(port) < 65_536;
  if (isName(name.split('.'))) return isPort ? 'host' : null;
  return isPort && PORT.test(run) && !COUNTED.test(name) && isListened(port) ? 'host' : null;
}

/** Whether a number behind a word is a port rather than a year or a small count. */
function isListened(port: string): boolean {
  return /^(?:22|25|53|80|389|443|587|636|993)$/.test(port) || (port.length > 3 && !/^(?:19|20)\d\d$/.test(port));
}
