import type { Clock } from './service.ts';
import { reply, type Reply, type Request, type Service } from './service.ts';

/* Events API v2 and REST API v2: developer.pagerduty.com. Keys are those of `SECRETS`. */

interface Entry {
  readonly type: string;
  readonly created_at: string;
  readonly agent: { readonly id: string; readonly type: string; readonly summary: string };
}
interface Incident {
  readonly id: string;
  readonly key: string;
  readonly created_at: string;
  status: 'triggered' | 'acknowledged' | 'resolved';
  readonly log: Entry[];
}

export interface PagerDuty {
  readonly events: Service;
  readonly rest: Service;
  readonly incidents: readonly Incident[];
  /** The requests to the REST API, by their paths. */
  readonly asked: string[];
  /** What the REST API says instead of an answer, while it is set. */
  refusal: Reply | null;
  /** Somebody does something about the last incident of a key, in the app. */
  act(user: string, what: 'acknowledge' | 'resolve' | 'unacknowledge', key?: string): void;
}

const SERVICE = { id: 'PSVC001', type: 'service_reference', summary: 'Shop' };

export function createPagerDuty(
  clock: Clock,
  keys: { readonly events: string; readonly rest: string },
  users: Readonly<Record<string, string>>,
): PagerDuty {
  const incidents: Incident[] = [];
  const now = (): string => new Date(Math.floor(clock.now() / 1000) * 1000).toISOString().replace('.000Z', 'Z');
  const last = (key?: string): Incident | undefined =>
    incidents.filter((it) => key === undefined || it.key === key).at(-1);

  function note(incident: Incident, type: string, agent: Entry['agent']): void {
    incident.log.push({ type: `${type}_log_entry`, created_at: now(), agent });
    incident.status = type === 'resolve' ? 'resolved' : type === 'acknowledge' ? 'acknowledged' : 'triggered';
  }

  function enqueue({ method, body }: Request): Reply {
    const event = JSON.parse(body) as { routing_key: string; event_action: string; dedup_key: string };
    if (method !== 'POST' || event.routing_key !== keys.events) return reply(400, { status: 'invalid event' });
    const open = last(event.dedup_key);
    const isOpen = open !== undefined && open.status !== 'resolved';
    if (event.event_action === 'trigger') {
      // A trigger joins what is open, and opens another incident after a resolution.
      if (!isOpen) {
        const id = `PINC${incidents.length + 1}`;
        incidents.push({ id, key: event.dedup_key, created_at: now(), status: 'triggered', log: [] });
        note(incidents.at(-1)!, 'trigger', SERVICE);
      }
    } else if (isOpen) note(open, event.event_action, SERVICE);
    return reply(202, { status: 'success', message: 'Event processed', dedup_key: event.dedup_key });
  }

  function rest({ method, url, headers }: Request): Reply {
    api.asked.push(url.pathname);
    if (api.refusal) return api.refusal;
    if (headers.Authorization !== `Token token=${keys.rest}`)
      return reply(401, { error: { message: 'Unauthorized', code: 2006 } });
    if (method !== 'GET') return reply(403, { error: { message: 'Forbidden' } });
    const query = url.searchParams;
    const [, kind, id, part] = url.pathname.split('/');
    if (kind === 'incidents' && id === undefined) {
      // Without a range it looks back a month.
      const from = query.get('date_range') === 'all' ? -Infinity : clock.now() - 30 * 86_400_000;
      const found = incidents
        .filter(({ key, created_at: at }) => key === query.get('incident_key') && Date.parse(at) >= from)
        .reverse()
        .slice(0, Number(query.get('limit') ?? 25));
      return reply(200, {
        incidents: found.map(({ id, key, status, created_at }) => ({
          id,
          type: 'incident',
          incident_key: key,
          status,
          created_at,
          acknowledgements: [],
        })),
        limit: 25,
        offset: 0,
        total: null,
        more: false,
      });
    }
    const incident = incidents.find((it) => it.id === id);
    if (kind === 'incidents' && part === 'log_entries' && incident) {
      const entries = incident.log.toReversed().slice(0, Number(query.get('limit') ?? 25));
      return reply(200, { log_entries: entries, limit: 25, offset: 0, more: false, total: null });
    }
    const email = users[id ?? ''];
    if (kind === 'users' && email !== undefined)
      return reply(200, { user: { id, type: 'user', name: 'Somebody', email } });
    return reply(404, { error: { message: 'Not Found', code: 2100 } });
  }

  const api: PagerDuty = {
    events: { origin: 'https://events.pagerduty.com', answer: enqueue },
    rest: { origin: 'https://api.pagerduty.com', answer: rest },
    incidents,
    asked: [],
    refusal: null,
    act(user, what, key) {
      const incident = last(key);
      if (incident) note(incident, what, { id: user, type: 'user_reference', summary: 'Somebody' });
    },
  };
  return api;
}
