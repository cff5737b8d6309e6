import type { Instant } from '../calendar/calendar.ts';
import { HOUR } from '../calendar/length.ts';
import { abbreviate } from '../text/cut.ts';
import { addressIn, runbookIn, type Whereabouts } from './place.ts';

/** How far ahead of us the clock of a monitoring system may be, in milliseconds. */
const AHEAD = HOUR;
/** What is older is no time of an alert. */
const OLDEST = Date.UTC(2000, 0);
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/i;

/** Foreign text by name: labels and annotations. */
export type Labels = ReadonlyMap<string, string>;

/** What a payload is read against. */
export interface PayloadContext {
  readonly now: Instant;
  /** Takes note of what is wrong with the payload, and of what is done instead, so that the alert is filed all the same. */
  readonly say: (problem: string, instead: string) => void;
}

/** The fields of one object of a payload. What is absent, null or empty is null; so is what is wrong, and that is said. */
export interface PayloadFields {
  readonly path: string;
  readonly has: (name: string) => boolean;
  /** A text, cut to so many UTF-16 units. */
  readonly text: (name: string, most: number) => string | null;
  readonly oneOf: <T extends string>(name: string, values: readonly T[]) => T | null;
  /** A time with a zone, to the second. The year 1 stands for none. */
  readonly time: (name: string) => Instant | null;
  /** An address of http or https, or one without a scheme. */
  readonly link: (name: string) => Whereabouts | null;
  /** Whatever names a runbook. */
  readonly runbook: (name: string) => Whereabouts | null;
  readonly count: (name: string) => number;
  /** Null if the field is absent; entries that are no text are left out. */
  readonly labels: (name: string) => Labels | null;
  /** The objects of a list. */
  readonly list: (name: string) => readonly PayloadFields[] | null;
}

/** An object of a payload, whose place in it is `path`. */
export function fieldsOf(content: object, path: string, scene: PayloadContext): PayloadFields {
  const { now, say } = scene;
  /** The value, unless it is absent. */
  function given(name: string): unknown {
    const value: unknown = Object.hasOwn(content, name) ? (content as Record<string, unknown>)[name] : undefined;
    return value === null || value === '' ? undefined : value;
  }
  function wrong(name: string, expected: string): null {
    say(`${path}.${name} must be ${expected}, or nothing`, 'it was left out');
    return null;
  }
  const fields: PayloadFields = {
    path,
    has: (name) => given(name) !== undefined,
    text(name, most) {
      const value = given(name);
      if (value === undefined) return null;
      if (typeof value !== 'string') return wrong(name, 'a text');
      if (value.trim() === '') return null;
      if (value.length <= most) return value;
      say(`${path}.${name} is longer than ${most.toLocaleString('en')} characters`, 'it was cut');
      return abbreviate(value, most);
    },
    oneOf(name, values) {
      const value = given(name);
      if (value === undefined) return null;
      return values.find((it) => it === value) ?? wrong(name, `one of ${values.join(', ')}`);
    },
    time(name) {
      const value = given(name);
      if (value === undefined) return null;
      const at = typeof value === 'string' && TIME.test(value) ? Date.parse(value) : NaN;
      if (at < OLDEST && new Date(at).getUTCFullYear() <= 1) return null;
      if (at >= OLDEST && at <= now + AHEAD) return Math.floor(at / 1000) * 1000;
      return wrong(name, 'a time with its zone, such as 2026-11-20T18:30:00Z, and not in the future');
    },
    link(name) {
      const value = given(name);
      if (value === undefined) return null;
      return (typeof value === 'string' ? addressIn(value) : null) ?? wrong(name, 'an address of http or https');
    },
    runbook(name) {
      const value = given(name);
      if (value === undefined) return null;
      if (typeof value === 'string') return runbookIn(value);
      return wrong(name, 'an address of http or https, or a path in the repository');
    },
    count(name) {
      const value = given(name);
      return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
    },
    labels(name) {
      const value = given(name);
      if (value === undefined) return null;
      if (!isObject(value)) return wrong(name, 'an object of texts');
      const entries = Object.entries(value).flatMap(([key, it]): [string, string][] =>
        typeof it === 'string'
          ? [[key, it]]
          : typeof it === 'number' || typeof it === 'boolean'
            ? [[key, String(it)]]
            : [],
      );
      if (entries.length < Object.keys(value).length)
        say(`${path}.${name} must hold texts only`, 'the rest was left out');
      return new Map(entries.filter(([, text]) => text.trim() !== ''));
    },
    list(name) {
      const value = given(name);
      if (value === undefined) return null;
      if (!Array.isArray(value)) return wrong(name, 'a list of objects');
      const objects = value.flatMap((it: unknown, i): PayloadFields[] =>
        isObject(it) ? [fieldsOf(it, `${path}.${name}[${i}]`, scene)] : [],
      );
      if (objects.length < value.length) say(`${path}.${name} must hold objects only`, 'the rest was left out');
      return objects;
    },
  };
  return fields;
}

/** Whether a value is an object with named fields. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
