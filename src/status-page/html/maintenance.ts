import type { Element } from 'hast';
import { fileOf } from '../address.ts';
import type { PublicMaintenance } from '../page.ts';
import { h } from './element.ts';
import { icon } from './icons.ts';
import { affected } from './incident.ts';
import { layout } from './layout.ts';
import { updatesList } from './updates.ts';
import { hrefOf, said, timeRange } from './view.ts';
import type { View } from './view.ts';

/** The page of one maintenance, with all that was told about it. */
export function maintenancePage(view: View, maintenance: PublicMaintenance): string {
  const title = said(view, maintenance.title);
  return layout(view, title, [
    h('h1', null, title),
    facts(view, maintenance),
    updatesList(view, toldOf(view, maintenance), maintenance.updates),
  ]);
}

/** A running or planned maintenance on the front page, with what was told last. */
export function maintenanceArticle(view: View, maintenance: PublicMaintenance): Element {
  return h(
    'article',
    { dataState: 'under_maintenance' },
    h('h3', null, h('a', { href: hrefOf(view, fileOf('maintenance', maintenance.id)) }, said(view, maintenance.title))),
    facts(view, maintenance),
    updatesList(view, toldOf(view, maintenance), maintenance.updates.slice(-1)),
  );
}

function toldOf({ words }: View, { id }: PublicMaintenance) {
  return { kind: 'maintenance', id, stages: words.maintenanceStage } as const;
}

/** A maintenance in a list. */
export function maintenanceLine(view: View, maintenance: PublicMaintenance): Element {
  return h(
    'li',
    null,
    h('a', { href: hrefOf(view, fileOf('maintenance', maintenance.id)) }, said(view, maintenance.title)),
    facts(view, maintenance),
  );
}

/** How far it is, when it is or was, and what it concerns. */
function facts(view: View, { stage, from, to, begunAt, endedAt, components }: PublicMaintenance): Element {
  return h(
    'p',
    { className: ['facts'] },
    h(
      'span',
      { className: ['state'], dataState: 'under_maintenance' },
      icon('under_maintenance'),
      ' ',
      view.words.maintenanceStage[stage],
    ),
    ' · ',
    // What ended earlier or later than planned is told as it was.
    endedAt !== null && begunAt !== null ? timeRange(view, begunAt, endedAt) : timeRange(view, from, to),
    h('br', null),
    affected(view, components),
  );
}
