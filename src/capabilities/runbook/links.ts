import type { Situation } from '../situation.ts';
import { inline } from '../../text/foreign.ts';

/** A runbook as a link: an address as it is, a path as a file of the repository's default branch. */
export function runbookLink(repository: { readonly url: string }, runbook: string): string {
  const address = /^https?:\/\//.test(runbook) ? runbook : `${repository.url}/blob/HEAD/${encodeURI(runbook)}`;
  return /[\s()<>]/.test(address) ? inline(address, 300) : `[${runbook.replace(/[[\]`@]/g, '')}](${address})`;
}

/** The runbook of the category, or the one that an alert has brought, as a link; null if there is none. */
export function runbookOf({ incident, repository, words }: Situation): string | null {
  const named = incident.category?.runbook ?? null;
  if (named !== null) return runbookLink(repository, named);
  // The body of an incident that an alert opened is ours, and so are the links in it; of what people write there none is taken.
  if (!incident.alert || incident.issue.edited || incident.confidential) return null;
  const label = `- [${words.alert.links.runbook}](`;
  const line = incident.issue.body.split('\n').find((it) => it.startsWith(label));
  return line === undefined ? null : runbookLink(repository, line.slice(label.length, -1));
}

/** Where a vulnerability is reported in private on GitHub. */
export function privateReport(repository: { readonly url: string }): string {
  return `${repository.url}/security/advisories/new`;
}
