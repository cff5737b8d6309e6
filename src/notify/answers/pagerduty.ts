import * as z from 'zod/mini';
import type { Region } from '../message.ts';
import { askService } from '../request.ts';
import { dedupKey } from '../services/pagerduty.ts';
import { Deaf, type ServiceAnswer, type Hear, type OpenPage } from './answer.ts';
import { askedInTurn } from './turn.ts';

/*
 * REST API v2: developer.pagerduty.com/api-reference. `acknowledgements` of an incident is empty once it is resolved, so that who has
 * acknowledged and when stands in its log entries alone. An agent may be a service: Tocsin's own word that an incident is acknowledged.
 */

const HOSTS: Readonly<Record<Region, string>> = { us: 'https://api.pagerduty.com', eu: 'https://api.eu.pagerduty.com' };

/** So many pages are asked about in turn, so many at once: an account has 960 requests a minute, for all that uses it. */
const MOST_PAGES = 50;
const SIDE_BY_SIDE = 5;
/** So many incidents of one key are looked at, the last ones: after a resolution a trigger opens another. */
const MOST_INCIDENTS = 5;
/** So many entries of the log, the last ones: an answer is among the last. */
const MOST_ENTRIES = 100;

const incidents = z.object({
  incidents: z.array(z.object({ id: z.string().check(z.regex(/^\w+$/)), status: z.string() })),
});
const entry = z.object({
  type: z.string(),
  created_at: z.string(),
  agent: z.optional(z.nullable(z.object({ id: z.string(), type: z.string() }))),
});
const log = z.object({ log_entries: z.array(entry) });
const user = z.object({ user: z.object({ email: z.string() }) });

/** Who has acknowledged or resolved each incident, and has not given it back since. */
export const hearPagerDuty: Hear = async (open, { ask: get, secrets, means, now }) => {
  const host = HOSTS[means.region ?? 'us'];
  const headers = {
    Authorization: `Token token=${secrets.answers ?? ''}`,
    Accept: 'application/vnd.pagerduty+json;version=2',
  };
  const read = (path: string, query: Readonly<Record<string, string>> = {}): Promise<unknown> =>
    get(askService(`${host}${path}?${new URLSearchParams(query)}`, headers));
  const emails = new Map<string, Promise<readonly string[]>>();

  /** The names by which somebody is known: the id, and the address as far as it may be seen. */
  async function accountsOf(id: string): Promise<readonly string[]> {
    const asked =
      emails.get(id) ??
      read(`/users/${encodeURIComponent(id)}`).then(
        (data) => {
          const parsed = user.safeParse(data);
          return parsed.success ? [parsed.data.user.email] : [];
        },
        (thrown: unknown) => {
          // A key may be kept from the users; then `people` must have ids.
          if (thrown instanceof Deaf && 'status' in thrown.fault && [401, 403, 404].includes(thrown.fault.status))
            return [];
          throw thrown;
        },
      );
    emails.set(id, asked);
    return [id, ...(await asked)];
  }

  async function answersOf({ number, key, from }: OpenPage): Promise<readonly ServiceAnswer[]> {
    const found = z.parse(
      incidents,
      await read('/incidents', {
        incident_key: dedupKey(key),
        date_range: 'all',
        sort_by: 'created_at:desc',
        limit: String(MOST_INCIDENTS),
      }),
    );
    const answers: ServiceAnswer[] = [];
    for (const { id, status } of found.incidents) {
      // What is triggered again was given back.
      if (status === 'triggered') continue;
      const { log_entries: entries } = z.parse(
        log,
        await read(`/incidents/${id}/log_entries`, { limit: String(MOST_ENTRIES) }),
      );
      for (const it of lastTaken(entries)) {
        const at = Date.parse(it.created_at);
        if (!(at >= from)) continue;
        answers.push({ number, accounts: await accountsOf(it.agent!.id), at, page: from });
      }
    }
    return answers;
  }

  const answers: ServiceAnswer[] = [];
  let deaf: unknown = null;
  const some = askedInTurn(open, MOST_PAGES, now);
  const waiting = [...some];
  const work = async (): Promise<void> => {
    for (let page = waiting.shift(); page; page = waiting.shift()) {
      try {
        answers.push(...(await answersOf(page)));
      } catch (thrown) {
        deaf ??= thrown;
        // What is refused for one is refused for all; what one took too long for, another may not.
        if (thrown instanceof Deaf && thrown.fault.what === 'status') waiting.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return { answers, deaf, left: open.length - some.length };
};

/** The acknowledgements and resolutions by people since the incident was last given back. */
function lastTaken(entries: readonly z.infer<typeof entry>[]): readonly z.infer<typeof entry>[] {
  const inOrder = entries.toSorted((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at));
  const given = inOrder.findLastIndex(({ type }) => /^unacknowledge_log_entry/.test(type));
  return inOrder
    .slice(given + 1)
    .filter(
      ({ type, agent }) =>
        /^(?:acknowledge|resolve)_log_entry/.test(type) && /^user(?:_reference)?$/.test(agent?.type ?? ''),
    );
}
