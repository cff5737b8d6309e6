import type { Instant } from '../../calendar/calendar.ts';
import { inline, plain, prose } from '../../text/foreign.ts';
import { instant } from '../../text/time.ts';
import type { Incident } from '../incident.ts';
import type { Policy } from '../policy.ts';
import { wordsOf } from '../words.ts';
import type { GateQuestion, Gate, Spent } from './decide.ts';
import { GATE_WORDS } from './told.ts';

/** What a gate says, as plain text for the log and the annotation, and as Markdown for the summary. */
interface Said {
  /** The first line says whether it is open; when it is closed, the rest says why and what to do. */
  readonly lines: readonly string[];
  readonly summary: string;
  readonly warnings: readonly string[];
}

/** How foreign text and links stand in one of the two. */
interface Writing {
  readonly foreign: (text: string) => string;
  readonly name: (text: string) => string;
  readonly issue: (number: number, url: string) => string;
  /** What stands behind a line, for where a link cannot stand in it. */
  readonly behind: (colon: string, url: string) => string;
}

const PLAIN: Writing = {
  foreign: (text) => plain(text, 120),
  name: (text) => plain(text, 80),
  issue: (number) => `#${number}`,
  behind: (colon, url) => `${colon}${url}`,
};

const MARKDOWN: Writing = {
  foreign: (text) => prose(text, 120),
  name: (text) => inline(text, 80),
  issue: (number, url) => `[#${number}](${url})`,
  behind: () => '',
};

/** A gate in words, in the language of the policy. Of a confidential incident nothing is told but its number. */
export function gateText(gate: Gate, asked: Omit<GateQuestion, 'incidents' | 'budgets'>, now: Instant): Said {
  const { policy } = asked;
  const w = GATE_WORDS[policy.language];
  const { andThen } = wordsOf(policy.language);
  const markdown = linesOf(gate, asked, now, MARKDOWN);
  const { unplaced } = gate;
  const warnings = [
    ...(unplaced.length === 0 || asked.service === null
      ? []
      : [w.unplaced(unplaced.map(({ issue }) => `#${issue.number}`).join(andThen), asked.service)]),
    ...(gate.isOpen ? gate.spent.map((it) => spentText(it, policy, now, PLAIN)) : []),
  ];
  const [first = '', ...rest] = markdown;
  const last = gate.isOpen ? [] : rest.slice(-1);
  const reasons = gate.isOpen ? rest : rest.slice(0, -1);
  return {
    lines: linesOf(gate, asked, now, PLAIN),
    summary: [
      `## ${w.heading(gate.isOpen)}`,
      first,
      ...(reasons.length > 0 ? [reasons.map((line) => `- ${line}`).join('\n')] : []),
      ...last,
      ...(warnings.length > 0 ? [warnings.map((line) => `- ${prose(line, 1000)}`).join('\n')] : []),
    ].join('\n\n'),
    warnings,
  };
}

function linesOf(
  gate: Gate,
  { service, environment, policy }: Omit<GateQuestion, 'incidents' | 'budgets'>,
  now: Instant,
  writing: Writing,
): readonly string[] {
  const w = GATE_WORDS[policy.language];
  const [of, to] = [service, environment].map((it) => (it === null ? null : writing.name(it)));
  const deployments = w.deployments(of!, to!);
  if (gate.isOpen) return [w.open(deployments, whyOpen(gate, policy, now, writing))];
  const { closedBy, spent } = gate;
  const isSpent = policy.gate.budget === 'closed' && spent.length > 0;
  const override = w.override(policy.labels.deployAnyway, closedBy.length > 1);
  return [
    w.closed(deployments),
    ...closedBy.map((it) => incidentText(it, policy, now, writing)),
    ...spent.map((it) => spentText(it, policy, now, writing)),
    [
      ...(closedBy.length > 0 ? [override] : []),
      ...(isSpent ? [w.overrideBudget(writing.name(policy.labels.deployAnyway))] : []),
    ].join(' '),
  ];
}

function whyOpen({ isGated, overridden }: Gate, policy: Policy, now: Instant, writing: Writing): string {
  const words = wordsOf(policy.language);
  const { gateCard, andThen } = words;
  const w = GATE_WORDS[policy.language];
  if (!isGated) return w.notGated;
  if (overridden.length > 0) {
    const all = overridden.map(([{ issue, category }, { at, by, how, text }]) => {
      const number = writing.issue(issue.number, issue.url);
      if (category.confidential) return number;
      const since = gateCard.since(instant(readerOf(policy, now), at), writing.foreign(by ?? 'ghost'), words.how[how]);
      return w.overridden(number, since, text === '' ? '' : writing.foreign(text));
    });
    return w.allowed(all.join(andThen));
  }
  return policy.gate.for.length === 0 ? w.noneAtAll : w.none(policy.gate.for);
}

function incidentText({ issue, priority, category }: Incident, policy: Policy, now: Instant, writing: Writing): string {
  const w = GATE_WORDS[policy.language];
  const { colon } = wordsOf(policy.language);
  const number = writing.issue(issue.number, issue.url);
  const behind = writing.behind(colon, issue.url);
  if (category.confidential) return `${w.confidential(number)}${behind}`;
  const since = instant(readerOf(policy, now), issue.openedAt);
  return `${w.incident(number, priority.current, since, writing.foreign(issue.title))}${behind}`;
}

function spentText({ service, left, asOf, link }: Spent, policy: Policy, now: Instant, writing: Writing): string {
  const { language } = policy;
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(left);
  const { colon } = wordsOf(language);
  const text = GATE_WORDS[language].spent(writing.name(service), percent, instant(readerOf(policy, now), asOf));
  return writing === MARKDOWN ? `[${text}](${link})` : `${text}${writing.behind(colon, link)}`;
}

const readerOf = ({ language, zone }: Policy, now: Instant) => ({ language, zone, today: now });
