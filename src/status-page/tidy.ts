import type { Language } from '../model/language.ts';
import { clean, cleanLine } from '../text/clean.ts';
import { abbreviate } from '../text/cut.ts';
import type { Component, PublicIncident, PublicText, PublicUpdate, StatusPage } from './page.ts';

/** Longer names and titles say nothing more; lengths in UTF-16 units. */
const LONGEST_NAME = 200;
/** Longer texts are cut: nobody reads them while something is down, and reading Markdown takes longer than its length. */
const LONGEST_TEXT = 10_000;

/**
 * The same page as it may be written out: texts without what is unseen or forbidden, none too long; incidents and maintenance newest
 * first, whatever their order was; an incident that is resolved is over, at the latest when that was said.
 */
export function tidy(page: StatusPage): StatusPage {
  const known = new Set(page.components.map(({ id }) => id));
  const ofPage = (ids: readonly string[]): string[] => [...new Set(ids)].filter((id) => known.has(id));
  return {
    ...page,
    title: names(page.title),
    url: page.url.replace(/\/+$/, ''),
    components: page.components.map(tidyComponent),
    incidents: page.incidents
      .map((incident) => ({
        ...incident,
        title: names(incident.title),
        components: ofPage(incident.components),
        to: incident.to ?? resolvedAt(incident),
        updates: incident.updates.map(tidyUpdate),
      }))
      .sort(newestFirst),
    maintenances: page.maintenances
      .map((maintenance) => ({
        ...maintenance,
        title: names(maintenance.title),
        components: ofPage(maintenance.components),
        updates: maintenance.updates.map(tidyUpdate),
      }))
      .sort(newestFirst),
  };
}

function tidyComponent(component: Component): Component {
  const { name, description, group } = component;
  return {
    ...component,
    name: names(name),
    description: description && each(description, (text) => abbreviate(cleanLine(text), 2 * LONGEST_NAME)),
    group: group && { ...group, name: names(group.name) },
  };
}

function tidyUpdate<Stage>(update: PublicUpdate<Stage>): PublicUpdate<Stage> {
  return { ...update, text: each(update.text, (text) => abbreviate(clean(text), LONGEST_TEXT)) };
}

function resolvedAt({ stage, updates }: PublicIncident): number | null {
  if (stage !== 'resolved' && stage !== 'postmortem') return null;
  const end = updates.find((update) => update.stage === 'resolved' || update.stage === 'postmortem');
  return (end ?? updates.at(-1))!.at;
}

interface Dated {
  readonly id: string;
  readonly from: number;
}

function newestFirst(a: Dated, b: Dated): number {
  return b.from - a.from || (a.id < b.id ? -1 : 1);
}

function names(text: PublicText): PublicText {
  return each(text, (name) => abbreviate(cleanLine(name), LONGEST_NAME) || '–');
}

function each(text: PublicText, change: (text: string) => string): PublicText {
  const languages: readonly Language[] = ['en', 'fr'];
  return Object.fromEntries(languages.map((language) => [language, change(text[language])])) as PublicText;
}
