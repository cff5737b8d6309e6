import type { Situation } from '../situation.ts';
import type { Repository } from '../../model/repository.ts';
import { inline } from '../../text/foreign.ts';
import { alertsWords } from '../alerts/words.ts';
import { commonWords } from '../common/words.ts';

/** A runbook as it is shown, as an address if it is one, and as whoever named it has written it. */
interface Runbook {
  readonly shown: string;
  readonly address: string | null;
  readonly text: string;
}

/** How the line of its runbook begins in the body of an incident that an alert opened: its language is that of the opening. */
const LABELS = (['en', 'fr'] as const).map((language) => {
  const label = alertsWords[language].alert.links.runbook;
  return { address: `- [${label}](`, other: `- ${label}${commonWords[language].colon}` };
});

/** The block with what the alert says, which comes after our own lines. */
const DESCRIPTION = /^`{3,}text$/m;

/** The runbook of an incident as the policy or an alert names it; null if there is none. */
function runbookOf({ incident, repository }: Situation): Runbook | null {
  const named = incident.category.current?.runbook ?? null;
  if (named !== null) return linked(named, addressOf(repository, named));
  // The body of an incident that an alert opened is ours, and so are the links in it; of what people write there none is taken.
  if (!incident.alert || incident.issue.edited || incident.category.confidential) return null;
  const [ours = ''] = incident.issue.body.split(DESCRIPTION);
  for (const line of ours.split('\n')) {
    const label = LABELS.find(({ address, other }) => line.startsWith(address) || line.startsWith(other));
    if (label !== undefined) return brought(line, label);
  }
  return null;
}

/** The runbook in a line that was written when the alert was filed: an address, a file of the repository, or text as code. */
function brought(line: string, { address, other }: (typeof LABELS)[number]): Runbook {
  if (line.startsWith(address)) {
    const url = line.slice(address.length, -1);
    return linked(url, url);
  }
  const shown = line.slice(other.length);
  const file = /^\[(`+)(.*)\1\]\((\S+)\)$/.exec(shown);
  if (file) return { shown, address: file[3]!, text: file[2]! };
  return { shown, address: null, text: shown.replace(/^(`+) ?(.*?) ?\1$/, '$2') };
}

/** The address of the runbook: of the category, or else the one that an alert has brought; null if there is none. */
export function runbookAddress(situation: Situation): string | null {
  return runbookOf(situation)?.address ?? null;
}

/** A runbook that an alert names without an address, such as a host without a scheme: foreign text. Null if there is none. */
export function runbookName(situation: Situation): string | null {
  const runbook = runbookOf(situation);
  return runbook?.address === null ? runbook.text : null;
}

/** The runbook as it was named, as a link if it has an address. */
export function runbookLink(situation: Situation): string | null {
  return runbookOf(situation)?.shown ?? null;
}

function linked(text: string, address: string): Runbook {
  const isOdd = /[\s()<>]/.test(address);
  return { shown: isOdd ? inline(address, 300) : `[${text.replace(/[[\]`@]/g, '')}](${address})`, address, text };
}

/** An address as it is, a path as a file of the repository's default branch. */
function addressOf({ url }: Pick<Repository, 'url'>, runbook: string): string {
  return /^https?:\/\//.test(runbook) ? runbook : `${url}/blob/HEAD/${encodeURI(runbook)}`;
}
