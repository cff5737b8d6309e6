import type { Instant } from '../../calendar/calendar.ts';
import type { Language } from '../../model/language.ts';
import { sha256Of } from '../../text/hash.ts';
import { anchorOf, fileOf, addressPlaceOf, urlOf } from '../address.ts';
import type { Board } from '../board.ts';
import { fragmentOf } from '../html/element.ts';
import type { PublicIncident, PublicMaintenance, PublicText } from '../page.ts';
import { siteWords } from '../words.ts';

/** So many entries a feed holds, the newest first. */
const MOST = 50;

/** One update as a feed tells it, in one language. */
export interface FeedEntry {
  /** A URN that stays the same when the page moves or the text is corrected. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** HTML without anything that runs or loads. */
  readonly html: string;
  readonly published: Instant;
  /** When its text was last changed. */
  readonly updated: Instant;
  /** The names of the components that it concerns. */
  readonly tags: readonly string[];
}

/** A feed of a language, whatever its format. */
export interface Feed {
  readonly language: Language;
  readonly id: string;
  readonly title: string;
  /** The address of the page, and of a file beside it. */
  readonly home: string;
  readonly urlOf: (file: string) => string;
  /** When anything in it last changed; an unchanged feed stays the same, whenever it is built. */
  readonly updated: Instant;
  readonly entries: readonly FeedEntry[];
}

/** The newest updates of all incidents and maintenance: an entry for each, so that readers are told of each. */
export function feedOf(board: Board, language: Language): Feed {
  const { page } = board;
  const { stage, maintenanceStage } = siteWords[language];
  const all = [
    ...page.incidents.flatMap((it) => updatesOf(board, language, 'incident', it, stage)),
    ...page.maintenances.flatMap((it) => updatesOf(board, language, 'maintenance', it, maintenanceStage)),
  ];
  const entries = all
    .sort((a, b) => b.published - a.published || (a.id < b.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ write, ...entry }) => ({ ...entry, html: write() }));
  const addressOf = (file: string): string => urlOf(page, addressPlaceOf(page, language, file));
  return {
    language,
    id: urnOf([page.id, language]),
    title: page.title[language],
    home: addressOf('index.html'),
    urlOf: addressOf,
    updated: Math.max(page.since, ...entries.map(({ updated }) => updated)),
    entries,
  };
}

/** The entries of one thing; their texts are written only if they are among the newest. */
function updatesOf(
  { page, components, prose }: Board,
  language: Language,
  kind: 'incident' | 'maintenance',
  it: PublicIncident | PublicMaintenance,
  stages: Readonly<Record<string, string>>,
): (Omit<FeedEntry, 'html'> & { readonly write: () => string })[] {
  const textOf = (text: PublicText): string => text[language];
  const url = urlOf(page, addressPlaceOf(page, language, fileOf(kind, it.id)));
  const tags = it.components.map((id) => textOf(components.get(id)!.name));
  return it.updates.map(({ id, at, stage, text, correctedAt }) => ({
    id: urnOf([page.id, language, kind, it.id, id]),
    url: `${url}#${anchorOf(kind, it.id, id)}`,
    title: `${stages[stage]!} · ${textOf(it.title)}`,
    write: () => fragmentOf(prose(textOf(text))),
    published: at,
    updated: correctedAt ?? at,
    tags,
  }));
}

/** A name in the form of a UUID of version 8 (RFC 9562), made from what is named. */
function urnOf(parts: readonly string[]): string {
  const hex = sha256Of(JSON.stringify(parts));
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${groups.join('-')}`;
}
