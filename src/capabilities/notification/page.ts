import type { Action, Page } from '../../notify/message.ts';
import { pageWords } from '../../notify/words.ts';
import { runbookAddress, runbookName } from '../runbook/links.ts';
import type { Notice, Situation } from '../situation.ts';
import { duration, instant } from '../../text/time.ts';
import { FORM } from '../report/form.ts';

/** Names a page within a run. */
export function pageKey({ key, step, action }: Page): string {
  return `${key} ${step} ${action}`;
}

/** The page that wakes people for some notices of an incident. `step` names what it is for, and is the idempotency key. */
export function pageOf(situation: Situation, action: Action, step: string, notices: readonly Notice[]): Page {
  const { incident, policy, repository, now, words } = situation;
  const {
    issue,
    priority: { current: priority },
    category: { confidential },
  } = incident;
  const place = `${repository.owner}/${repository.name}`;
  const { facts } = incident.report;
  const form: { readonly [name: string]: string } = FORM[policy.language];
  const known = (['impact', facts.scope === undefined ? 'customers' : 'scope', 'system'] as const).flatMap((fact) => {
    const value = facts[fact];
    return value === undefined || confidential ? [] : [{ label: form[fact] ?? fact, value }];
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
    details: [...known, ...(runbook === null ? [] : [{ label: words.alert.links.runbook, value: runbook }])],
    until: action === 'trigger' || action === 'test' ? untilOf(situation) : null,
    summary: plainText(notices.map(({ ask }) => ask).join(' ')) || words.status[incident.status],
    url: issue.url,
    runbook: runbookAddress(situation),
    at: now,
    language: policy.language,
  };
}

/** Until when the incident must be taken on, or whatever comes next; null if no clock runs. */
function untilOf({ clocks, reader, now, words }: Situation): Page['until'] {
  // One that was missed and stopped since asks nothing any more.
  const due = clocks.current.find(
    ({ state, stoppedAt }) => state === 'running' || (state === 'missed' && stoppedAt === null),
  );
  if (!due || !Number.isFinite(due.due)) return null;
  const { by, late } = pageWords(reader.language).until;
  const { name } = words.clock[due.name];
  const at = instant(reader, due.due);
  return {
    label: name.charAt(0).toUpperCase() + name.slice(1),
    value: now < due.due ? by(at) : late(at, duration(reader.language, now - due.due)),
  };
}

/** What a notice asks, without the marks of Markdown. */
function plainText(markdown: string): string {
  return markdown.replace(/\\([^\p{L}\p{N}\s])|[`*]/gu, '$1');
}
