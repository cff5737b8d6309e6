import { countOf, episodesOf } from '../alerts/log.ts';
import { statusMoment } from '../resolution/status.ts';
import { holderOf, MANAGER } from '../people/audience.ts';
import { isHeld, type Situation } from '../situation.ts';
import { impactOf, servicesOf } from '../impact/impact.ts';
import { cell, who } from '../../text/foreign.ts';
import { factNames, factTable } from '../receipt/text.ts';
import { duration, instant } from '../../text/time.ts';

/** The rows at the head of the card: what the incident is, how it stands, who has it. */
export function facts(situation: Situation): [string, string][] {
  const { incident, policy, words } = situation;
  const { card } = words;
  const { priority, assessed, lowered, reopened, kind, proposal, confidential } = incident;
  const proposed = assessed || confidential || !proposal.priority ? '' : card.proposed(proposal.priority.priority);
  const criterion = [
    `**${priority}**`,
    [assessed ? '' : card.notAssessed, proposed].filter(Boolean).join(words.semicolon),
  ]
    .filter((it) => it !== '')
    .join(words.colon);
  const lowering =
    lowered === null
      ? ''
      : `<br>${card.lowered(lowered.from, lowered.to, who(lowered.by), instant(policy, lowered.at), confidential ? card.withheld : lowered.reason && cell(lowered.reason))}`;
  return [
    ...(kind === 'incident' ? [[card.priority, criterion + lowering] as [string, string]] : []),
    [
      card.status,
      [statusLine(situation), reopened > 0 ? card.reopened(reopened) : ''].filter(Boolean).join(words.semicolon),
    ],
    [card.stage, stageLine(situation)],
    ...categoryRow(situation),
    [card.responder, incident.assignees.map(who).join(words.andThen) || words.nobody],
    ...holderRows(situation),
    ...levelRow(situation),
    ...heldRow(situation),
    ...impactRow(situation),
    ...causeRow(situation),
    ...alertRow(situation),
    ...linkRow(situation),
    ...missingRow(situation),
    [card.opened, openedLine(situation)],
  ];
}

/** From when to when users were harmed, once there is something to say, with the objectives of the services concerned. */
function impactRow({ incident, policy, words }: Situation): [string, string][] {
  const { card } = words;
  const { from, to } = impactOf(incident);
  const services = servicesOf(incident, policy);
  if (incident.ended || (to === null && incident.said.impact === null)) return [];
  const { impact } = incident.said;
  const stated = impact ? [card.statedBy(who(impact.by))] : [];
  if (to === null) return [[card.impact, [card.impactSince(instant(policy, from)), ...stated].join(words.semicolon)]];
  const objectives = services.flatMap(({ name, downtimePerIncident: limit }) =>
    limit ? [card.objective(cell(name), cell(limit.text), to - from <= limit.ms)] : [],
  );
  const span = card.impactSpan(instant(policy, from), instant(policy, to), duration(policy.language, to - from));
  return [[card.impact, [span, ...stated, ...objectives].join(words.semicolon)]];
}

type Row = [string, string];

/** The category, and the group that it belongs to with the people in it; that it is missing where it must not. */
function categoryRow(situation: Situation): Row[] {
  const { incident, policy, words } = situation;
  const { card } = words;
  const { categorization, proposal, confidential } = incident;
  if (!categorization) {
    const proposed = proposal.category && !confidential ? card.proposed(cell(proposal.category.category.name)) : '';
    const isNeeded = policy.priorities[incident.priority].needsCategory && !incident.ended;
    if (!isNeeded && proposed === '') return [];
    return [[card.category, [card.noCategory, proposed].filter(Boolean).join(words.semicolon)]];
  }
  const { category, subcategory } = categorization;
  const name = cell(subcategory ? `${category.name}/${subcategory.name}` : category.name);
  return [[card.category, category.owner === null ? name : `${name}, ${ownerLine(situation, category.owner)}`]];
}

function ownerLine({ policy, words }: Situation, owner: string): string {
  // Who is on call changes with the hour, and a card must not.
  if (policy.rotas.has(owner)) return words.card.ownerRole(cell(owner));
  return words.card.owner(cell(owner), (policy.roles.get(owner) ?? []).map(who).join(words.andThen));
}

/** How far it has come on the way from an event to a problem, in the words of seed document B. */
function stageLine({ incident, words }: Situation): string {
  const { stages } = words;
  const isFirst = incident.alert ? ['event', 'alert', 'incident', 'problem'] : ['event', 'incident', 'problem'];
  const isProblem = incident.assessed && incident.category !== null;
  const isMajor = isProblem && (incident.priority === 'P0' || incident.priority === 'P1');
  const now =
    incident.status === 'dismissed' ? 'event' : isProblem ? 'problem' : isAlertOnly(incident) ? 'alert' : 'incident';
  return isFirst
    .map((stage) => {
      const word = stage === 'problem' && isMajor ? stages.major : stages[stage as keyof typeof stages];
      return stage === now ? `**${word}**` : word;
    })
    .join(' → ');
}

/** What nobody has looked at yet. */
function isAlertOnly({ alert, assessed, acknowledged, resolved }: Situation['incident']): boolean {
  return alert !== null && !assessed && !acknowledged && !resolved;
}

/** Who fills the roles of this incident. */
function holderRows(situation: Situation): Row[] {
  const { incident, words } = situation;
  const manager = holderOf(situation, MANAGER);
  const others = [...incident.said.role.values()].filter(({ role }) => role !== MANAGER);
  return [
    ...(manager === null ? [] : [[words.card.manager, who(manager)] as Row]),
    ...(others.length === 0
      ? []
      : [
          [
            words.card.roles,
            others.map(({ role, login }) => words.card.heldBy(cell(role), who(login))).join(words.andThen),
          ] as Row,
        ]),
  ];
}

/** The post-mortem has all of them. */
const MOST_LINKS = 20;

/** Addresses that people have added; none of what is confidential. */
function linkRow({ incident, words }: Situation): Row[] {
  if (incident.said.link.length === 0 || incident.confidential) return [];
  const shown = incident.said.link.slice(-MOST_LINKS);
  const more = incident.said.link.length - shown.length;
  return [
    [
      words.card.added,
      [
        ...(more > 0 ? [words.card.moreLinks(more)] : []),
        ...shown.map(({ url, by }) => `${cell(url, 200)} (${who(by)})`),
      ].join('<br>'),
    ],
  ];
}

/** The level of support that has it, once it has been handed on, or where the policy knows on which it landed. */
function levelRow({ incident, policy, words }: Situation): Row[] {
  const last = incident.levels.at(-1)!;
  if (last.by === null) return [];
  const line = words.card.cascaded(last.level, instant(policy, last.from), who(last.by));
  const reason = last.text === '' || incident.confidential ? '' : cell(last.text);
  return [[words.card.levelName, [line, reason].filter(Boolean).join(words.colon)]];
}

function heldRow(situation: Situation): Row[] {
  const { incident, policy, words } = situation;
  const { hold, resolved, ended, acknowledged } = incident;
  if (!hold || resolved || ended || (acknowledged && hold.why === 'alert')) return [];
  // It stays until something happens: an idle run edits nothing.
  return isHeld(situation)
    ? [[words.card.held[hold.why], words.card.heldUntil[hold.why](instant(policy, hold.until))]]
    : [];
}

function causeRow({ incident, words }: Situation): Row[] {
  if (!incident.cause) return [];
  const { name, group, attributableTo } = incident.cause.cause;
  const parts = [
    `${cell(name)} (${cell(group)})`,
    ...(attributableTo === null ? [] : [words.card.attributable(cell(attributableTo))]),
  ];
  return [[words.card.cause, parts.join(words.semicolon)]];
}

/** How often the alert fired, when last, and whether it still does. */
function alertRow({ incident, policy, words }: Situation): Row[] {
  const { alert } = incident;
  if (!alert) return [];
  const { card } = words;
  const last = episodesOf(alert).at(-1);
  const state = last === undefined || last.to === Infinity ? card.firing : card.recoveredAt(instant(policy, last.to));
  const newest = Math.max(...alert.firings.map(({ from }) => from));
  return [[card.alert, [card.fired(countOf(alert), instant(policy, newest)), state].join(words.semicolon)]];
}

function missingRow(situation: Situation): Row[] {
  const { incident, words } = situation;
  if (incident.missing.length === 0 || incident.confidential || incident.ended) return [];
  return [[words.card.missing, factNames(situation, incident.missing).join(words.andThen)]];
}

function openedLine({ incident, policy, words }: Situation): string {
  const line = `${instant(policy, incident.openedAt)}, ${who(incident.reporter)}`;
  if (incident.source === null || incident.confidential) return line;
  const level = policy.sources.get(incident.source);
  const source = level ? `${cell(incident.source)} (${words.card.level(level.level)})` : cell(incident.source);
  return `${line}${words.semicolon}${words.card.source.toLowerCase()} ${source}`;
}

/** What was reported, folded away; nothing of what is confidential. */
export function reported(situation: Situation): string {
  const list = situation.incident.confidential ? '' : factTable(situation);
  return list === '' ? '' : `<details><summary>${situation.words.card.facts}</summary>\n\n${list}\n\n</details>`;
}

function statusLine({ incident, policy, words }: Situation): string {
  const { status } = incident;
  const moment = statusMoment(incident);
  if (!moment) return words.status[status];
  const line = words.card.since(
    words.status[status],
    instant(policy, moment.at),
    who(moment.by),
    words.how[moment.how],
  );
  return moment.text && !incident.confidential ? `${line}${words.colon}${cell(moment.text)}` : line;
}
