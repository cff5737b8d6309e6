import type { Action, Page } from '../../notify/message.ts';
import { runbookAddress, runbookName } from '../runbook/links.ts';
import type { Notice, Situation } from '../situation.ts';
import { instant } from '../../text/time.ts';
import { FORM } from '../report/form.ts';

/** The page that wakes people for some notices of an incident. `step` names what it is for, and is the idempotency key. */
export function pageOf(situation: Situation, action: Action, step: string, notices: readonly Notice[]): Page {
  const { incident, policy, reader, repository, now, words, clocks } = situation;
  const {
    issue,
    priority: { current: priority },
    category: { confidential },
  } = incident;
  const place = `${repository.owner}/${repository.name}`;
  const due = clocks.current.find(({ state }) => state === 'running' || state === 'missed');
  const form: { readonly [name: string]: string } = FORM[policy.language];
  const facts = confidential
    ? []
    : (['system', 'impact', 'customers'] as const).flatMap((fact) => {
        const value = incident.report.facts[fact];
        return value === undefined ? [] : [{ label: form[fact] ?? fact, value }];
      });
  // One without an address cannot be opened from a page, but it can be read.
  const runbook = runbookName(situation);
  return {
    action,
    key: `${place}#${issue.number}`,
    step,
    repository: place,
    number: issue.number,
    priority,
    title: confidential ? null : issue.title,
    summary: plainText(notices.map(({ ask }) => ask).join(' ')) || words.status[incident.status],
    details: [
      ...(due && Number.isFinite(due.due)
        ? [{ label: words.clock[due.name].name, value: instant(reader, due.due) }]
        : []),
      ...(runbook === null ? [] : [{ label: words.alert.links.runbook, value: runbook }]),
      ...facts,
    ],
    url: issue.url,
    runbook: runbookAddress(situation),
    at: now,
    language: policy.language,
  };
}

/** What a notice asks, without the marks of Markdown. */
function plainText(markdown: string): string {
  return markdown.replace(/[`*]/g, '');
}
