import { gravest } from '../../capabilities/alerts/grade.ts';
import { normal } from '../../capabilities/alerts/log.ts';
import { PRIORITIES } from '../../model/priority.ts';
import { abbreviate } from '../../text/cut.ts';
import { addressIn, runbookIn } from '../place.ts';
import type { PayloadFields, Labels } from '../reading.ts';
import { alertFactsOf, keyOf, LONGEST_FACT, type Alert, type ShapeGround, type Link } from './alert.ts';
import { commonOf, describeGrouped, instanceOf, labelText, SYSTEM } from './labels.ts';
import type { GroupedAlert } from './grouped.ts';
import { titleOfGroup } from './title.ts';

/** Whose webhook: the two have the same body, and Grafana's says more. */
export type Sender = 'alertmanager' | 'grafana';

const NONE: Labels = new Map();

/** What is read of a group. */
export interface GroupReading {
  readonly alerts: readonly Alert[];
  /** The key that names the group, beside the keys of its alerts; null if it is one incident. */
  readonly shared: string | null;
}

/** What is said of an alert, or in common of all alerts of a group. */
interface Texts {
  readonly labels: Labels;
  readonly annotations: Labels;
}

/**
 * Reads the body that Alertmanager and Grafana post: one incident for the group, or one for each of its alerts. An alert or a
 * group that has no key is said and left out; then the list may be empty.
 */
export function readGroup(fields: PayloadFields, sender: Sender, ground: ShapeGround): GroupReading {
  const receiver = fields.text('receiver', LONGEST_FACT.fact);
  const groupLabels = fields.labels('groupLabels');
  const listed = fields.list('alerts');
  const told = (listed ?? []).map((it) => readGrouped(it, ground));
  const members = told.filter(({ labels }) => !ground.isTick(labels.get('alertname') ?? ''));
  if (told.length > 0 && members.length === 0) return { alerts: [], shared: null };
  if (members.length === 0 && !(fields.has('alerts') && listed === null))
    ground.say(`${fields.path}.alerts must be a list of alerts`, 'the group stands for them');
  const labels = fields.labels('commonLabels') ?? commonOf(members.map((it) => it.labels));
  const annotations = fields.labels('commonAnnotations') ?? commonOf(members.map((it) => it.annotations));
  const missing = fields.count('truncatedAlerts');
  const title =
    fields.text('title', LONGEST_FACT.title)?.replace(/^\[(?:FIRING|RESOLVED)[^\]]{0,40}\]\s*/i, '') ?? null;

  function alertOf(
    key: string,
    its: readonly GroupedAlert[],
    { labels: common, annotations: texts }: Texts,
    whole: boolean,
  ): Alert {
    const source = common.get('source') ?? (receiver !== null && ground.sources.has(receiver) ? receiver : sender);
    // What has recovered is not grave any more.
    const going = its.some(({ firing }) => firing.to === null) ? its.filter(({ firing }) => firing.to === null) : its;
    const given = (name: string): readonly string[] => going.flatMap(({ labels }) => labels.get(name) ?? []);
    const severity = common.get('severity') ?? gravest(given('severity'));
    const priorities = [common.get('priority'), ...given('priority')];
    const priority = PRIORITIES.find((it) => priorities.includes(it)) ?? null;
    const fact = (name: string): string | undefined => texts.get(name) ?? common.get(name);
    const first = Math.min(...its.map(({ firing }) => firing.from));
    const summary = texts.get('summary') ?? its[0]?.annotations.get('summary');
    const systems = [...new Set(its.filter(({ firing }) => firing.to === null).map((it) => systemOf(it.labels)))];
    return {
      key: keyOf(key),
      title: titleOfGroup({
        key,
        going,
        labels: common,
        annotations: texts,
        group: whole ? { labels: groupLabels ?? NONE, title } : null,
        source,
        words: ground.words,
      }),
      description: abbreviate(
        [texts.get('description'), ...(its.length > 1 || !texts.has('description') ? describeGrouped(its) : [])]
          .filter((line) => line !== undefined)
          .join('\n'),
        LONGEST_FACT.description,
      ),
      source: abbreviate(source, LONGEST_FACT.source),
      priority,
      gravity: { severity, priority },
      facts: alertFactsOf({
        originator: receiver === null ? source : `${source} (${receiver})`,
        customers: fact('customers'),
        system: systemOf(common),
        time: new Date(first).toISOString().replace('.000', ''),
        scope: fact('scope') ?? scopeOf(its, whole ? missing : 0),
        impact: fact('impact') ?? summary,
        category: fact('category'),
        source,
        severity,
      }),
      links: linksOf(its),
      ...(its.length > 1 && { systems }),
      firings: its.map(({ firing }) => firing),
    };
  }

  function scopeOf(its: readonly GroupedAlert[], more: number): string {
    const over = its.filter(({ firing }) => firing.to !== null).length;
    const where = [...new Set(its.flatMap((it) => instanceOf(it.labels) ?? []))];
    const places = where.length === 0 ? '' : ` (${where.slice(0, 20).join(', ')}${where.length > 20 ? ', …' : ''})`;
    return `${ground.words.scope(its.length, over, more)}${places}`;
  }

  // A receiver with a payload of its own is not given the key of the group; its labels and the receiver say the same.
  const name =
    fields.text('groupKey', Infinity) ?? (groupLabels ? `${receiver ?? ''}:${labelText(groupLabels)}` : null);
  const key = name ?? (members.length === 1 ? members[0]!.firing.alert : null);
  // Where nothing says what the group is, each alert is told apart: a key for all of them would join what does not belong together.
  if ((ground.keyBy === 'alert' || key === null) && members.length > 0)
    return {
      alerts: members.map((it) => alertOf(it.firing.alert, [it], it, false)),
      // Not the key that the group has by itself: an incident of the whole group is another.
      shared: keyOf(`many:${name ?? `${sender}:${receiver ?? ''}`}`),
    };
  if (key === null) {
    ground.say(`${fields.path} must have a groupKey, or groupLabels`, 'it was left out');
    return { alerts: [], shared: null };
  }
  const isOver = fields.oneOf('status', ['firing', 'resolved'] as const) === 'resolved';
  const unnamed: GroupedAlert = {
    firing: normal({ alert: key, from: ground.now, to: isOver ? ground.now : null }),
    labels,
    annotations,
    links: [],
  };
  const whole = alertOf(key, members.length === 0 ? [unnamed] : members, { labels, annotations }, true);
  return { alerts: [whole], shared: null };
}

/** The system that labels name, and its host. */
function systemOf(labels: Labels): string {
  return SYSTEM.flatMap((name) => (labels.has(name) ? [`${name}=${labels.get(name)!}`] : [])).join(', ');
}

function readGrouped(fields: PayloadFields, { now, say }: ShapeGround): GroupedAlert {
  const labels = fields.labels('labels') ?? NONE;
  const annotations = fields.labels('annotations') ?? NONE;
  const status = fields.oneOf('status', ['firing', 'resolved'] as const);
  const start = fields.time('startsAt');
  const end = fields.time('endsAt');
  const isOver = status === null ? end !== null && end <= now : status === 'resolved';
  if (start === null && !fields.has('startsAt'))
    say(`${fields.path}.startsAt must be a time`, 'the time of this run stands for it');
  // A beginning and an end in one mean that nobody knows the beginning; an alert of less than a second has lasted one.
  const from = start ?? (isOver ? end : null) ?? now;
  const to = isOver ? Math.max(end ?? now, start === null ? from : from + 1000) : null;
  const alert = fields.text('fingerprint', Infinity) ?? (labels.size > 0 ? labelText(labels) : fields.path);
  if (alert === fields.path) say(`${fields.path} must have a fingerprint, or labels`, 'its place stands for it');
  return { firing: normal({ alert, from, to }), labels, annotations, links: readLinks(fields, annotations, say) };
}

/** Where an alert points to: in fields of its own, or in annotations by custom. */
function readLinks(
  fields: PayloadFields,
  annotations: Labels,
  say: (problem: string, instead: string) => void,
): Link[] {
  const own = [
    ['dashboardURL', 'dashboard'],
    ['generatorURL', 'generator'],
  ] as const;
  const customary = [
    ['runbook_url', 'runbook', runbookIn],
    ['dashboard_url', 'dashboard', addressIn],
  ] as const;
  return [
    ...own.flatMap(([name, to]): Link[] => {
      const place = fields.link(name);
      return place === null ? [] : [{ to, ...place }];
    }),
    ...customary.flatMap(([name, to, read]): Link[] => {
      const text = annotations.get(name);
      if (text === undefined) return [];
      const place = read(text);
      if (place === null && to !== 'runbook')
        say(`${fields.path}.annotations.${name} must be an address of http or https, or nothing`, 'it was left out');
      return place === null ? [] : [{ to, ...place }];
    }),
  ];
}

/** One link to each kind of place: the first that is given. */
function linksOf(members: readonly GroupedAlert[]): readonly Link[] {
  const links = new Map<string, Link>();
  for (const link of members.flatMap((it) => it.links)) if (!links.has(link.to)) links.set(link.to, link);
  return [...links.values()];
}
