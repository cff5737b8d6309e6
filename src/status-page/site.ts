import type { Language } from '../model/language.ts';
import { fileNameOf, fileOf, addressPlaceOf } from './address.ts';
import { apiFiles } from './api/files.ts';
import { badge, favicon } from './badge.ts';
import { boardOf } from './board.ts';
import type { Board } from './board.ts';
import { maintenanceCalendar } from './calendar-file.ts';
import { OVERALL_CONDITION } from './condition.ts';
import { atomOf } from './feeds/atom.ts';
import { feedOf } from './feeds/entries.ts';
import { jsonFeedOf } from './feeds/json.ts';
import { rssOf } from './feeds/rss.ts';
import { hashesOfBoard } from './hashes.ts';
import { frontPage } from './html/front.ts';
import { monthPage, monthsPage } from './html/history.ts';
import { incidentPage } from './html/incident.ts';
import { maintenancePage } from './html/maintenance.ts';
import { missingPage } from './html/missing.ts';
import { SCRIPT } from './html/script.ts';
import { STYLE } from './html/style.ts';
import { editionOf, missingViewOf, viewOf } from './html/view.ts';
import { monthsOf } from './months.ts';
import type { MonthPart } from './months.ts';
import type { StatusPage } from './page.ts';
import { siteWords } from './words.ts';

/** What is told of a page somewhere else than on it, and is not told yet. */
export interface Behind {
  /** What stands in the place of the hashes of what has these ids. */
  readonly entries: Readonly<Record<string, string>>;
  /** Whether hosted pages do not show all of it yet. */
  readonly isHostedBehind: boolean;
}

const NOTHING: Behind = { entries: {}, isHostedBehind: false };

/**
 * All files of a status page by their paths: a pure function of the page. The first language stands at the root, each other one in a
 * folder named like it. `behind` stands in `build.json`: what has to be told yet somewhere else than on the page.
 */
export function site(page: StatusPage, behind: Behind = NOTHING): ReadonlyMap<string, string> {
  const board = boardOf(page);
  const months = monthsOf(board);
  const { languages } = board.page;
  return new Map([
    ...languages.flatMap((language) =>
      filesIn(board, months, language).map(([file, text]): [string, string] => [
        addressPlaceOf(board.page, language, file),
        text,
      ]),
    ),
    ...apiFiles(board),
    ['404.html', missingPage(missingViewOf(editionOf(board, languages[0]!)))],
    ['style.css', STYLE],
    ['page.js', SCRIPT],
    ['icon.svg', favicon(OVERALL_CONDITION[board.overall])],
    ['build.json', buildFile(board, behind)],
    // Else GitHub Pages may take the folder for one of Jekyll's.
    ['.nojekyll', ''],
  ]);
}

/** The files of one language, by their paths within its folder. */
function filesIn(
  board: Board,
  months: readonly MonthPart[],
  language: Language,
): readonly (readonly [string, string])[] {
  const feed = feedOf(board, language);
  const edition = editionOf(board, language);
  const view = (file: string) => viewOf(edition, file);
  const write = <Thing>(file: string, to: (view: ReturnType<typeof viewOf>, thing: Thing) => string, thing: Thing) =>
    [file, to(view(file), thing)] as const;
  return [
    ['index.html', frontPage(view('index.html'))],
    write('history/index.html', monthsPage, months),
    ...months.map(({ file }, i) => [file, monthPage(view(file), months, i)] as const),
    ...board.page.incidents.map((it) => write(fileOf('incident', it.id), incidentPage, it)),
    ...board.page.maintenances.map((it) => write(fileOf('maintenance', it.id), maintenancePage, it)),
    ['feed.atom', atomOf(feed)],
    ['feed.rss', rssOf(feed)],
    ['feed.json', jsonFeedOf(feed)],
    ['maintenance.ics', maintenanceCalendar(board, language)],
    ...badges(board, language),
  ];
}

/** One badge for all, and one for each component. */
function badges({ page, conditions, overall }: Board, language: Language): readonly (readonly [string, string])[] {
  const words = siteWords[language];
  return [
    ['badge.svg', badge(page.title[language], OVERALL_CONDITION[overall], words.overall[overall])],
    ...page.components.map(({ id, name }) => {
      const condition = conditions.get(id)!;
      const file = `badges/${fileNameOf('component', id)}.svg`;
      return [file, badge(name[language], condition, words.condition[condition])] as const;
    }),
  ];
}

/** Which page it is, when it was built, and the hashes of what it shows. */
function buildFile(board: Board, { entries, isHostedBehind }: Behind): string {
  const built = new Date(board.page.at).toISOString();
  const hashes = hashesOfBoard(board);
  const told = { ...hashes, entries: { ...hashes.entries, ...entries } };
  return `${JSON.stringify({ page: board.page.id, built, ...(isHostedBehind && { isHostedBehind }), ...told })}\n`;
}
