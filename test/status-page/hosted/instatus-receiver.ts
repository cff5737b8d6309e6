import * as z from 'zod';
import { bodyOf, counter, paged, Refused, routed, type Receiver, type Route, type Seen } from './receiving.ts';

/* From the OpenAPI description that Instatus publishes, instatushq/openapi. */

const STATES = ['OPERATIONAL', 'UNDERMAINTENANCE', 'DEGRADEDPERFORMANCE', 'PARTIALOUTAGE', 'MAJOROUTAGE'] as const;
const INCIDENT = ['INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED'] as const;
const MAINTENANCE = ['NOTSTARTEDYET', 'INPROGRESS', 'COMPLETED'] as const;

const statuses = z.array(z.strictObject({ id: z.string(), status: z.enum(STATES) }));
const concerned = { components: z.array(z.string()), statuses };
const message = z.string().min(1);

const NEW_INCIDENT = z.strictObject({
  name: z.string().min(1),
  message,
  status: z.enum(INCIDENT),
  started: z.iso.datetime(),
  notify: z.boolean(),
  shouldPublish: z.boolean(),
  ...concerned,
});
const NEW_MAINTENANCE = z.strictObject({
  name: z.string().min(1),
  message,
  status: z.enum(MAINTENANCE),
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  duration: z.int().positive(),
  notify: z.boolean(),
  notifyStart: z.boolean(),
  notifyEnd: z.boolean(),
  notifyEarly: z.boolean(),
  autoStart: z.boolean(),
  autoEnd: z.boolean(),
  ...concerned,
});
const UPDATE = z.strictObject({
  message,
  status: z.enum([...INCIDENT, ...MAINTENANCE]),
  started: z.iso.datetime(),
  notify: z.boolean(),
  ...concerned,
});
const CHANGE = z.strictObject({
  name: z.string().min(1),
  notify: z.boolean(),
  components: z.array(z.string()).optional(),
  statuses: statuses.optional(),
});
const COMPONENT = z.strictObject({ status: z.enum(STATES) });

interface Row {
  readonly id: string;
  name: string;
  status: string;
  readonly started?: string;
  readonly start?: string;
  components: readonly string[];
  readonly updates: { readonly message: string; readonly status: string; readonly createdAt: string }[];
}

export const PAGE = 'ckf01fonve9i40a32oas5b0uw';
export const TOKEN = 'in-1f0c9a';

export interface Instatus extends Receiver {
  readonly incidents: Row[];
  readonly maintenances: Row[];
  readonly components: Map<string, string>;
  readonly sent: string[];
}

/** A page with these components, by their ids. */
export function instatusWith(ids: readonly string[]): Instatus {
  const next = counter('in');
  const components = new Map(ids.map((id) => [id, 'OPERATIONAL']));
  const rows = { incidents: [] as Row[], maintenances: [] as Row[] };
  const sent: string[] = [];
  const unfit = (why: string): Refused => new Refused(400, { error: { code: 'bad_request', message: why } });
  const missing = { status: 404, body: { error: { code: 'not_found', message: 'Not found' } } };

  const find = (list: readonly Row[], id: string): Row => {
    const found = list.find((it) => it.id === id);
    if (!found) throw new Refused(missing.status, missing.body);
    return found;
  };
  const shown = ({ components: ofRow, updates, ...rest }: Row) => ({
    ...rest,
    updates: updates.map((it) => ({ ...it, messageHtml: `<p>${it.message}</p>` })),
    components: ofRow.map((id) => ({ id, name: id, status: components.get(id) })),
  });
  /** States are of components that are named as well. */
  function set(named: readonly string[], states: z.output<typeof statuses>): void {
    if (!named.every((id) => components.has(id))) throw unfit('unknown component');
    if (!states.every(({ id }) => named.includes(id))) throw unfit('a state of a component that is not concerned');
    for (const { id, status } of states) components.set(id, status);
  }
  function tell(row: Row, given: { message: string; status: string; notify: boolean }, at: number): void {
    row.updates.push({ message: given.message, status: given.status, createdAt: new Date(at).toISOString() });
    row.status = given.status;
    if (given.notify) sent.push(given.message);
  }
  const routesOf = (kind: keyof typeof rows, seen: Seen, at: number): Readonly<Record<string, Route>> => {
    const list = rows[kind];
    const one = kind.slice(0, -1);
    return {
      [`GET /${PAGE}/${kind}`]: (_, __, query) => ({
        status: 200,
        body: paged([...list].reverse().map(shown), query, 'per_page'),
      }),
      [`POST /${PAGE}/${kind}`]: () => {
        const given = kind === 'incidents' ? bodyOf(seen, NEW_INCIDENT, unfit) : bodyOf(seen, NEW_MAINTENANCE, unfit);
        set(given.components, given.statuses);
        const { name, status, components: named } = given;
        const times = 'start' in given ? { start: given.start } : { started: given.started };
        const row: Row = { id: next(), name, status, components: named, updates: [], ...times };
        tell(row, given, at);
        list.push(row);
        return { status: 200, body: shown(row) };
      },
      [`POST /${PAGE}/${kind}/:id/${one}-updates`]: (_, [id = '']) => {
        const row = find(list, id);
        const given = bodyOf(seen, UPDATE, unfit);
        if (!(kind === 'incidents' ? INCIDENT : MAINTENANCE).some((it) => it === given.status)) throw unfit('status');
        set(given.components, given.statuses);
        row.components = given.components;
        tell(row, given, at);
        return { status: 200, body: { id: next(), message: given.message } };
      },
      [`DELETE /${PAGE}/${kind}/:id`]: (_, [id = '']) => {
        list.splice(list.indexOf(find(list, id)), 1);
        return { status: 200, body: { id } };
      },
    };
  };
  return {
    ...rows,
    components,
    sent,
    handle(seen, at) {
      if (seen.headers.authorization !== `Bearer ${TOKEN}`)
        return { status: 401, body: { error: { code: 'unauthorized', message: 'Not authorized' } } };
      const routes: Readonly<Record<string, Route>> = {
        ...routesOf('incidents', seen, at),
        ...routesOf('maintenances', seen, at),
        [`GET /${PAGE}/components`]: (_, __, query) => ({
          status: 200,
          body: paged(
            [...components].map(([id, status]) => ({ id, name: id, status })),
            query,
            'per_page',
          ),
        }),
        [`PUT /${PAGE}/incidents/:id`]: (_, [id = '']) => {
          const row = find(rows.incidents, id);
          const { name, components: named = row.components, statuses: states = [] } = bodyOf(seen, CHANGE, unfit);
          set(named, states);
          Object.assign(row, { name, components: named });
          return { status: 200, body: shown(row) };
        },
        [`PUT /${PAGE}/components/:id`]: (_, [id = '']) => {
          if (!components.has(id)) return missing;
          components.set(id, bodyOf(seen, COMPONENT, unfit).status);
          return { status: 200, body: { id } };
        },
      };
      return routed(seen, routes, missing);
    },
  };
}
