import { addressCodeOf } from '../address.ts';
import type { Board } from '../board.ts';
import { OVERALL } from '../condition.ts';
import { apiComponents } from './component.ts';
import { apiIncident, apiMaintenance } from './incident.ts';
import { timestamp } from './timestamp.ts';

/** So many entries a list holds there, the newest first. */
const MOST = 50;

/**
 * The files of Statuspage's public v2 API by their paths, in its shape field by field, for the many programs that read it. Names and
 * texts are in the first language, the overall description in English, as programs expect it.
 */
export function apiFiles(board: Board): ReadonlyMap<string, string> {
  const components = apiComponents(board);
  const api = { board, components };
  const page = pageOf(board);
  const status = OVERALL[board.overall];
  const unresolved = board.open.slice(0, MOST).map((it) => apiIncident(api, it));
  const upcoming = board.upcoming.slice(0, MOST).map((it) => apiMaintenance(api, it));
  const active = board.underWay.slice(0, MOST).map((it) => apiMaintenance(api, it));
  const files = {
    status: { page, status },
    summary: {
      page,
      components,
      incidents: unresolved,
      scheduled_maintenances: [...active, ...upcoming].slice(0, MOST),
      status,
    },
    components: { page, components },
    incidents: { page, incidents: board.page.incidents.slice(0, MOST).map((it) => apiIncident(api, it)) },
    'incidents/unresolved': { page, incidents: unresolved },
    'scheduled-maintenances': {
      page,
      scheduled_maintenances: board.page.maintenances.slice(0, MOST).map((it) => apiMaintenance(api, it)),
    },
    'scheduled-maintenances/upcoming': { page, scheduled_maintenances: upcoming },
    'scheduled-maintenances/active': { page, scheduled_maintenances: active },
  };
  return new Map(Object.entries(files).map(([name, file]) => [`api/v2/${name}.json`, `${JSON.stringify(file)}\n`]));
}

/** The page was updated when it was made: that is how old its news can be. */
function pageOf({ page }: Board) {
  return {
    id: addressCodeOf('page', page.id),
    name: page.title[page.languages[0]!],
    url: page.url,
    time_zone: page.zone,
    updated_at: timestamp(page, page.at),
  };
}
