import { inline } from '../../text/foreign.ts';
import { ok, skipped, warn, type Check } from './check.ts';
import { readStatusSummary } from './status-page.ts';
import type { DoctorWords } from './words.ts';

/** The most incidents that are named. */
const SHOWN = 5;

/** An address that is shown as one: it can hold neither markup nor a second address. */
const PLAIN_LINK = /^https:\/\/[a-z\d.-]{1,100}(?:\/[\w.~-]{0,100}){0,5}$/i;

/** What GitHub says of itself: what nobody here can mend must not be looked for here. On a GitHub of one's own there is no such page. */
export const statusCheck: Check = async ({ askStatus, words: { status: words } }) => {
  if (askStatus === null) return [];
  const answer = await askStatus();
  if ('why' in answer) return [skipped(words.silent[answer.why])];
  if ('code' in answer) return [skipped(words.refused(answer.code))];
  const summary = readStatusSummary(answer.text);
  if (summary === null) return [skipped(words.unread)];
  const ill = summary.components.filter(({ status }) => status !== 'operational');
  if (ill.length === 0) return [ok(words.good)];
  const parts = ill.map(({ name, status }) => `${name} (${stateIn(words, status)})`);
  const incidents = summary.incidents
    .slice(0, SHOWN)
    .map(({ name, shortlink }) => `${inline(name)} (${link(shortlink)})`);
  return [warn(words.bad(parts.join(', '), incidents.join(', ')), words.wait)];
};

/** How a part stands: by a word that is known, or as GitHub says it. */
function stateIn({ states }: DoctorWords['status'], status: string): string {
  return Object.entries(states).find(([name]) => name === status)?.[1] ?? inline(status, 40);
}

function link(address: string): string {
  return PLAIN_LINK.test(address) ? address : inline(address);
}
