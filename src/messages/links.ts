import { inline } from './foreign.ts';

/** A runbook as a link: an address as it is, a path as a file of the repository's default branch. */
export function runbookLink(repository: { readonly url: string }, runbook: string): string {
  const address = /^https?:\/\//.test(runbook) ? runbook : `${repository.url}/blob/HEAD/${encodeURI(runbook)}`;
  return /[\s()<>]/.test(address) ? inline(address, 300) : `[${runbook.replace(/[[\]`@]/g, '')}](${address})`;
}

/** Where a vulnerability is reported in private on GitHub. */
export function privateReport(repository: { readonly url: string }): string {
  return `${repository.url}/security/advisories/new`;
}
