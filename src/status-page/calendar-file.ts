import type { Language } from '../model/language.ts';
import { icsFile } from '../text/ics.ts';
import { addressCodeOf, fileOf, addressPlaceOf, urlOf } from './address.ts';
import type { Board } from './board.ts';
import { plainOf } from './html/prose.ts';
import { siteWords } from './words.ts';

/** So many events the file holds, the newest first: whoever subscribed keeps no calendar of years ago. */
const MOST = 50;

/** All that is planned, runs or was lately, to subscribe to. An event keeps its UID when it moves or is called off. */
export function maintenanceCalendar({ page, components, prose }: Board, language: Language): string {
  const words = siteWords[language];
  return icsFile({
    product: 'Maintenance',
    title: `${page.title[language]} · ${words.site.calendar}`,
    origin: new URL(page.url).host,
    events: page.maintenances.slice(0, MOST).map((it) => {
      const last = it.updates.at(-1)!;
      const url = urlOf(page, addressPlaceOf(page, language, fileOf('maintenance', it.id)));
      const names = it.components.map((id) => components.get(id)!.name[language]);
      return {
        name: addressCodeOf('maintenance', it.id),
        stamp: last.correctedAt ?? last.at,
        from: it.begunAt ?? it.from,
        to: it.endedAt ?? it.to,
        summary: it.title[language],
        description: `${words.incidents.affects(names.length)} ${names.join(', ')}\n\n${plainOf(prose(last.text[language]))}\n\n${url}`,
        url,
        isCancelled: it.stage === 'cancelled',
        isBusy: false,
      };
    }),
  });
}
