import * as z from 'zod/mini';
import { PRIORITIES } from '../policy/policy.ts';

/** The most that is kept of an alert's text, in characters. */
const LONGEST = 20_000;

const plain = z.object({
  key: z.string().check(z.minLength(1), z.maxLength(200)),
  title: z.string().check(z.minLength(1)),
  body: z.optional(z.string()),
  priority: z.optional(z.enum(PRIORITIES)),
  source: z.optional(z.string().check(z.maxLength(100))),
});

/** An alert of a monitoring system. */
export interface Alert {
  /** Names the trouble: an alert with the key of an open incident belongs to that incident. */
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly priority: (typeof PRIORITIES)[number] | null;
  readonly source: string | null;
}

/**
 * Reads the payload of a `repository_dispatch`: `client_payload` with `key` and `title`, and if wanted `body`, `priority` and
 * `source`. Throws with every field that is wrong and what it takes.
 */
export function readAlert(payload: unknown): Alert {
  const content =
    typeof payload === 'object' && payload !== null && 'client_payload' in payload ? payload.client_payload : undefined;
  const parsed = plain.safeParse(content);
  if (parsed.success) {
    const { key, title, body = '', priority = null, source = null } = parsed.data;
    return { key, title, body: body.slice(0, LONGEST), priority, source };
  }
  const expected: Readonly<Record<string, string>> = {
    key: 'a text of 1 to 200 characters that names the trouble',
    title: 'a text',
    body: 'a text, or nothing',
    priority: `one of ${PRIORITIES.join(', ')}, or nothing`,
    source: 'a text of at most 100 characters, or nothing',
  };
  const wrong = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? '')))];
  const lines = wrong.map((key) =>
    key === '' ? 'client_payload must be an object' : `client_payload.${key} must be ${expected[key] ?? 'absent'}`,
  );
  throw new Error(`The alert cannot be read: ${lines.join('; ')}.`);
}
