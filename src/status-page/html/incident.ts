import type { Element } from 'hast';
import { fileOf } from '../address.ts';
import { isOpen } from '../condition.ts';
import type { PublicIncident } from '../page.ts';
import { h } from './element.ts';
import type { Content } from './element.ts';
import { icon } from './icons.ts';
import { affected } from './affected.ts';
import { layout } from './layout.ts';
import { LONGEST_SHOWN, shortened, updatesList } from './updates.ts';
import { asOf, hrefOf, said, htmlTime, timeAfter, timeRange } from './view.ts';
import type { View } from './view.ts';

/** So many updates of an incident stand on the front page. */
const SHOWN = 5;

/** The page of one incident, with all that was told about it. */
export function incidentPage(view: View, incident: PublicIncident): string {
  const title = said(view, incident.title);
  return layout(view, title, [
    h('h1', null, title),
    asOf(view),
    facts(view, incident),
    promise(view, incident),
    updatesList(view, toldOf(view, incident), incident.updates),
  ]);
}

/** An open incident on the front page: its newest updates, and the way to all of them. */
export function incidentArticle(view: View, incident: PublicIncident): Element {
  const { id, title, updates } = incident;
  const href = hrefOf(view, fileOf('incident', id));
  return h(
    'article',
    { dataState: incident.harm },
    h('h3', null, h('a', { href }, said(view, title))),
    facts(view, incident),
    promise(view, incident),
    updatesList(view, toldOf(view, incident), shortened(updates.slice(-SHOWN))),
    wayToAll(view, href, updates),
  );
}

function wayToAll({ words, language }: View, href: string, updates: PublicIncident['updates']): Content {
  const earlier = updates.length - SHOWN;
  const isCut = updates.slice(-SHOWN).some(({ text }) => text[language].length > LONGEST_SHOWN);
  if (earlier <= 0 && !isCut) return null;
  const { older, whole } = words.incidents;
  return h('p', { className: ['more'] }, h('a', { href }, earlier > 0 ? older(earlier) : whole));
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
    h('span', { className: ['state'], dataState: harm }, icon(harm), ' ', words.harm[harm]),
    ' · ',
    to === null ? [`${words.incidents.since} `, htmlTime(view, from)] : timeRange(view, from, to),
    affected(view, components),
  );
}

/** By when the next update is promised; that it is late, if it is. */
function promise(view: View, incident: PublicIncident): Content {
  const { nextUpdateBy } = incident;
  if (nextUpdateBy === null || !isOpen(incident)) return null;
  const { nextBy, late } = view.words.incidents;
  const isLate = nextUpdateBy < view.board.page.at;
  return h('p', { className: ['next'] }, timeAfter(view, isLate ? late : nextBy, nextUpdateBy), '.');
}

/** An incident in a list: all that was told about it is a step away. */
export function incidentHtmlLine(view: View, incident: PublicIncident): Element {
  const href = hrefOf(view, fileOf('incident', incident.id));
  return h('li', null, h('a', { href }, said(view, incident.title)), facts(view, incident));
}
