import type { Instant } from '../../calendar/calendar.ts';
import type { Harm } from '../page.ts';
import { siteWords } from '../words.ts';
import type { HostedEntry, Update, HostedWanted } from './wanted.ts';

/** The words of cState, of which the last is called maintenance where it is shown. */
const SEVERITY: Readonly<Record<Harm, string>> = {
  major_outage: 'down',
  partial_outage: 'disrupted',
  degraded_performance: 'disrupted',
};

/**
 * The file of an entry: front matter as in cState's archetype and examples, then the updates, newest first. What is only planned, or called
 * off, is `informational`: it takes no system down.
 */
export function cstateFile(entry: HostedEntry, { at, language }: HostedWanted): string {
  const { title, components, from } = entry;
  const end = endOf(entry);
  const isQuiet = entry.stage === 'scheduled' || entry.stage === 'cancelled';
  const matter = {
    title: JSON.stringify(title),
    date: stamp(from),
    ...(isQuiet ? { informational: 'true' } : { resolved: String(end !== null) }),
    ...(end !== null && { resolvedWhen: stamp(Math.max(from, end)) }),
    severity: severityOf(entry, at),
    affected: JSON.stringify(components),
    section: 'issue',
  };
  const lines = Object.entries(matter).map(([key, value]) => `${key}: ${value}\n`);
  const updates = entry.updates.toReversed().map((update) => updateOf(update, language));
  return `---\n${lines.join('')}---\n\n${updates.join('\n\n')}\n`;
}

/** When it was over; null while it is not. */
function endOf(entry: HostedEntry): Instant | null {
  if (entry.overAt === null || entry.stage === 'cancelled') return null;
  return entry.kind === 'incident' ? (entry.to ?? entry.overAt) : entry.overAt;
}

/** Before all is resolved a system that works again is disrupted at most: the milder word of cState would call it maintenance. */
function severityOf(entry: HostedEntry, at: Instant): string {
  if (entry.kind === 'maintenance') return 'notice';
  const { harm, to, overAt } = entry;
  return overAt === null && to !== null && to <= at ? 'disrupted' : SEVERITY[harm];
}

function updateOf({ at, stage, text, correctedAt }: Update, language: HostedWanted['language']): string {
  const words = siteWords[language];
  const name = { ...words.stage, ...words.maintenanceStage }[stage];
  const corrected = correctedAt === null ? '' : ` · ${words.incidents.corrected} ${track(correctedAt)}`;
  return `**${name}** ${track(at)}${corrected}\n\n${plain(text)}`;
}

/** The shortcode by which cState writes a time. */
const track = (at: Instant): string => `{{< track "${stamp(at)}" >}}`;

/** To the second, in UTC. */
const stamp = (at: Instant): string => new Date(Math.floor(at / 1_000) * 1_000).toISOString().replace('.000', '');

/** Markdown without what Hugo would carry out, such as a shortcode, and without HTML, which sites of cState may let through. */
function plain(text: string): string {
  return text
    .replace(/\{(?=\{)/g, '&#123;')
    .replace(/<(?=[a-z/!?])/gi, '&lt;')
    .replace(/^---$/gm, '- - -');
}
