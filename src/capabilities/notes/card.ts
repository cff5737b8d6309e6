import { inline, who } from '../../text/foreign.ts';
import type { CardRow } from '../card/row.ts';

/** The post-mortem has all of them. */
const MOST_LINKS = 20;

/** Addresses that people have added; none of what is confidential. */
export const linksRow: CardRow = ({ incident, words }) => {
  const { link: links } = incident.said;
  if (links.length === 0 || incident.category.confidential) return [];
  const shown = links.slice(-MOST_LINKS);
  const more = links.length - shown.length;
  const lines = shown.map(({ url, by }) => `${inline(url, 200)} (${who(by)})`);
  return [[words.linksCard.row, [...(more > 0 ? [words.linksCard.earlier(more)] : []), ...lines].join('<br>')]];
};
