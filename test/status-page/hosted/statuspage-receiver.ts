import * as z from 'zod';
import { bodyOf, counter, paged, Refused, routed, type Receiver, type Seen } from './receiving.ts';

/* From the OpenAPI description of Statuspage, as published by sbecker59/statuspage-api-client-go. */

const STATES = ['operational', 'under_maintenance', 'degraded_performance', 'partial_outage', 'major_outage'] as const;
const REALTIME = ['investigating', 'identified', 'monitoring', 'resolved'];
const SCHEDULED = ['scheduled', 'in_progress', 'verifying', 'completed'];

const fields = z.strictObject({
  name: z.string().min(1).max(255).optional(),
  status: z.enum([...REALTIME, ...SCHEDULED]).optional(),
  impact_override: z.enum(['none', 'maintenance', 'minor', 'major', 'critical']).optional(),
  scheduled_for: z.iso.datetime().optional(),
  scheduled_until: z.iso.datetime().optional(),
  auto_transition_to_maintenance_state: z.boolean().optional(),
  auto_transition_to_operational_state: z.boolean().optional(),
  scheduled_auto_in_progress: z.boolean().optional(),
  scheduled_auto_completed: z.boolean().optional(),
  metadata: z.record(z.string(), z.looseObject({})).optional(),
  deliver_notifications: z.boolean().optional(),
  body: z.string().min(1).max(25_000).optional(),
  components: z.record(z.string(), z.enum(STATES)).optional(),
  component_ids: z.array(z.string()).optional(),
});
type Fields = z.output<typeof fields>;

const PATCH = z.strictObject({ incident: fields });
const POST = z.strictObject({ incident: fields.extend({ name: z.string().min(1).max(255) }) });
const COMPONENT = z.strictObject({ component: z.strictObject({ status: z.enum(STATES) }) });
const DRAFT = z.strictObject({ postmortem: z.strictObject({ body_draft: z.string().min(1) }) });
const PUBLISH = z.strictObject({ postmortem: z.strictObject({ notify_subscribers: z.boolean() }) });

export interface Incident {
  readonly id: string;
  readonly created_at: string;
  name: string;
  status: string;
  impact: string;
  metadata: Readonly<Record<string, unknown>>;
  component_ids: readonly string[];
  scheduled_for: string | null;
  scheduled_until: string | null;
  postmortem_body: string | null;
  postmortem_published_at: string | null;
  /** Oldest first; the service has them the other way round. */
  updates: { readonly status: string; readonly body: string }[];
}

export const PAGE = 'kctbh9vrtdwd';
export const TOKEN = '89a229ce1a8dbcf9ff30430fbe35eb4c';

export interface Statuspage extends Receiver {
  readonly incidents: Incident[];
  readonly components: Map<string, string>;
  /** What its subscribers were sent, in order. */
  readonly sent: string[];
}

/** A page with these components, by their ids. */
export function statuspageWith(ids: readonly string[]): Statuspage {
  const next = counter('sp');
  const components = new Map(ids.map((id) => [id, 'operational']));
  const incidents: Incident[] = [];
  const sent: string[] = [];
  const asked: number[] = [];
  const unfit = (why: string): Refused => new Refused(422, { error: [why] });

  const find = (id: string): Incident => {
    const found = incidents.find((it) => it.id === id);
    if (!found) throw new Refused(404, { error: 'Not found' });
    return found;
  };
  const shown = ({ component_ids, updates, ...rest }: Incident) => ({
    ...rest,
    incident_updates: [...updates].reverse(),
    components: component_ids.map((id) => ({ id, name: id, status: components.get(id) })),
  });

  function change(it: Incident, given: Fields): void {
    const words = it.scheduled_for === null ? REALTIME : SCHEDULED;
    const { status = it.status, component_ids: concerned = it.component_ids, components: states = {} } = given;
    if (!words.includes(status)) throw unfit(`Status ${status} is not of this kind of incident`);
    if (![...concerned, ...Object.keys(states)].every((id) => components.has(id))) throw unfit('Component is invalid');
    for (const [id, state] of Object.entries(states)) components.set(id, state);
    const { name, impact_override: impact, metadata, scheduled_for: from, scheduled_until: to, body } = given;
    if (body !== undefined) {
      it.updates.push({ status, body });
      if (given.deliver_notifications !== false) sent.push(body);
    }
    Object.assign(it, {
      status,
      component_ids: concerned,
      ...(name !== undefined && { name }),
      ...(impact !== undefined && { impact }),
      ...(metadata !== undefined && { metadata }),
      ...(from !== undefined && it.scheduled_for !== null && { scheduled_for: from, scheduled_until: to }),
    });
  }

  const root = `/pages/${PAGE}`;
  return {
    incidents,
    components,
    sent,
    handle(seen: Seen, at: number) {
      asked.push(at);
      if (asked.filter((it) => it > at - 60_000).length > 60)
        return { status: 429, body: { error: 'Too many requests' }, headers: { 'retry-after': '60' } };
      if (seen.headers.authorization !== `OAuth ${TOKEN}`)
        return { status: 401, body: { error: 'Could not authenticate' } };
      const missing = { status: 404, body: { error: 'Not found' } };
      const newest = () => [...incidents].reverse().map(shown);
      return routed(
        seen,
        {
          [`GET ${root}/incidents`]: (_, __, query) => ({ status: 200, body: paged(newest(), query, 'limit') }),
          [`GET ${root}/incidents/unresolved`]: (_, __, query) => ({
            status: 200,
            body: paged(
              newest().filter(({ status }) => REALTIME.includes(status) && status !== 'resolved'),
              query,
              'per_page',
            ),
          }),
          [`POST ${root}/incidents`]: () => {
            const { incident } = bodyOf(seen, POST, unfit);
            const made: Incident = {
              id: next(),
              created_at: new Date(at).toISOString(),
              name: '',
              status: incident.scheduled_for === undefined ? 'investigating' : 'scheduled',
              impact: 'none',
              metadata: {},
              component_ids: [],
              scheduled_for: incident.scheduled_for ?? null,
              scheduled_until: incident.scheduled_until ?? null,
              postmortem_body: null,
              postmortem_published_at: null,
              updates: [],
            };
            change(made, incident);
            incidents.push(made);
            return { status: 201, body: shown(made) };
          },
          [`PATCH ${root}/incidents/:id`]: (_, [id = '']) => {
            change(find(id), bodyOf(seen, PATCH, unfit).incident);
            return { status: 200, body: shown(find(id)) };
          },
          [`DELETE ${root}/incidents/:id`]: (_, [id = '']) => {
            const it = find(id);
            incidents.splice(incidents.indexOf(it), 1);
            return { status: 200, body: shown(it) };
          },
          [`PUT ${root}/incidents/:id/postmortem`]: (_, [id = '']) => {
            find(id).postmortem_body = bodyOf(seen, DRAFT, unfit).postmortem.body_draft;
            return { status: 200, body: {} };
          },
          [`PUT ${root}/incidents/:id/postmortem/publish`]: (_, [id = '']) => {
            const it = find(id);
            const { notify_subscribers: isTold } = bodyOf(seen, PUBLISH, unfit).postmortem;
            if (it.postmortem_body === null) throw unfit('Postmortem has no body');
            if (it.status !== 'resolved') throw unfit('Incident is not resolved');
            it.postmortem_published_at = new Date(at).toISOString();
            if (isTold) sent.push(it.postmortem_body);
            return { status: 200, body: {} };
          },
          [`PATCH ${root}/components/:id`]: (_, [id = '']) => {
            if (!components.has(id)) throw new Refused(404, { error: 'Not found' });
            components.set(id, bodyOf(seen, COMPONENT, unfit).component.status);
            return { status: 200, body: { id } };
          },
        },
        missing,
      );
    },
  };
}
