import type { Situation } from '../situation.ts';
import type { Repository } from '../../model/repository.ts';
import { inline } from '../../text/foreign.ts';
import { alertsWords } from '../alerts/words.ts';

/** How the link to its runbook begins in the body of an incident that an alert opened: its language is that of the opening. */
const LABELS = Object.values(alertsWords).map(({ alert }) => `- [${alert.links.runbook}](`);

/** The block with what the alert says, which comes after our own lines. */
const DESCRIPTION = /^`{3,}text$/m;

/** The runbook of an incident as the policy or an alert names it, an address or a path in the repository; null if there is none. */
function runbookOf({ incident }: Situation): string | null {
  const named = incident.category.current?.runbook ?? null;
  if (named !== null) return named;
  // The body of an incident that an alert opened is ours, and so are the links in it; of what people write there none is taken.
  if (!incident.alert || incident.issue.edited || incident.category.confidential) return null;
  const [ours = ''] = incident.issue.body.split(DESCRIPTION);
  for (const line of ours.split('\n')) {
    const label = LABELS.find((it) => line.startsWith(it));
    if (label !== undefined) return line.slice(label.length, -1);
  }
  return null;
}

/** The address of the runbook: of the category, or else the one that an alert has brought; null if there is none. */
export function runbookAddress(situation: Situation): string | null {
  const runbook = runbookOf(situation);
  return runbook === null ? null : addressOf(situation.repository, runbook);
}

/** The same as a link, which shows the runbook as it was named. */
export function runbookLink(situation: Situation): string | null {
  const runbook = runbookOf(situation);
  if (runbook === null) return null;
  const address = addressOf(situation.repository, runbook);
  return /[\s()<>]/.test(address) ? inline(address, 300) : `[${runbook.replace(/[[\]`@]/g, '')}](${address})`;
}

/** An address as it is, a path as a file of the repository's default branch. */
function addressOf({ url }: Pick<Repository, 'url'>, runbook: string): string {
  return /^https?:\/\//.test(runbook) ? runbook : `${url}/blob/HEAD/${encodeURI(runbook)}`;
}
