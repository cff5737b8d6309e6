import type { Words } from '../../capabilities/words.ts';
import { abbreviate } from '../../text/cut.ts';
import type { Labels } from '../reading.ts';
import { LONGEST_FACT } from './alert.ts';
import type { GroupedAlert } from './grouped.ts';
import { instanceOf, SYSTEM } from './labels.ts';

/** The most names that a title lists, and the most characters of each: how many more there are must still fit. */
const MOST_NAMES = 3;
const LONGEST_NAME = 60;

/** What a title is made of. */
interface TitleGround {
  readonly key: string;
  /** What counts: the alerts that fire, or all of them if none does. */
  readonly going: readonly GroupedAlert[];
  /** What all alerts share. */
  readonly labels: Labels;
  readonly annotations: Labels;
  /** What the group is by, and the title that the system has given it; none if the incident is one alert of it. */
  readonly group: { readonly labels: Labels; readonly title: string | null } | null;
  readonly source: string;
  readonly words: Words['alert'];
}

/** The title of an incident: what fires, in the words of whoever says most of it. The key is for machines, and stands for it last. */
export function titleOfGroup(ground: TitleGround): string {
  const { key, going, annotations, group, source, words } = ground;
  // Grafana's own title has nothing but the other labels, in brackets, where a group is by nothing.
  const given = group?.title?.trim() ?? '';
  const isNamed = given !== '' && !/^\(.*\)$/s.test(given);
  const said = (name: string): string =>
    listed(
      going.flatMap((it) => it.annotations.get(name) ?? []),
      words,
    );
  const where = whereOf(ground);
  const count = `${words.from(Math.max(1, going.length), source)}${where === '' ? '' : ` (${where})`}`;
  // A group by nothing has a key without a word in it.
  const isKeyTelling = group === null ? where === '' : !key.endsWith('{}');
  const title = annotations.get('summary') ?? ((isNamed ? given : '') || nameOf(ground) || given || said('summary'));
  return abbreviate(title || (isKeyTelling ? key : count), LONGEST_FACT.title);
}

/** The names of the alerts, and what they are grouped by; empty if the labels do not say. */
function nameOf({ going, labels, group, words }: TitleGround): string {
  const by = group?.labels ?? new Map<string, string>();
  const shared = labels.get('alertname') ?? by.get('alertname');
  const name =
    shared ??
    listed(
      going.flatMap((it) => it.labels.get('alertname') ?? []),
      words,
    );
  const others = [...by].filter(([label]) => label !== 'alertname').map(([, value]) => value);
  return name !== '' && others.length > 0 ? `${name} (${others.join(', ')})` : name || others.join(', ');
}

/** The first of some texts, each once, and how many more there are. */
function listed(texts: readonly string[], words: Words['alert']): string {
  const all = [...new Set(texts)];
  if (all.length <= 1) return all[0] ?? '';
  const first = all
    .slice(0, MOST_NAMES)
    .map((it) => abbreviate(it, LONGEST_NAME))
    .join(', ');
  return all.length > MOST_NAMES ? words.andMore(first, all.length - MOST_NAMES) : first;
}

/** The system that all alerts share, or else the place of the first. */
function whereOf({ going, labels }: TitleGround): string {
  const system = SYSTEM.flatMap((name) => (labels.has(name) ? [`${name}=${labels.get(name)!}`] : []));
  return system.join(', ') || (going.map((it) => instanceOf(it.labels)).find((it) => it !== null) ?? '');
}
