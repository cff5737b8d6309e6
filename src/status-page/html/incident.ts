import type { Element } from 'hast';
import { fileOf } from '../address.ts';
import { isOpen } from '../condition.ts';
import type { PublicIncident } from '../page.ts';
import { h } from './element.ts';
import type { Content } from './element.ts';
import { icon } from './icons.ts';
import { layout } from './layout.ts';
import { updatesList } from './updates.ts';
import { hrefOf, said, time, timeAfter, timeRange } from './view.ts';
import type { View } from './view.ts';

/** So many updates of an incident stand on the front page. */
const SHOWN = 5;

/** The page of one incident, with all that was told about it. */
export function incidentPage(view: View, incident: PublicIncident): string {
  const title = said(view, incident.title);
  return layout(view, title, [
    h('h1', null, title),
    facts(view, incident),
    promise(view, incident),
    updatesList(view, toldOf(view, incident), incident.updates),
  ]);
}

/** An open incident on the front page: its newest updates, and the way to all of them. */
export function incidentArticle(view: View, incident: PublicIncident): Element {
  const { id, title, updates } = incident;
  const earlier = updates.length - SHOWN;
  const href = hrefOf(view, fileOf('incident', id));
  return h(
    'article',
    { dataState: incident.harm },
    h('h3', null, h('a', { href }, said(view, title))),
    facts(view, incident),
    promise(view, incident),
    updatesList(view, toldOf(view, incident), updates.slice(-SHOWN)),
    earlier > 0 ? h('p', { className: ['more'] }, h('a', { href }, view.words.incidents.older(earlier))) : null,
  );
}

function toldOf({ words }: View, { id }: PublicIncident) {
  return { kind: 'incident', id, stages: words.stage } as const;
}

/** What it does, to what, and since when. */
function facts(view: View, { harm, components, from, to }: PublicIncident): Element {
  const { words } = view;
  return h(
    'p',
    { className: ['facts'] },
    h('span', { className: ['state'], dataState: harm }, icon(harm), ' ', words.condition[harm]),
    ' · ',
    to === null ? timeAfter(view, words.incidents.since, from) : timeRange(view, from, to),
    h('br', null),
    affected(view, components),
  );
}

/** The names of the components that something concerns. */
export function affected(view: View, components: readonly string[]): string {
  const names = components.map((id) => said(view, view.board.components.get(id)!.name));
  return `${view.words.incidents.affects} ${names.join(', ')}`;
}

/** By when the next update is promised; that it is late, if it is. */
function promise(view: View, incident: PublicIncident): Content {
  const { nextUpdateBy } = incident;
  if (nextUpdateBy === null || !isOpen(incident)) return null;
  const { nextBy, late } = view.words.incidents;
  const isLate = nextUpdateBy < view.board.page.at;
  return h('p', { className: ['next'] }, timeAfter(view, isLate ? late : nextBy, nextUpdateBy), '.');
}

/** An incident that is over, in a list: its title, when it was, and what was told last is a step away. */
export function incidentLine(view: View, { id, title, harm, from, to, components }: PublicIncident): Element {
  const { words } = view;
  return h(
    'li',
    null,
    h('a', { href: hrefOf(view, fileOf('incident', id)) }, said(view, title)),
    h(
      'p',
      { className: ['facts'] },
      h('span', { className: ['state'], dataState: harm }, icon(harm), ' ', words.condition[harm]),
      ' · ',
      to === null ? time(view, from) : timeRange(view, from, to),
      h('br', null),
      affected(view, components),
    ),
  );
}
